"""What a finger or a screen reader needs: targets of 24 px, headers in every table."""

import pytest

import checks

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What can be pressed and is smaller; a checkbox is pressed by its label.
SMALL = """() => [...document.querySelectorAll(`.bd-article a.pt-set,
    :is(.bd-article, .pt-figure) :is(button, select, input, summary)`)]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
  .map((one) => one.closest("label") ?? one)
  .filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
# Rows and columns without a header, in the prose and in figures.
HEADLESS = """() => [...document.querySelectorAll("table")].flatMap((table) => {
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])];
  const filled = (i) => [...table.tBodies[0].rows].some((row) => row.cells[i]?.textContent.trim());
  const bare = columns.filter((cell, i) => cell.matches("th:not([scope=col])") ||
    (i > 0 && cell.matches("td") && filled(i)));
  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    .filter((row) => !row.querySelector("th[scope=row]"));
  return columns.length && !bare.length && !rows.length ? [] : [table.textContent.slice(0, 80)];
})"""
PAGES = [
    "start",
    "01-derivatives",
    "06-the-chain-rule",
    "11-layers-as-matrices",
    "summary",
    "notation",
]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES[:4])
def test_what_can_be_pressed_is_large_enough(name, width, served, page_factory):
    page = page_factory(width=width)
    page.goto(f"{served}chapters/{name}.html", wait_until="load")
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_table_names_its_columns_and_rows(name, served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/{name}.html", wait_until="load")
    for summary in page.locator(".pt-view details > summary").all():
        summary.evaluate("summary => { summary.parentElement.open = true; }")
    checks.next_frames(page)
    assert page.evaluate(HEADLESS) == []
