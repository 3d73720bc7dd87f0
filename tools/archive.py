"""Pack the built site to take it along: `python tools/archive.py SITE`.

_build/dist/the-chain-rule-live-VERSION.zip holds one folder, which opens from a memory stick by a
double click on its index.html. The same site gives the same bytes.
"""

import argparse
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from editions import NAME
from ptcode.site import edition, live

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "_build" / "dist"
# What Sphinx keeps for itself, how the build went, and Python for the page, which no file starts.
BESIDE = (".buildinfo", "reports", "objects.inv", "live")


def files(site):
    """Every file that a reader's copy needs, in order."""
    found = (path for path in site.rglob("*") if path.is_file())
    return sorted(path for path in found if path.relative_to(site).parts[0] not in BESIDE)


def pack(site, folder, made):
    """Write an archive with the site in a folder of this name, dated by the day of its making."""
    name = f"{NAME}{made.version}"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.zip"
    moment = (made.day.year, made.day.month, made.day.day, 0, 0, 0)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path in files(site):
            entry = ZipInfo(f"{name}/{path.relative_to(site).as_posix()}", moment)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            content = path.read_bytes()
            if path.suffix == ".html":
                content = live.TAG.sub("", content.decode()).encode()
            archive.writestr(entry, content)
    return target


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    target = pack(parser.parse_args().site, DIST, edition.read(ROOT))
    print(f"{target.relative_to(ROOT)}, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
