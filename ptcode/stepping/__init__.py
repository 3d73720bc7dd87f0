"""A computation gone through one step at a time: forwards node by node, backwards edge by edge."""

from ptcode.stepping.expression import expression_graph
from ptcode.stepping.graph import Graph, Node
from ptcode.stepping.presets import Preset, presets, traced_preset
from ptcode.stepping.run import Run
from ptcode.stepping.sentences import sentence
from ptcode.stepping.steps import Kind, Step, steps
from ptcode.stepping.tracing import traced_graph

__all__ = [
    "Graph",
    "Kind",
    "Node",
    "Preset",
    "Run",
    "Step",
    "expression_graph",
    "presets",
    "sentence",
    "steps",
    "traced_graph",
    "traced_preset",
]
