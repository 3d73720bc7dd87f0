"""Every character that the site can show has a glyph in the fonts it loads, the root sign too."""

import io
import re
from base64 import b64decode

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from matplotlib.image import imread

import checks
from ptcode.site import fonts, radical
from ptcode.site.assets import KATEX

FACE = re.compile(r"@font-face\{.*?base64,([^)]*)\)", re.DOTALL)
# In none of the files that ship; the reader's own fonts draw them. This list only gets shorter.
SMALL = "⁰⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀᵢ₀₁₂₃₄₅₆₇₈₉"
FRACTIONS = "⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
CONTROLS = "⌘□◂✓✕✗‖"  # on buttons, beside verdicts and in readings, in the system's own face
READ_ONLY = "‐‑﹣（）＊＋－／＾∛"  # what the parser accepts in a reader's text
TEMPLATE = "⟦⟧"  # around the words of an exercise that its numbers choose; never shown
COMBINING = "\u0302"  # of ŷ, where it is written as two characters
LEFT = set(SMALL + FRACTIONS + CONTROLS + READ_ONLY + TEMPLATE + COMBINING)


@pytest.fixture(scope="module")
def loaded(site):
    """The characters of all fonts of the site."""
    style = (site / "assets" / "fonts.css").read_text("utf-8")
    found = [TTFont(io.BytesIO(b64decode(data))) for data in FACE.findall(style)]
    return set().union(*(map(chr, font.getBestCmap()) for font in found))


def test_every_character_of_pages_and_scripts_has_a_glyph(site, loaded):
    shown = set()
    for path in site.rglob("*.html"):
        outside, inside = fonts.characters(path.read_text("utf-8"))
        shown = shown.union(outside, *inside.values())
    for path in site.glob("assets/*.js"):
        shown |= fonts.written(path.read_text("utf-8"))
    invisible = {one for one in shown if not one.isprintable() or one.isspace()}
    assert "√" in shown
    assert sorted(shown - loaded - LEFT - invisible) == []
    assert sorted(LEFT & loaded) == []
    assert sorted(LEFT - shown) == []


def test_the_root_sign_comes_in_sizes_that_grow(tmp_path):
    path = tmp_path / "root.woff2"
    path.write_bytes(radical.font_bytes(KATEX / "fonts"))
    font = TTFont(path)
    variants = font["MATH"].table.MathVariants
    (construction,) = variants.VertGlyphConstruction
    sizes = [one.AdvanceMeasurement for one in construction.MathGlyphVariantRecord]
    assert variants.VertGlyphCoverage.glyphs == [font.getBestCmap()[ord("√")]]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(radical.SIZES)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_the_root_of_u_is_drawn_with_its_sign(page_factory, served, width):
    """Beside what stands under the root there is ink."""
    page = page_factory(width=width)
    page.goto(served + "chapters/04-composite-functions.html#machine?expression=sqrt(x^2 %2B 1)")
    checks.settle(page)
    root = page.locator("#machine .pt-row msqrt").last
    root.scroll_into_view_if_needed()
    box, inner = root.bounding_box(), root.locator(":scope > *").first.bounding_box()
    sign = {**box, "width": inner["x"] - box["x"]}
    assert sign["width"] > 5
    picture = imread(io.BytesIO(page.screenshot(clip=sign)))
    assert np.ptp(picture[..., :3]) > 0.5
