"""Keep earlier editions below the present one: `python tools/editions.py SITE FOLDER`.

FOLDER holds their archives, as `make archive` wrote them; the-chain-rule-live-1.2.3.zip is unpacked
into SITE/1.2.3, where links to that edition then lead.
"""

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

NAME = "the-chain-rule-live-"


def keep(site, archive):
    """Unpack an edition into the folder of its version; one that is there is written anew."""
    target = site / archive.stem.removeprefix(NAME)
    with TemporaryDirectory() as folder:
        shutil.unpack_archive(archive, folder)
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(Path(folder, archive.stem), target)
    return target


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    for archive in sorted(options.folder.glob(f"{NAME}*.zip")):
        print(keep(options.site, archive))


if __name__ == "__main__":
    main()
