"""Write what js/src takes from Python into js/generated: `make generate`.

Building and checking the JavaScript then needs Node and no Python; a test demands that the files
are in step.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import yaml

from ptcode.core.colours import apart
from ptcode.descent.data import descending
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.operations import operations
from ptcode.functions.slopes import verdicts
from ptcode.mistakes.data import judging, stages
from ptcode.site import edition, moved
from ptcode.widgets.graph_choices import book_graphs
from ptcode.widgets.own_function import WINDOWS
from tools.figure_defaults import defaults
from tools.figure_types import figure_types

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "js" / "generated"


def book() -> dict[str, str]:
    """What a picture says of the book that it is taken from."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    return {
        "title": settings["title"],
        "authors": settings["author"],
        "edition": edition.read(ROOT).version,
        "licence": "CC BY 4.0",
        "terms": "https://creativecommons.org/licenses/by/4.0/",
    }


def colours() -> str:
    """The book's colours, for a figure in a page that is not of the book."""
    return apart((ROOT / "ptcode" / "static" / "colours.css").read_text("utf-8"))


def typed() -> dict[str, object]:
    """What the browser needs to show a function that a reader types."""
    return {"derivatives": local_derivatives(), "windows": WINDOWS}


SOURCES: dict[str, Callable[[], str | dict]] = {
    "book.json": book,
    "colours.css": colours,
    "descent.json": descending,
    "figures.d.ts": figure_types,
    "graphs.json": book_graphs,
    "judge.json": judging,
    "operations.json": operations,
    "origins.json": moved.origins,
    "slopes.json": verdicts,
    "stages.json": stages,
    "typed.json": typed,
}
"""What makes each file: its text, or its data."""


def written() -> dict[str, str]:
    """The text of every file by name."""
    return {name: _text(make()) for name, make in SOURCES.items()} | defaults()


def _text(made: str | dict) -> str:
    """JSON with a line for each entry of each table: a change shows as the line it is."""
    if isinstance(made, str):
        return made
    return "{\n" + ",\n".join(f"{_json(k)}: {_table(v)}" for k, v in made.items()) + "\n}\n"


def _table(value) -> str:
    if not isinstance(value, dict):
        return _json(value)
    return "{\n" + ",\n".join(f" {_json(k)}: {_json(v)}" for k, v in value.items()) + "\n}"


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def main():
    """Write them all."""
    for name, text in written().items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
