"""``interact`` where ipywidgets is not: the page shows sliders, and each move calls the function.

It takes what the book's cells give it: a function, and for each of its parameters a range
``(least, most)`` or ``(least, most, step)``.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

Drawn = Callable[..., object]
STEP = 0.1


class Sliders:
    """The functions that a page's sliders call, in the order in which cells asked for them."""

    def __init__(self, tell: Callable[..., object]) -> None:
        self.tell = tell
        self.functions: list[Drawn] = []

    def interact(self, function: Drawn, **ranges: tuple[float, ...]) -> Drawn:
        """Have the page show a slider for each range; the page then asks for the first picture."""
        parameters = inspect.signature(function).parameters
        controls = [slider(name, given, parameters[name]) for name, given in ranges.items()]
        self.functions.append(function)
        self.tell(sliders=len(self.functions) - 1, controls=controls)
        return function

    def move(self, number: int, values: str) -> None:
        """Call the function that these sliders belong to, with their values as JSON."""
        self.functions[number](**json.loads(values))


def slider(name: str, given: tuple[float, ...], parameter: inspect.Parameter) -> dict[str, Any]:
    """What the page is told of a slider; it begins at the parameter's default, or in the middle.

    >>> slider("steps", (0, 40), inspect.signature(lambda steps: steps).parameters["steps"])
    {'name': 'steps', 'least': 0, 'most': 40, 'step': 1, 'value': 20}
    """
    if not isinstance(given, tuple) or len(given) not in (2, 3):
        raise TypeError(f"in the page, {name} must be a range (least, most) or (least, most, step)")
    least, most, *rest = given
    whole = all(isinstance(number, int) for number in given)
    step = rest[0] if rest else 1 if whole else STEP
    middle = (least + most) // 2 if whole else (least + most) / 2
    value = middle if parameter.default is parameter.empty else parameter.default
    return {"name": name, "least": least, "most": most, "step": step, "value": value}
