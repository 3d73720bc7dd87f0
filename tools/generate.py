"""Write what js/src takes from Python into js/generated: `make generate`.

Building and checking the JavaScript then needs Node and no Python; a test demands that the files
are in step.
"""

import json
from pathlib import Path

from tools.figure_types import figure_types

FOLDER = Path(__file__).resolve().parents[1] / "js" / "generated"
SOURCES = {"figures.d.ts": figure_types}
"""What makes each file: its text, or its data."""


def written():
    """The text of every file by name."""
    return {name: _text(make()) for name, make in SOURCES.items()}


def _text(made):
    return made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def main():
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
