"""A function of the book by name or one of one's own: what figures share that show either.

One's own is given in Python, as a Function or SymPy, or typed by a reader in the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, TypeVar

import sympy
import traitlets

from ptcode.core.names import Named
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function
from ptcode.functions.tree import from_tree
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.own_expression import OwnExpression
from ptcode.widgets.traits import Choice, require_start

View = TypeVar("View")
OWN = "own"
"""The name of a function of one's own that Python gave."""
TYPED = "typed"
"""The name of what a reader typed."""
WINDOWS = tuple((-half, half) for half in (3.0, 10.0, 30.0, 100.0))
"""What is typed is shown in the first of these in which it has a value and a slope."""


class FunctionName(Choice[str]):
    """The name of a function that the figure offers; its own, if it was made with one, is "own"."""

    def __init__(self, default: str) -> None:
        own = "or in a new figure a Function or a SymPy expression"
        super().__init__(default, lambda figure: figure._names, own)


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
    def _names(self) -> list[str]:
        """What can be chosen."""
        return list(self._functions)

    @property
    def _view(self) -> View:
        return self._views[getattr(self, self.chosen)]

    def _told(
        self, constants: Callable[[str, Function, View], dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """What the browser is told of every function on offer."""
        return [constants(key, self._functions[key], view) for key, view in self._views.items()]


class TypedFunction(OwnFunction[View], OwnExpression):
    """A figure of functions of one variable that also takes what a reader types.

    ``chosen`` is "typed" while ``expression`` is shown; an expression that Python or a link sets is
    shown at once. While what stands in the field cannot be read, the results raise a ValueError.
    """

    variables = 1

    def _offer(self, given: Any, *rest: Any) -> str:
        """The name of the function given, "typed" for what is typed."""
        if given != TYPED:
            return super()._offer(given, *rest)
        super()._offer(next(iter(rest[1])), *rest)
        return TYPED

    def _begin(self, name: str, **given: float | None) -> dict[str, Any]:
        if name != TYPED:
            return super()._begin(name, **given)
        return {key: value for key, value in given.items() if value is not None}

    @property
    def _names(self) -> list[str]:
        return [*super()._names, TYPED]

    @property
    def _is_typed(self) -> bool:
        return getattr(self, self.chosen) == TYPED

    @property
    def _is_unread(self) -> bool:
        return self._is_typed and self.tree is None

    @property
    def function(self) -> Function:
        """The function that is shown."""
        if not self._is_typed:
            return super().function
        return Function(from_tree(self.read_tree), tuple(self.symbols))

    @property
    def _view(self) -> View:
        return self._view_of_typed(self.function) if self._is_typed else super()._view

    def _view_of_typed(self, function: Function) -> View:
        """A view of what is typed, as the browser finds it."""
        raise NotImplementedError

    def allowed(self) -> dict[str, dict[str, Any]]:
        """What a link may ask; one that brings an expression shows it."""
        return super().allowed() | {"expression": {"brings": {self.chosen: TYPED}}}

    @traitlets.observe("expression")
    def _show_expression(self, change: traitlets.Bunch) -> None:
        if change["new"].tree is not None:
            setattr(self, self.chosen, TYPED)
