"""Python in the page: what a first visit fetches, how long a reader waits, what the tab holds.

A visit is a browser of its own with a profile on a disk, as readers have it; the second one finds
what the first has left there. Only where the site holds the parts: `make live`.
"""

import asyncio
import gzip
import sys
import tempfile

from playwright.async_api import async_playwright

from tools import browsers
from tools.bench import SITE, Row
from tools.bench.chromium import served
from tools.serve import Handler

# The first needs NumPy and SymPy; the second draws, so that matplotlib comes too.
CHAPTERS = ("06-the-chain-rule", "02-gradient-descent")
CELL = "rule-in-python"
PATIENCE = 300_000  # milliseconds
EAGER = "--enable-blink-features=ForceEagerMeasureMemory"  # or the browser waits for a quiet moment
MEMORY = "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes / 1e6)"
# Presses Run and says, in milliseconds, how long it is until the cell says that it has run.
RUN = """(name) => new Promise((resolve, reject) => {
  const names = document.querySelector("script[data-cells]").dataset.cells.split(" ");
  const cell = [...document.querySelectorAll(".cell:has(.cell_input)")][names.indexOf(name)];
  const said = () => cell.querySelector(".pt-tools [role=status]")?.textContent ?? "";
  const started = performance.now();
  let began = !said();
  new MutationObserver(() => {
    began ||= !said().startsWith("Run in");
    if (began && said().startsWith("Run in")) resolve(performance.now() - started);
    if (/went wrong|Python/.test(said()) && /Run tries|anew|wrong/.test(said())) reject(said());
  }).observe(cell, { subtree: true, childList: true, characterData: true });
  [...cell.querySelectorAll("button")].find(({ textContent }) => textContent === "Run").click();
})"""


class Isolated(Handler):
    """Lets a page measure its own memory, which a browser allows only where it is by itself."""

    def end_headers(self):
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()


async def visit(playwright, profile, address):
    """Seconds to the first result, milliseconds of a later one, MB before and after, and files."""
    path = browsers.chromium(browsers.WINDOWED) or browsers.chromium()
    launched = playwright.chromium.launch_persistent_context(
        profile, executable_path=path, args=[*browsers.FLAGS, EAGER]
    )
    async with await launched as context:
        context.set_default_timeout(PATIENCE)
        files = set()
        context.on("request", lambda request: files.add(request.url))
        page = await context.new_page()
        await page.goto(address, wait_until="load")
        before = await page.evaluate(MEMORY)
        first = await page.evaluate(RUN, CELL)
        later = min([await page.evaluate(RUN, CELL) for _ in range(5)])
        return first / 1000, later, before, await page.evaluate(MEMORY), files


def megabytes(files, root):
    """What these files of the parts weigh as they lie there, and compressed by the host."""
    names = [url.removeprefix(root).partition("?")[0] for url in files if "/live/" in url]
    texts = [(SITE / name).read_bytes() for name in names]
    return sum(map(len, texts)) / 1e6, sum(len(gzip.compress(text, 6)) for text in texts) / 1e6


async def measure(chapter):
    async with async_playwright() as playwright:
        with served(SITE, Isolated) as root, tempfile.TemporaryDirectory() as profile:
            address = f"{root}chapters/{chapter}.html"
            first, later, before, after, files = await visit(playwright, profile, address)
            second, *_ = await visit(playwright, profile, address)
    plain, compressed = megabytes(files, root)
    return [
        Row(f"{chapter}: Run, first visit", plain, "MB", None, f"{compressed:.1f} MB compressed"),
        Row(f"{chapter}: first result, empty profile", first, "s", 15),
        Row(f"{chapter}: first result, second visit", second, "s", 6),
        Row(f"{chapter}: a later cell, all of it", later, "ms", 200, "quickest of five"),
        Row(f"{chapter}: memory of the tab", after, "MB", None, f"{before:.0f} MB before Run"),
    ]


def rows():
    if not (SITE / "live").exists():
        print("live: the site holds no Python for the page (make live)", file=sys.stderr)
        return
    for chapter in CHAPTERS:
        yield from asyncio.run(measure(chapter))
