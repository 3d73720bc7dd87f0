"""Open a chapter in JupyterLab: `python -m ptcode PLACE`.

PLACE is a notebook's file or its address on a site of the book, or a folder of notebooks. From an
address it is fetched into the present folder, once: what lies there is a reader's own work. All
that follows PLACE is handed to JupyterLab.
"""

import os
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen


def fetched(place: str) -> str:
    """The file of a notebook, brought here if it is named by its address."""
    if "://" not in place:
        return place
    name = Path(unquote(urlsplit(place).path)).name
    if Path(name).exists():
        print(f"{name} is here already and is opened as it is.")
        return name
    try:
        with urlopen(place) as answer:
            Path(name).write_bytes(answer.read())
    except URLError as error:
        sys.exit(f"{place} could not be fetched: {error.reason}")
    return name


def command(place: str, *options: str) -> list[str]:
    """What starts JupyterLab there; it refuses root, who in a container has no other name."""
    root = ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return [sys.executable, "-m", "jupyterlab", place, *root, *options]


def main() -> None:
    """Open what the command line names."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    words = command(fetched(sys.argv[1]), *sys.argv[2:])
    os.execv(words[0], words)


if __name__ == "__main__":
    main()
