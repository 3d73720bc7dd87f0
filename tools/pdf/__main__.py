"""Print the built site as one PDF; say how long that took and how large it is."""

import argparse
import time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from ptcode.site import edition
from tools.pdf.printing import ROOT, book_as_pdf


def main():
    parser = argparse.ArgumentParser(prog="python -m tools.pdf", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "_build" / "html")
    parser.add_argument("--into", type=Path, default=ROOT / "_build" / "dist")
    parser.add_argument("--only", nargs="+", metavar="ID", help="the pages with these ids alone")
    options = parser.parse_args()
    if not (options.site / "index.html").exists():
        raise SystemExit(f"{options.site} holds no index.html; build the book first: make book")
    started, this = time.monotonic(), edition.read(ROOT)
    made = book_as_pdf(options.site, this, options.only)
    options.into.mkdir(parents=True, exist_ok=True)
    target = options.into / f"the-chain-rule-live-{this.version}.pdf"
    target.write_bytes(made)
    pages = len(PdfReader(BytesIO(made)).pages)
    took = time.monotonic() - started
    print(f"{target}: {pages} pages, {len(made) / 1e6:.1f} MB, in {took:.0f} s")


if __name__ == "__main__":
    main()
