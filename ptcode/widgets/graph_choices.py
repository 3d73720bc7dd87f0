"""The computations that a stepper offers: presets by name, and what a reader types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import sympy

from ptcode.autodiff.graph.expression import VARIABLES, tree_graph
from ptcode.autodiff.graph.nodes import LIMIT, Graph, value_derivatives
from ptcode.core.names import known_name
from ptcode.functions.activations import sigmoid
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.composition import tree_of
from ptcode.functions.tree import Tree
from ptcode.networks.graph_presets import Preset, presets

TYPED = "expression"
"""The choice that stands for a typed expression."""
_x, _y, _w, _b = (sympy.Symbol(name, real=True) for name in VARIABLES)
with sympy.evaluate(False):
    EXPRESSION = sympy.Rational(1, 2) * (sigmoid(_w * _x + _b) - _y) ** 2
STARTS = {"x": 1.5, "y": 1.0, "w": 0.8, "b": -0.5}
TITLE = "an expression of your own"


@dataclass(frozen=True)
class Choices:
    """Presets by name and, if ``typed``, expressions in x, y, w and b besides."""

    presets: Mapping[str, Preset] = field(default_factory=presets)
    typed: bool = True

    def __post_init__(self) -> None:
        if not self.presets:
            raise ValueError("there must be a computation to show: graphs is empty")
        if self.typed and TYPED in self.presets:
            raise ValueError(f"a computation cannot be called {TYPED!r}: that is the typed one")

    @property
    def names(self) -> list[str]:
        """What can be chosen."""
        return [*self.presets, *([TYPED] if self.typed else [])]

    def is_typed(self, name: str) -> bool:
        """Is this the choice of a typed expression?"""
        return self.typed and name == TYPED

    def starts(self, name: str) -> dict[str, float]:
        """What the inputs of a choice start from."""
        known_name(name, "preset", self.names)
        return dict(STARTS if self.is_typed(name) else self.presets[name].starts)

    @property
    def inputs(self) -> dict[str, float]:
        """Every input that there may be."""
        return {key: value for name in self.names for key, value in self.starts(name).items()}

    def title(self, name: str, expression: str) -> str:
        """What the computation is called."""
        return expression if self.is_typed(name) else self.presets[name].title

    @property
    def data(self) -> dict[str, Any]:
        """All of it as plain JSON, for the browser."""
        presets = [
            {"name": name, "title": p.title, "nodes": p.graph.data, "starts": dict(p.starts)}
            for name, p in self.presets.items()
        ]
        language = {
            "title": TITLE,
            "variables": list(VARIABLES),
            "starts": STARTS,
            "derivatives": local_derivatives(),
            "from_value": value_derivatives(),
        }
        return {"presets": presets, "typed": language if self.typed else None, "limit": LIMIT}


def book_graphs() -> dict[str, list[dict[str, Any]]]:
    """The nodes of every graph that the stepper offers before anybody types, as plain JSON."""
    graphs = {name: preset.graph for name, preset in presets().items()}
    return {
        name: graph.data
        for name, graph in (graphs | {TYPED: typed_graph(tree_of(EXPRESSION))}).items()
    }


def typed_graph(tree: Tree) -> Graph:
    """The graph of a typed expression."""
    return _typed_graph(json.dumps(tree))


@lru_cache(maxsize=32)
def _typed_graph(text: str) -> Graph:
    return tree_graph(json.loads(text))
