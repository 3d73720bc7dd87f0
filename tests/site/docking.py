"""A page with two figures and, far below, links that set them, for the tests of the dock."""

WIDE, PHONE = 1280, 390
SETS = "#descent?alpha=0.75&theta0=2&k=3"
FIRST, SECOND, OTHER = "#descent?alpha=0.25&k=2", SETS, "#tangent?x=1&h=0"
# Long texts before and after the figures, of lines as wide as the book's.
TEXT = """() => {
  const line = (text) => `<p style="max-width:35rem">${text}</p>`;
  const text = (links) => `<section>${Array(30).fill(line("A sentence of the text. ".repeat(8)))
    .toSpliced(15, 0, line(links))
    .join("")}</section>`;
  const links = %s.map((href, i) => `<a class="pt-set" href="${href}">link ${i}</a>`).join(" ");
  document.querySelector("main").insertAdjacentHTML("beforeend", text(links));
}"""


def link(page, number):
    found = page.get_by_role("link", name=f"link {number}")
    found.evaluate("link => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    return found


def follow(page, number):
    """Follow a link; return the dock, once it is there."""
    found = link(page, number)
    found.click()
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    return dock


def place(page, element):
    box = element.bounding_box()
    return page.evaluate("scrollY"), {side: round(at) for side, at in box.items()}


def focused(page):
    return page.evaluate("document.activeElement.textContent")
