"""The root sign of MathML: √ in five sizes, with the OpenType MATH table that a browser asks.

A browser draws the sign of ``<msqrt>`` from the first font of its stack alone, and stretches it
only by that font's MATH table. Source Serif has no √, so that √u would read u; KaTeX has it in five
sizes, each in a font of its own, without such a table. Here they become one font.
"""

import io
from base64 import b64encode

from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib.builder import buildMathTable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Chain Rule Root"
SIZES = ("Main", "Size1", "Size2", "Size3", "Size4")
ROOT = ord("√")
RULE = 40  # in 1/1000 of an em, as all lengths here: KaTeX's line over what stands under the root
CONSTANTS = {
    "RadicalVerticalGap": 70,
    "RadicalDisplayStyleVerticalGap": 110,
    "RadicalRuleThickness": RULE,
    "RadicalExtraAscender": RULE,
}


def face(folder):
    """The font-face rule, with KaTeX's fonts in ``folder``.

    It has no unicode-range: with one that leaves out the space, no browser takes it for the first.
    """
    return (
        f'@font-face{{font-family:"{FAMILY}";'
        f"src:url(data:font/woff2;base64,{b64encode(font_bytes(folder)).decode()})}}"
    )


def font_bytes(folder):
    """The font, the same bytes for the same KaTeX."""
    blank = TTGlyphPen(None).glyph()
    glyphs, metrics, sizes = {".notdef": blank}, {".notdef": (0, 0)}, []
    for size in SIZES:
        font = TTFont(folder / f"KaTeX_{size}-Regular.woff2")
        name, glyph = f"root{len(sizes)}", font["glyf"][font.getBestCmap()[ROOT]]
        glyphs[name], metrics[name] = glyph, font["hmtx"][font.getBestCmap()[ROOT]]
        sizes.append((name, glyph.yMax - glyph.yMin))
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ROOT: sizes[0][0]})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost(keepGlyphNames=False, underlineThickness=RULE)
    # Browsers drop a MATH table that says nothing of single glyphs; this correction is none.
    buildMathTable(
        builder.font,
        constants=CONSTANTS,
        italicsCorrections={sizes[0][0]: 0},
        vertGlyphVariants={sizes[0][0]: sizes},
    )
    head = builder.font["head"]
    head.created = head.modified = font["head"].modified
    builder.font.flavor, builder.font.recalcTimestamp = "woff2", False
    written = io.BytesIO()
    builder.font.save(written)
    return written.getvalue()
