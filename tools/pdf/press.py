"""Print a document with Chromium: once to learn on which page everything is, once to say so."""

from io import BytesIO

from pypdf import PdfReader

PAPER = {"format": "A4", "prefer_css_page_size": True, "print_background": True}
MOST = 4
NUMBERED = "() => [...document.querySelectorAll('[data-page]')].map((one) => one.dataset.page)"
NUMBER = """(found) => { for (const one of document.querySelectorAll("[data-page]"))
  one.textContent = found[one.dataset.page]; }"""
READY = """() => Promise.all([document.fonts.ready,
  ...[...document.images].map((image) => { image.loading = "eager"; return image.decode(); })])"""


def pressed(page):
    """The bytes of the PDF, whose page numbers are those on which things are."""
    page.evaluate(READY)
    wanted = set(page.evaluate(NUMBERED))
    known = None
    for _ in range(MOST):
        printed = page.pdf(tagged=True, outline=True, **PAPER)
        found = numbers(printed, wanted)
        if found == known:
            return printed
        page.evaluate(NUMBER, found)
        known = found
    raise SystemExit(f"page numbers still change after {MOST} prints")


def numbers(printed, wanted):
    """For each id that is linked, the number of its page."""
    reader = PdfReader(BytesIO(printed))
    places = reader.named_destinations
    missing = sorted(wanted - {name.lstrip("/") for name in places})
    if missing:
        raise SystemExit(f"on no page: {', '.join(missing)}")
    return {
        name: str(reader.get_destination_page_number(place) + 1)
        for full, place in places.items()
        if (name := full.lstrip("/")) in wanted
    }
