"""Name the files that end badly, have blanks at a line's end, or hold a merge conflict."""

import re
import sys
from pathlib import Path

# Two blanks at the end of a line mean something in Markdown.
BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
CONFLICT = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)


def problems(path):
    """Say in words what is wrong with the end of the file, or of its lines."""
    raw = path.read_bytes()
    if not raw:
        return
    if b"\r" in raw:
        yield "has carriage returns"
    if not raw.endswith(b"\n") or raw.endswith(b"\n\n"):
        yield "must end in exactly one newline"
    text = raw.decode("utf-8")
    if path.suffix not in (".md", ".ipynb", ".svg") and BLANKS.search(text):
        yield "has blanks at the end of a line"
    if CONFLICT.search(text):
        yield "holds a merge conflict"


def main():
    said = [f"{name} {text}" for name in sys.argv[1:] for text in problems(Path(name))]
    print(*said, sep="\n", end="\n" if said else "")
    sys.exit(bool(said))


if __name__ == "__main__":
    main()
