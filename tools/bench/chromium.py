"""A headless Chromium, and a server, for the parts that measure pages."""

import sys
import threading
from contextlib import asynccontextmanager, contextmanager

from playwright.async_api import async_playwright

from tools import browsers
from tools.serve import Handler, server


@contextmanager
def served(folder, handler=Handler):
    """Serve the folder on a free port; yield its address."""
    http = server(folder, handler=handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}/"
    http.shutdown()
    http.server_close()


@asynccontextmanager
async def browser():
    """Yield the system's Chromium as readers have it, with a compositor."""
    path = browsers.chromium(browsers.WINDOWED) or browsers.chromium()
    if path is None:
        sys.exit("measuring pages needs a Chromium on the PATH")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield chromium
        await chromium.close()


async def throttled(page, rate):
    """Slow the page's processor; return the devtools session, which must live as long."""
    session = await page.context.new_cdp_session(page)
    await slow(session, rate)
    return session


def slow(session, rate):
    """Slow the processor of the page that the devtools session belongs to."""
    return session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
