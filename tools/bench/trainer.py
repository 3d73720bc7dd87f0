"""The network trainer while it plays: frames a second, and what a frame costs on one core.

Frames are counted as the page sees them. The processor time of a frame is that of all threads of
all processes of the browser, so that it says what one core has to do, whatever else runs.
"""

import asyncio
from pathlib import Path

from tools.bench import SITE, Row
from tools.bench.chromium import browser, served, throttled
from tools.bench.slider import page_of

SECONDS = 3
FRAME = 1000 / 60
STATES = {
    "2-8-8-1, 60 steps a second": "pace=steady",
    "2-8-8-1, as fast as it can": "pace=fast",
    "2-16-16-16-16-1, as fast as it can": "pace=fast&width=16&depth=4",
}
# An interval that the display rounds up is no lost frame.
TOLERANCE = 1.02

FRAMES = """(seconds) => new Promise((done) => {
  const times = [];
  const loop = (time) => {
    times.push(time);
    if (time - times[0] < seconds * 1000) requestAnimationFrame(loop); else done(times);
  };
  requestAnimationFrame(loop);
})"""


async def processor(session):
    """Seconds of processor time that the browser has used so far."""
    found = await session.send("SystemInfo.getProcessInfo")
    return sum(process["cpuTime"] for process in found["processInfo"])


async def play(chromium, url, rate):
    """Return milliseconds a frame, milliseconds of processor a frame, and steps a second."""
    context = await chromium.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    await page.goto(url, wait_until="networkidle")
    figure = page.locator('[data-figure="trainer"]').first
    session = await throttled(page, rate)
    whole = await chromium.new_browser_cdp_session()
    await figure.get_by_role("button", name="Play", exact=True).click()
    await asyncio.sleep(0.5)
    count = "figure => JSON.parse(figure.dataset.state).step"
    before, used = await figure.evaluate(count), await processor(whole)
    times = await page.evaluate(FRAMES, SECONDS)
    steps, used = await figure.evaluate(count) - before, await processor(whole) - used
    await session.detach()
    await context.close()
    frames, seconds = len(times) - 1, (times[-1] - times[0]) / 1000
    return 1000 * seconds / frames, 1000 * used / frames, steps / seconds


async def idle(chromium, url):
    """Milliseconds a frame of a page that does nothing, for comparison."""
    context = await chromium.new_context()
    page = await context.new_page()
    await page.goto(url, wait_until="networkidle")
    times = await page.evaluate(FRAMES, SECONDS)
    await context.close()
    return (times[-1] - times[0]) / (len(times) - 1)


async def measure():
    found = []
    with served(SITE) as root, served(Path(__file__).parent) as bare:
        async with browser() as chromium:
            found.append(
                Row(
                    "trainer: a frame of an idle page",
                    await idle(chromium, bare + "floor.html"),
                    "ms",
                )
            )
            for what, state in STATES.items():
                url = f"{root}{page_of('trainer')}#trainer?step=0&seed=1&{state}"
                for rate in (1, 4):
                    found += table(what, rate, *await play(chromium, url, rate))
    return found


def table(what, rate, frame, used, steps):
    slowed = "" if rate == 1 else f", {rate}× slowed"
    limit = round(TOLERANCE * FRAME * (1 if rate == 1 else 2), 1)
    note = f"{1000 / frame:.0f} frames and {steps:.0f} steps a second"
    yield Row(f"trainer {what}: a frame{slowed}", frame, "ms", limit, note)
    if rate == 1:
        budget = round(FRAME, 1)
        note = "all threads: what one core has to do"
        yield Row(f"trainer {what}: processor time of a frame", used, "ms", budget, note)


def rows():
    return asyncio.run(measure())
