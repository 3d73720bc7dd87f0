"""Make the fonts of the book's text from Source Serif 4, with the weights that the book has.

python tools/fonts.py FOLDER    the .woff2 files of @fontsource-variable/source-serif-4

That part of a variable font never changes, so it is made here and kept in ptcode/static/fonts; the
build only cuts it down to the characters of the book.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from ptcode.site.fonts import SCRIPTS, STYLES, TEXT_FAMILY, text_font
from ptcode.site.freshness import PACKAGE


def instance(path, weights):
    """A font with the weights of the book only, under the book's name for it."""
    font = TTFont(path, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": weights})
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = TEXT_FAMILY.replace(" ", "") if record.nameID == 6 else TEXT_FAMILY
    font.flavor = "woff2"
    return font


if __name__ == "__main__":
    for script in SCRIPTS:
        for style, weights in STYLES.items():
            source = Path(sys.argv[1]) / f"source-serif-4-{script}-wght-{style}.woff2"
            instance(source, weights).save(PACKAGE / "static" / "fonts" / text_font(script, style))
