"""A computation gone through one step at a time: forwards node by node, backwards edge by edge."""

from ptcode.autodiff.graph.expression import expression_graph
from ptcode.autodiff.graph.modes import Computation
from ptcode.autodiff.graph.nodes import Graph, Node
from ptcode.autodiff.graph.run import Run, shown
from ptcode.autodiff.graph.stepping import Kind, Step, steps
from ptcode.autodiff.graph.tracing import traced_graph

__all__ = [
    "Computation",
    "Graph",
    "Kind",
    "Node",
    "Run",
    "Step",
    "expression_graph",
    "shown",
    "steps",
    "traced_graph",
]
