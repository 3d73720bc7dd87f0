"""Write what the browser's half imports from Python into js/generated: `make generate`.

Building the bundles then needs Node and no Python; a test demands that the files are in step.
"""

import json
from pathlib import Path

from ptcode.functions.operations import operations

FOLDER = Path(__file__).resolve().parents[1] / "js" / "generated"
SOURCES = {"operations.json": operations}
"""What makes the data of each file."""


def written():
    """The text of every file by name."""
    return {
        name: json.dumps(make(), ensure_ascii=False, indent=1) + "\n"
        for name, make in SOURCES.items()
    }


def main():
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
