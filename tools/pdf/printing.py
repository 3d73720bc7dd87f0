"""From the built site to a PDF: serve it, read it, put it together, print it, say what it is."""

import threading
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfWriter

from tools import browsers
from tools.pdf import composing, press, reading
from tools.serve import server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600_000  # milliseconds: the whole book is one page, which a busy machine lays out slowly


def book_as_pdf(site, edition, wanted=None, address=None):
    """The bytes of the PDF of a built site: of all its pages, or of those with the wanted ids.

    The address is where the site is kept, if it is not to be that of _config.yml.
    """
    with served(site) as root, chromium() as browser:
        page = browser.new_page(color_scheme="light", viewport={"width": 900, "height": 1200})
        page.set_default_timeout(PATIENCE)
        book = reading.contents(page, root)
        if address is not None:
            book["address"] = address
        chapters = list(reading.chapters(page, root, book, wanted))
        whole = composing.document(book, chapters, edition)
        if gone := composing.dangling(whole):
            raise SystemExit(f"links to what is not in the book: {', '.join(gone)}")
        page.route(f"{root}book.html", lambda route: route.fulfill(body=whole, content_type=HTML))
        page.emulate_media(media="print", color_scheme="light")
        page.goto(f"{root}book.html")
        return described(press.pressed(page), edition)


HTML = "text/html; charset=utf-8"


def described(printed, edition):
    """The PDF with what Chromium does not say of it: a window shows the title, not the file."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    writer.add_metadata({"/Subject": composing.dated(edition)})
    writer.create_viewer_preferences().display_doctitle = True
    writer.page_mode = "/UseOutlines"
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@contextmanager
def served(site):
    """Serve the site; yield its address."""
    with server(site) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()


@contextmanager
def chromium():
    """Yield the system's Chromium without a window."""
    path = browsers.chromium()
    if path is None:
        raise SystemExit("no Chromium on the PATH: a PDF needs one (apt install chromium)")
    with sync_playwright() as session:
        browser = session.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield browser
        browser.close()
