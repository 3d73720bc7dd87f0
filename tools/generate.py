"""Write the data that the browser's code takes from Python, into js/generated.

python tools/generate.py            writes every file
python tools/generate.py --check    says which are not in step, and fails if any is
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from ptcode.descent.data import descending
from ptcode.functions.operations import operations
from ptcode.functions.slopes import verdicts

FOLDER = Path(__file__).resolve().parents[1] / "js" / "generated"
FILES: dict[str, Callable[[], dict]] = {
    "descent.json": descending,
    "operations.json": operations,
    "slopes.json": verdicts,
}
"""By the name of the file, what it holds."""


def text(data: dict) -> str:
    """JSON with a line for each entry of each table: a change shows as the line it is."""
    return "{\n" + ",\n".join(f"{_json(k)}: {_table(v)}" for k, v in data.items()) + "\n}\n"


def _table(value) -> str:
    if not isinstance(value, dict):
        return _json(value)
    return "{\n" + ",\n".join(f" {_json(k)}: {_json(v)}" for k, v in value.items()) + "\n}"


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Write the files, or compare them with what stands there."""
    stale = []
    for name, make in FILES.items():
        path, new = FOLDER / name, text(make())
        if not path.exists() or path.read_text("utf-8") != new:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(new, "utf-8")
    if "--check" not in sys.argv:
        return 0
    if stale:
        print(f"not in step: {', '.join(stale)}; run python tools/generate.py")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
