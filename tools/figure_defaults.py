"""What a figure shows where no Python tells it anything: its state, limits and data, as JSON.

A figure's module on the site (js/src/shell/guest) completes with it what another page says.
"""

import json

from ptcode import widgets
from ptcode.widgets import ExerciseFigure, Question

SAMPLE = (
    "sample",
    "Which function is the outer one of sin(x²)?",
    [
        ("sin", "The square is taken first, the sine last.", True),
        ("the square", "It is taken first, so it is the inner one."),
    ],
)
FIRST = "sine-of-a-power"
"""The exercise that is shown where none is named."""


def instances():
    """A figure of each kind, as Python makes it when it is told nothing."""
    special = {ExerciseFigure: (FIRST,), Question: SAMPLE}
    for name in widgets.__all__:
        figure = getattr(widgets, name)
        yield figure(*special.get(figure, ()))


def defaults():
    """The text of each file, by its name below js/generated."""
    return {f"defaults/{figure.kind}.json": _text(figure) for figure in instances()}


def _text(figure):
    """An entry a line; of the data a line for each of a list, for there is much in it."""
    state, data = figure.state(), figure.data
    if isinstance(figure, ExerciseFigure):  # js/src/figures/exercise/guest.js looks it up
        state, data = {"exercise": FIRST, **state}, {}
    parts = {
        "title": figure.title,
        "state": state,
        "allowed": figure.allowed(),
        "offers": figure.offers,
        "styles": [*figure.shows, figure.kind],
    }
    lines = [f"{json.dumps(name)}: {_json(value)}" for name, value in parts.items()]
    lines.append('"data": {\n' + ",\n".join(_entry(*one) for one in data.items()) + "\n}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _entry(name, value):
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        return f" {_json(name)}: [\n  " + ",\n  ".join(map(_json, value)) + "\n ]"
    return f" {_json(name)}: {_json(value)}"


def _json(value):
    return json.dumps(value, ensure_ascii=False)
