"""Superscripts and subscripts that a font lacks, drawn with its own digits, letters and signs.

Text fonts have ¹, ² and ³; 10⁻¹⁰ would take its ⁰ and ⁻ from whatever font a reader has. Here all
of them are references to larger glyphs, as small and as high as the font's own ¹: thin, as small
formulas are, and of hardly any weight in a file.
"""

from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables.otTables import NO_VARIATION_INDEX

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀⁿ", "0123456789+−()Tn", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ᵢ", "0123456789i", strict=True))
DOUBLED = {"‖": "|"}
RESIZED = {"✕": ("×", 1.25), "✗": ("×", 1.25), "▸": ("▶", 0.6), "◂": ("◀", 0.6)}
SIGNS = RAISED | LOWERED | DOUBLED | {sign: base for sign, (base, _) in RESIZED.items()}
DROP = 0.16  # of an em, by which a subscript stands lower than the line
SPACE = 0.55  # of the width of a sign, by which its double stands beside it


def made_by(characters):
    """The signs that can be drawn with these characters."""
    by_size = RAISED.keys() | LOWERED.keys() if {"1", "¹"} <= characters else set()
    possible = by_size | DOUBLED.keys() | RESIZED.keys()
    return {sign for sign in possible if SIGNS[sign] in characters}


def add_to(font, wanted):
    """Add the wanted signs to a font, each a reference to the glyph that it repeats."""
    font.ensureDecompiled()  # tables that count glyphs, before there are more
    known = font.getBestCmap()
    scale, rise = shape_of(font, known)
    drop = -round(DROP * font["head"].unitsPerEm)
    for sign in sorted(wanted):
        base = known[ord(SIGNS[sign])]
        width, _ = font["hmtx"][base]
        if sign in DOUBLED:
            second = round(width * SPACE)
            add(font, sign, [(base, 0, 0, 1), (base, second, 0, 1)], second + width)
        else:
            _, size = RESIZED.get(sign, (base, scale))
            up = 0 if sign in RESIZED else rise if sign in RAISED else drop
            add(font, sign, [(base, 0, up, size)], round(size * width))
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font.getReverseGlyphMap(rebuild=True)


def shape_of(font, known):
    """How much smaller the font's own superscript is than its digit, and how much higher."""
    if ord("¹") not in known:
        return 1, 0
    one, raised = (font["glyf"][known[ord(digit)]] for digit in "1¹")
    scale = (raised.yMax - raised.yMin) / (one.yMax - one.yMin)
    return scale, round(raised.yMin - scale * one.yMin)


def add(font, sign, parts, advance):
    """Add a glyph made of references: (glyph, right, up, scale)."""
    name = f"u{ord(sign):X}"
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, []
    for base, right, up, scale in parts:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = base, right, up, 0x0002
        if scale != 1:
            part.transform = [[scale, 0], [0, scale]]
        glyph.components.append(part)
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    if "gvar" in font:
        font["gvar"].variations[name] = []
        font["HVAR"].table.AdvWidthMap.mapping[name] = NO_VARIATION_INDEX
    for table in font["cmap"].tables:
        if table.isUnicode() and (ord(sign) <= 0xFFFF):
            table.cmap[ord(sign)] = name
