"""A function of the book by name or one of one's own: what figures share that show either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

import sympy
import traitlets

from ptcode.core.names import Named
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, require_start

View = TypeVar("View")
OWN = "own"
"""The name of a function of one's own."""


class FunctionName(Choice[str]):
    """The name of a function that the figure offers; its own, if it was made with one, is "own"."""

    def __init__(self, default: str) -> None:
        own = "or in a new figure a Function or a SymPy expression"
        super().__init__(default, lambda figure: figure._functions, own)


class OwnFunction(LiveFigure, Generic[View]):
    """A figure whose trait ``chosen``, a ``FunctionName``, says which function it shows.

    A function of one's own has so many ``variables``.
    """

    chosen: ClassVar[str]
    variables: ClassVar[int]

    def _offer(
        self,
        given: str | Function | sympy.Expr,
        functions: Mapping[str, Function],
        views: Mapping[str, View],
        view_of: Callable[[Function], View],
    ) -> str:
        """The name of the function given; from now on it can be chosen, as can those with views.

        A TypeError or ValueError says what is wrong with it, and what there is.
        """
        self._functions = Named(self.chosen, {key: functions[key] for key in views})
        self._views: dict[str, View] = dict(views)
        function = function_of(given, self._functions, self.chosen, self.variables)
        if isinstance(given, str):
            return given
        self._functions[OWN] = function
        self._views = {OWN: view_of(function), **views}
        return OWN

    def _begin(self, name: str, **given: float | None) -> dict[str, Any]:
        """The first values: those given, and for None what the function's view begins with."""
        view = self._views[name]
        return {key: getattr(view, key) if value is None else value for key, value in given.items()}

    def _require_start(self, proposal: traitlets.Bunch, *names: str) -> Any:
        """The value proposed, if descent can start from there on the function shown."""
        state = {name: getattr(self, name) for name in (self.chosen, *names)}
        state[proposal["trait"].name] = proposal["value"]
        require_start(self._functions[state.pop(self.chosen)], **state)
        return proposal["value"]

    @property
    def function(self) -> Function:
        """The function that is shown."""
        return self._functions[getattr(self, self.chosen)]

    @property
    def _view(self) -> View:
        return self._views[getattr(self, self.chosen)]

    def _told(
        self, constants: Callable[[str, Function, View], dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """What the browser is told of every function on offer."""
        return [constants(key, self._functions[key], view) for key, view in self._views.items()]
