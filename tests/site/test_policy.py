"""The book works under a strict policy of its host."""

import pytest

import checks
from sitebuild import built_site, page_names

pytestmark = pytest.mark.browser
PAGES = [name for name in page_names(built_site()) if name != "index.html"]

WATCH = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, lineNumber }) =>
  violations.push(`${violatedDirective}: ${blockedURI}, line ${lineNumber}`));"""
FONTS = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter(({ status }) => status !== "loaded").map(
    ({ family, weight, status }) => `${family} ${weight}: ${status}`);
}"""


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_breaks_no_policy(page_name, served, page_factory):
    """`served` sends the policy along; every font is there, formulas show and sliders work."""
    page = page_factory()
    page.add_init_script(WATCH)
    page.goto(served + page_name, wait_until="load")
    checks.settle(page)
    assert page.evaluate(FONTS) == []
    for formula in page.locator(".katex-html:visible").all()[:1]:
        assert formula.bounding_box()["height"] > 5
    for slider in page.locator(".pt-figure input[type=range]:visible:enabled").all()[:1]:
        assert list(checks.unanswered(page, slider)) == []
    assert page.evaluate("violations") == []
