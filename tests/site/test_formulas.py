"""Formulas under a finger and in the clipboard: met as a whole, and copied once, as TeX."""

import re

import pytest
from docutils import nodes

import checks
from ptcode.site import formulas

# What stands at the middle of each drawn formula, and how far its box is off. One that may go
# on in the next line is met where it begins.
MET = """() => [...document.querySelectorAll(".katex")].filter((one) => one.checkVisibility() &&
    getComputedStyle(one).visibility === "visible").map((one) => {
  one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const drawn = document.createRange();
  drawn.selectNodeContents(one.querySelector(".katex-html"));
  const box = drawn.getBoundingClientRect(), math = one.querySelector("math");
  const over = math.getBoundingClientRect();
  const flows = getComputedStyle(one).display === "inline", [first] = one.getClientRects();
  const [x, y] = flows
    ? [first.left + 4, (first.top + first.bottom) / 2]
    : [box.left + box.width / 2, box.top + box.height / 2];
  const found = document.elementFromPoint(x, y);
  const off = flows ? 0 : Math.max(over.left - box.left, box.right - over.right);
  return [math.querySelector("annotation").textContent, found === math, off];
}).filter(([, met, off]) => !met || off > 1)"""
# What an element's text is copied as; `inside` begins and ends the selection within formulas.
COPIED = """async (element) => {
  const copied = new Promise((resolve) => document.addEventListener("copy", (event) =>
    resolve(["text/plain", "text/html"].map((type) => event.clipboardData.getData(type))),
    { once: true }));
  getSelection().selectAllChildren(element);
  globalThis.copied = copied;
}"""
SOURCES = """(element) => [...element.querySelectorAll("annotation")].map(
  (one) => one.textContent)"""


@pytest.fixture
def copy():
    """Return `copy(page, locator)`: plain and formatted text that Control and C put aside."""

    def copied(page, locator):
        locator.evaluate(COPIED)
        page.keyboard.press("Control+c")
        return page.evaluate("copied")

    return copied


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["06-the-chain-rule", "summary"])
def test_a_finger_meets_a_formula_as_a_whole(name, width, served, page_factory):
    page = page_factory(width=width)
    page.goto(f"{served}chapters/{name}.html")
    assert not page.evaluate(MET), "what stands at the middle of a formula is not its MathML"


@pytest.mark.slow
@pytest.mark.browser
def test_a_copied_paragraph_holds_each_formula_once(served, page_factory, copy):
    page = page_factory()
    page.goto(f"{served}chapters/06-the-chain-rule.html")
    paragraph = page.locator("article p:has(.katex + *, .katex):not(details *)").first
    plain, rich = copy(page, paragraph)
    sources = paragraph.evaluate(SOURCES)
    assert re.findall(r"\$([^$]+)\$", plain) == sources, "each formula once, in its order"
    around = paragraph.evaluate(
        "(one) => { const text = one.cloneNode(true);"
        "text.querySelectorAll('.katex').forEach((math) => math.replaceWith('$'));"
        "return text.textContent; }"
    )
    assert re.sub(r"\$[^$]+\$", "$", plain).split() == around.split()
    assert rich.count("<math") == len(sources)
    assert "katex" not in rich
    assert "annotation" not in rich


@pytest.mark.slow
@pytest.mark.browser
def test_what_begins_in_a_formula_is_copied_with_the_whole_of_it(served, page_factory, copy):
    page = page_factory()
    page.goto(f"{served}chapters/06-the-chain-rule.html")
    formula = page.locator("p .katex:has(.mrel)").first
    plain, _ = copy(page, formula.locator(".mrel").first)
    assert plain == f"${formula.evaluate(SOURCES)[0]}$"
    page.wait_for_function("document.querySelectorAll('.pt-marked').length === 1")


@pytest.mark.slow
@pytest.mark.browser
def test_lines_stay_lines_and_a_displayed_formula_is_marked(served, page_factory, copy):
    page = page_factory()
    page.goto(f"{served}chapters/06-the-chain-rule.html")
    section = page.locator("section:has(> div.math):has(> p)").last
    plain, _ = copy(page, section)
    shown = section.locator(".katex-display").first.evaluate(SOURCES)[0].strip()
    assert f"$${shown}$$" in [line.strip() for line in plain.split("\n")]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("address", ["chapters/06-the-chain-rule.html", "figure.html#derivation"])
def test_a_formula_that_a_figure_typesets_is_copied_as_tex(address, served, page_factory, copy):
    page = page_factory()
    page.goto(f"{served}{address}")
    figure = page.locator(".pt-deriving").first
    figure.scroll_into_view_if_needed()
    plain, _ = copy(page, figure.locator(".pt-steps").first)
    found = re.findall(r"\$([^$]+)\$", plain)
    assert found, f"no formula in {plain!r}"
    for tex in found:
        formulas.TYPESETTER.html(tex, trust=False, macros={})


@pytest.mark.slow
@pytest.mark.browser
def test_a_field_is_copied_as_it_stands(served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/06-the-chain-rule.html")
    field = page.locator(".pt-typed input").first
    field.fill("sin(2x)")
    page.evaluate("""() => document.addEventListener("copy", (event) =>
      globalThis.taken = event.defaultPrevented)""")
    field.select_text()
    page.keyboard.press("Control+c")
    checks.next_frames(page)
    assert page.evaluate("taken") is False


@pytest.mark.slow
@pytest.mark.parametrize("colour", formulas.MEANT)
def test_copied_tex_holds_outside_the_book(colour):
    mark = rf"\textcolor{{{colour}}}"
    html = formulas.typeset(nodes.math(text=rf"x^{{{mark}{{u}}}} + {mark} y"))
    source = formulas.SOURCE.search(html)[0]
    assert source == "x^{{u}} +  y"
    formulas.TYPESETTER.html(source, trust=False, macros={})
