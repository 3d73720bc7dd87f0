"""Run the chapters and write them in the book's one canonical, slim form.

python tools/notebooks.py            run every notebook of chapters/ and rewrite it
python tools/notebooks.py --check    run nothing; say what is not canonical, exit 1 if anything

The list of numerals that no claim computes is put in order with them; nothing is added to it.
"""

import argparse
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

import numeral_list
from canonical import MENDED, complaints, slim
from ptcode.core.bare import run_bare
from ptcode.site.running import connection

CHAPTERS = Path(__file__).resolve().parents[1] / "chapters"


def find(paths):
    """The notebooks named, or every notebook of chapters/ in reading order."""
    if paths:
        return [Path(path) for path in paths]
    return sorted(path for path in CHAPTERS.glob("*.ipynb") if not path.name.startswith("."))


def run(path):
    """Execute the notebook top to bottom and write it back in canonical form."""
    notebook = nbformat.read(path, as_version=4)
    execute(notebook, path.parent)
    path.write_text(slim(notebook), encoding="utf-8")
    return path


def execute(notebook, folder):
    """Run a notebook in a folder, on sockets that nobody else can open."""
    run_bare()
    with TemporaryDirectory(prefix="kernel-") as sockets:
        NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            record_timing=False,
            config=connection(sockets),
        ).execute()


def check(paths):
    """Print what is off in each notebook; return how many complaints there are."""
    count = 0
    for path in paths:
        for complaint in complaints(path.read_text(encoding="utf-8")):
            print(f"{path.name}: {complaint}")
            count += 1
    if not numeral_list.is_tidy():
        print(f"{numeral_list.LIST.name}: is not in order, or lists what has gone; {MENDED}")
        count += 1
    return count


def main():
    parser = argparse.ArgumentParser(description="Run the chapters and write them canonically.")
    parser.add_argument("paths", nargs="*", help="notebooks; by default all of chapters/")
    parser.add_argument("--check", action="store_true", help="only look, run nothing")
    options = parser.parse_args()
    paths = find(options.paths)
    if options.check:
        sys.exit(1 if check(paths) else 0)
    # Each notebook has a kernel of its own, so threads do: two at a time.
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = {path: pool.submit(run, path) for path in paths}
    numeral_list.tidy()
    failed = {path: job.exception() for path, job in jobs.items() if job.exception()}
    for path, error in failed.items():
        plain = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
        print(f"{path.name} was left as it was: {plain}")
    sys.exit(1 if failed or check(paths) else 0)


if __name__ == "__main__":
    main()
