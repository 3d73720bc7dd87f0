"""A page, cold: bytes as a server would compress them, other origins, shifts, script time."""

import asyncio
import gzip
import statistics
import sys

from ptcode.site import moved
from tools.bench import SITE, Row
from tools.bench.chromium import browser, served, throttled

COMPRESSED = ("text/", "javascript", "json", "svg")
SHIFTS = """globalThis.shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
  .observe({ type: "layout-shift", buffered: true });"""
LOADS = 3
SETTLED = 1000  # milliseconds, in which what comes near asks for what it needs


async def weigh(chromium, root, name):
    """Load a page in a fresh context.

    Return its KB as it opens and once it is read to its end, its requests as it opens, how many
    went elsewhere, and the layout shift.
    """
    context = await chromium.new_context(viewport={"width": 1280, "height": 900})
    page, responses = await context.new_page(), []
    page.on("response", lambda response: responses.append(response))
    await page.add_init_script(SHIFTS)
    await page.goto(root + name, wait_until="networkidle")
    opened = len(responses)
    await page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    await page.wait_for_timeout(SETTLED)
    await page.wait_for_load_state("networkidle")
    sizes = [await size(response) for response in responses]
    foreign = sum(not response.url.startswith((root, "data:")) for response in responses)
    shift = await page.evaluate("globalThis.shift")
    await context.close()
    return sum(sizes[:opened]) / 1000, sum(sizes) / 1000, opened, foreign, shift


async def size(response):
    body = await response.body() if response.ok else b""
    kind = response.headers.get("content-type", "")
    return len(gzip.compress(body, 6)) if any(word in kind for word in COMPRESSED) else len(body)


async def script_time(chromium, url):
    """Milliseconds of script during a load on a processor slowed four times, median of loads."""
    times = []
    for _ in range(LOADS):
        context = await chromium.new_context(viewport={"width": 1280, "height": 900})
        page = await context.new_page()
        session = await throttled(page, 4)
        await session.send("Performance.enable")
        await page.goto(url, wait_until="networkidle")
        metrics = (await session.send("Performance.getMetrics"))["metrics"]
        times.append(1000 * {m["name"]: m["value"] for m in metrics}["ScriptDuration"])
        await context.close()
    return statistics.median(times)


async def measure(only):
    found = []
    built = {path.relative_to(SITE).as_posix() for path in SITE.glob("chapters/*.html")}
    names = sorted(built.difference(moved.written_in(SITE)))
    if only:
        names = [name for name in names if only in name] or sys.exit(f"no page is named {only}")
    with served(SITE) as root:
        async with browser() as chromium:
            for name in names:
                kilobytes, whole, requests, foreign, shift = await weigh(chromium, root, name)
                script = await script_time(chromium, root + name)
                page = name.removeprefix("chapters/").removesuffix(".html")
                found += [
                    Row(
                        f"{page}: bytes, compressed",
                        kilobytes,
                        "KB",
                        250,
                        f"{requests} requests; {whole:.0f} KB read to the end",
                    ),
                    Row(f"{page}: requests to another origin", foreign, "", 0),
                    Row(f"{page}: layout shift", shift, "", 0),
                    Row(f"{page}: script time on load, 4× slowed", script, "ms", 150),
                ]
    return found


def rows(only=None):
    return asyncio.run(measure(only))
