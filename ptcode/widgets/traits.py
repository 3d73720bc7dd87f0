"""The numbers of a figure's state: what cannot be shown is refused where it is set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import numpy as np
import traitlets

from ptcode.core.names import Key, known_name
from ptcode.core.validation import finite_number, real_constant, whole_number
from ptcode.functions.function import Function

Held = TypeVar("Held")
LARGEST = 1e50
"""Up to this size fourth powers, and sums of them, stay far from the end of the finite numbers."""
TINY = 1e-6
"""What a link that asks for a limit itself, where that is not allowed, stays away from it."""
_WHOLE = 2**53 - 1
"""The largest whole number that a browser counts to."""


class Shown(traitlets.TraitType[Held, Held]):
    """A trait that is part of what a figure shows: the browser has it, a link may set it."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.tag(sync=True, state=True)

    def allowed(self, obj: Any) -> dict[str, Any]:
        """What a link may ask of it, as js/src/shell/links.js reads it; empty where anything."""
        return {}


class Switch(Shown[bool], traitlets.Bool[bool, bool]):
    """True or false."""


class Text(Shown[str], traitlets.Unicode[str, str]):
    """Any text."""


class Number(Shown[float], traitlets.Float[float, float]):
    """A finite real number of at most ``LARGEST`` in size, no truth value, within its limits.

    ``minimum`` and ``maximum`` belong to what is allowed, ``above`` and ``below`` do not; ``why``
    is what an error adds for a number on the wrong side of one of the last three.
    """

    def __init__(
        self,
        default: float = 0.0,
        minimum: float = -np.inf,
        *,
        above: float = -np.inf,
        below: float = np.inf,
        maximum: float = np.inf,
        why: str = "",
    ):
        self.minimum, self.above, self.below, self.maximum = minimum, above, below, maximum
        self.why = why
        super().__init__(default)

    def allowed(self, obj: Any) -> dict[str, Any]:
        """The least and the greatest number; what is only approached, by a hair."""
        least = max(self.minimum, -LARGEST, self.above + TINY)
        return {"least": least, "most": min(self.maximum, LARGEST, self.below - TINY)}

    def validate(self, obj: Any, value: Any) -> float:
        """The value as a float; a TraitError or ValueError says what is wrong with it."""
        number = real_constant(value)
        if isinstance(number, bool) or not isinstance(number, int | float | np.number):
            self.error(obj, value)
        name = self.name or "an entry"  # of a list
        number = finite_number(number, name, minimum=self.minimum)
        if abs(number) > LARGEST:
            raise ValueError(f"{name} must be at most {LARGEST:g} in size, got {number:g}")
        if not self.above < number < self.below or number > self.maximum:
            limits = (("above", self.above), ("below", self.below), ("at most", self.maximum))
            allowed = " and ".join(f"{word} {n:g}" for word, n in limits if np.isfinite(n))
            why = self.why and f": {self.why}"
            raise ValueError(f"{name} must be {allowed}, got {number}{why}")
        return number


class Whole(Shown[int], traitlets.Int[int, int]):
    """A whole number from ``minimum`` to ``maximum``, no truth value; 3.0 counts as 3."""

    def __init__(
        self, default: int = 0, minimum: int = 0, maximum: float = np.inf, **options: Any
    ) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(default, **options)

    def allowed(self, obj: Any) -> dict[str, Any]:
        """The least and the greatest number, and that it is whole."""
        return {"whole": True, "least": self.minimum, "most": min(self.maximum, _WHOLE)}

    def validate(self, obj: Any, value: Any) -> int:
        """The value as an int; a TraitError or ValueError says what is wrong with it."""
        value = _counted(value)
        if isinstance(value, bool) or not isinstance(value, int):
            self.error(obj, value)
        whole = whole_number(value, str(self.name), self.minimum, self.maximum)
        return whole_number(whole, str(self.name), -_WHOLE, _WHOLE)


class Choice(Shown[Key]):
    """One of the ``choices``, names or whole numbers: a collection, or what a figure answers.

    ``besides`` is what an error says besides the choices; ``former`` are names of the past, with
    what each is called now; ``brings`` says, for another number of the figure, what suits each
    choice: a link that sets the choice and not the number sets both.
    """

    def __init__(
        self,
        default: Key,
        choices: Collection[Key] | Callable[[Any], Collection[Key]],
        besides: str = "",
        former: Mapping[str, str] | None = None,
        brings: Mapping[str, Mapping[Key, float]] | None = None,
    ):
        self.choices: Collection[Key] | Callable[[Any], Collection[Key]] = choices
        self.besides, self.former = besides, former or {}
        self.brings: Mapping[str, Mapping[Key, float]] = brings or {}
        super().__init__(default)

    def allowed(self, obj: Any) -> dict[str, Any]:
        """What there is to choose from, the names of the past, and what a choice brings along."""
        limits: dict[str, Any] = {"of": list(self._among(obj))}
        brings = {name: dict(suited) for name, suited in self.brings.items()}
        return limits | {
            name: told for name, told in (("former", dict(self.former)), ("brings", brings)) if told
        }

    def validate(self, obj: Any, value: Any) -> Key:
        """The choice; a ValueError says what there is, and what was meant."""
        if isinstance(value, str):
            value = self.former.get(value, value)
        return known_name(_counted(value), str(self.name), self._among(obj), self.besides)

    def _among(self, obj: Any) -> Collection[Key]:
        return self.choices(obj) if callable(self.choices) else self.choices


class Words(Shown[str], traitlets.Unicode[str, str]):
    """Any of the ``choices``, as words in one string."""

    def __init__(self, default: str, choices: Collection[str]) -> None:
        self.choices = choices
        super().__init__(default)

    def allowed(self, obj: Any) -> dict[str, Any]:
        """What the words are chosen from."""
        return {"words": list(self.choices)}

    def validate(self, obj: Any, value: Any) -> str:
        """The string; a ValueError names the first word that is no choice."""
        for word in super().validate(obj, value).split():
            known_name(word, f"every word of {self.name}", self.choices)
        return value


def _counted(value: Any) -> Any:
    """A whole number as an int, 3.0 and NumPy's included; else ``value`` itself."""
    whole = isinstance(value, np.integer) or (isinstance(value, float) and value.is_integer())
    return int(value) if whole else value


def can_start(cost: Function, *place: float) -> bool:
    """Are the cost and its slopes finite there?"""
    values = [cost(*place), *(partial(*place) for partial in cost.partials)]
    return bool(np.isfinite(values).all())


def require_start(cost: Function, **start: float) -> None:
    """A ValueError unless the cost and its slopes are finite at the start, given by its traits."""
    if not can_start(cost, *start.values()):
        given = ", ".join(f"{name} = {value:g}" for name, value in start.items())
        raise ValueError(
            f"a descent must start where the cost {cost} and its slope are finite numbers, not at "
            f"{given}"
        )
