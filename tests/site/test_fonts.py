"""Every character that the site can show has a glyph in the fonts it loads, the root sign too."""

import io
import re
from base64 import b64decode
from collections import defaultdict

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from matplotlib.image import imread

import checks
from ptcode.site import fonts, radical
from ptcode.site.assets import KATEX
from ptcode.site.freshness import PACKAGE

FACE = re.compile(r"@font-face\{([^}]*?)src:url\([^,]*base64,([^)]*)\)([^}]*)\}", re.DOTALL)
FAMILY = re.compile(r"font-family:\"?([^;\"]+)")
STACK = re.compile(r"--pt-(serif|sans|mono):\s*([^;]*);")
# What a reader types, pastes or has on the keyboard: the reader's own system has it, or nobody has.
FRACTIONS = "⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
READ_ONLY = "‐‑﹣（）＊＋－／＾∛"  # what the parser accepts in a reader's text
KEYBOARD = "⌘"  # shown by the theme on the one system that has the key
TEMPLATE = "⟦⟧"  # around the words of an exercise that its numbers choose; never shown
COMBINING = "\u0302\u0307"  # of ŷ and of a tangent, u̇: put over the letter by the browser
LEFT = set(FRACTIONS + READ_ONLY + KEYBOARD + TEMPLATE + COMBINING)
SIGNS = """([signs, style]) => {
  document.body.replaceChildren(...signs.map((sign) => {
    const place = document.createElement("p");
    place.id = `sign-${sign.codePointAt(0)}`;
    place.style = `font: ${style} 20px "Chain Rule Serif", "Chain Rule Signs", KaTeX_Main`;
    place.textContent = sign;
    return place;
  }));
}"""
LEAVES = """() => {
  const leaves = [...document.querySelectorAll(".katex-html *")].filter((one) =>
    [...one.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE &&
      data.replaceAll("\u200b", "").trim()));
  leaves.forEach((leaf, place) => { leaf.dataset.leaf = place; });
  return leaves.length;
}"""


def faces(site):
    """Every font that the site brings: its family, and its characters."""
    style = (site / "assets" / "fonts.css").read_text("utf-8")
    for before, data, after in FACE.findall(style):
        font = TTFont(io.BytesIO(b64decode(data)))
        yield FAMILY.search(before + after)[1], set(map(chr, font.getBestCmap()))


class Drawn:
    """What the browser drew the text of an element with."""

    def __init__(self, page):
        self.session = page.context.new_cdp_session(page)
        for domain in ("DOM", "CSS"):
            self.session.send(f"{domain}.enable")
        self.root = self.session.send("DOM.getDocument")["root"]["nodeId"]

    def is_ours(self, selector):
        """Whether only fonts that the page brought were taken."""
        asked = {"nodeId": self.root, "selector": selector}
        node = {"nodeId": self.session.send("DOM.querySelector", asked)["nodeId"]}
        used = self.session.send("CSS.getPlatformFontsForNode", node)["fonts"]
        return bool(used) and all(font["isCustomFont"] for font in used)


@pytest.fixture(scope="module")
def loaded(site):
    """The characters of the fonts of the site, by family."""
    families = defaultdict(set)
    for family, characters in faces(site):
        families[family] |= characters
    return families


@pytest.fixture(scope="module")
def shown(site):
    """The characters of pages and scripts: what is text, and what stands in formulas, by class."""
    text, formulas = set(), defaultdict(set)
    for path in site.rglob("*.html"):
        outside, inside = fonts.characters(path.read_text("utf-8"))
        text |= outside
        for name, found in inside.items():
            formulas[name] |= found
    for path in site.glob("assets/*.js"):
        text |= fonts.written(path.read_text("utf-8"))
    for path in (site / "assets").glob("*.css"):
        text |= fonts.content(path.read_text("utf-8"))
    for path in (PACKAGE / "static").glob("*.json"):
        text |= fonts.written(path.read_text("utf-8"))
    return {one for one in text if one.isprintable() and not one.isspace()}, formulas


@pytest.mark.parametrize("name", ["serif", "sans", "mono"])
def test_every_character_of_pages_scripts_styles_and_data_has_a_glyph(name, site, loaded, shown):
    """Each stack of fonts names families of the book that have, together, every character."""
    stacks = dict(STACK.findall((site / "assets" / "site.css").read_text("utf-8")))
    named = [family.strip('" ') for family in stacks[name].split(",")]
    drawn = set().union(*(loaded.get(family, set()) for family in named))
    text, _ = shown
    assert {"√", "⁰", "₀", "✓"} <= text
    assert sorted(text - drawn - LEFT) == []
    assert sorted(LEFT & drawn) == []
    assert sorted(LEFT - text) == []


def test_every_character_of_a_formula_has_a_glyph_in_a_font_of_formulas(loaded, shown):
    drawn = set().union(*(loaded[name] for name in loaded if name.startswith("KaTeX")))
    _, formulas = shown
    found = {
        name: sorted(set(map(str.strip, those)) - drawn - {"", "\u200b"})
        for name, those in formulas.items()
    }
    assert {name: those for name, those in found.items() if those} == {}


@pytest.mark.browser
@pytest.mark.parametrize("style", ["normal", "italic"])
def test_the_browser_takes_no_font_but_the_books_for_any_character(
    style, site, served, page_factory, shown
):
    """All signs on one page, in the families of the book alone: none falls back on another."""
    page = page_factory()
    page.goto(served + "figure.html")
    text = sorted(shown[0] - LEFT)
    page.evaluate(SIGNS, [text, style])
    checks.settle(page)
    drawn = Drawn(page)
    assert "".join(one for one in text if not drawn.is_ours(f"#sign-{ord(one)}")) == ""


@pytest.mark.browser
def test_formulas_are_drawn_with_the_books_fonts_alone(served, page_factory):
    page = page_factory()
    page.goto(served + "chapters/summary.html")
    checks.settle(page)
    count = page.evaluate(LEAVES)
    assert count > 100
    drawn, leaves = Drawn(page), [f"[data-leaf='{place}']" for place in range(count)]
    assert [page.inner_text(leaf) for leaf in leaves if not drawn.is_ours(leaf)] == []


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
    page.goto(served + "chapters/05-composite-functions.html#machine?expression=sqrt(x^2 %2B 1)")
    checks.settle(page)
    root = page.locator("#machine .pt-row msqrt").last
    root.scroll_into_view_if_needed()
    box, inner = root.bounding_box(), root.locator(":scope > *").first.bounding_box()
    sign = {**box, "width": inner["x"] - box["x"]}
    assert sign["width"] > 5
    picture = imread(io.BytesIO(page.screenshot(clip=sign)))
    assert np.ptp(picture[..., :3]) > 0.5
