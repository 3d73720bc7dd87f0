"""Write what js/src takes from Python into js/generated: `make generate`.

Building and checking the JavaScript then needs Node and no Python; a test demands that the files
are in step.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ptcode.descent.data import descending
from ptcode.functions.operations import operations
from ptcode.functions.slopes import verdicts
from ptcode.mistakes.data import judging, stages
from ptcode.widgets.graph_choices import book_graphs
from tools.figure_types import figure_types

FOLDER = Path(__file__).resolve().parents[1] / "js" / "generated"
SOURCES: dict[str, Callable[[], str | dict]] = {
    "descent.json": descending,
    "figures.d.ts": figure_types,
    "graphs.json": book_graphs,
    "judge.json": judging,
    "operations.json": operations,
    "slopes.json": verdicts,
    "stages.json": stages,
}
"""What makes each file: its text, or its data."""


def written() -> dict[str, str]:
    """The text of every file by name."""
    return {name: _text(make()) for name, make in SOURCES.items()}


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
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
