"""From a pointer's move to the drawn frame, beside a bare slider measured in the same run.

Real pointer moves go through the browser's own input path. The clock starts at the event's time
stamp and stops in the first task after the frame that shows the change.
"""

import asyncio
import itertools
import math
import random
import re
import statistics
import sys
from pathlib import Path

from tools.bench import SITE, Row
from tools.bench.chromium import browser, served, slow, throttled

KINDS = ("descent", "tangent", "surface", "numberlines", "flow", "race", "graph")
# Those whose second view, in the dock beside the text, is measured too: `slider:docked-descent`.
DOCKED, BESIDE = ("descent", "surface", "flow"), "docked-"
MOVES, BLOCK = 120, 20
DRAG_SECONDS, POINTER_HZ, FRAME = 2, 125, 1000 / 60

WATCH = """
const bench = globalThis.bench = { input: null, changed: false, frames: [], done: null, on: false };
addEventListener("pointermove", (event) => { bench.input ??= event.timeStamp; }, true);
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  if (bench.changed && bench.input !== null && bench.done === null)
    bench.done = performance.now() - bench.input;
};
const loop = (time) => {
  bench.frames.push(time);
  channel.port2.postMessage(0);
  if (bench.on) requestAnimationFrame(loop);
};
bench.start = (slider) => {
  const changes = new MutationObserver(() => { bench.changed = true; });
  const watched = { subtree: true, childList: true, attributes: true, characterData: true };
  const within = slider.closest(".pt-dock, .pt-figure") ?? document;
  for (const picture of within.querySelectorAll("svg"))
    changes.observe(picture, watched);
};
bench.play = () => { if (!bench.on) { bench.on = true; requestAnimationFrame(loop); } };
bench.reset = () => Object.assign(bench, { input: null, changed: false, done: null, frames: [] });
bench.wait = async () => {
  for (let i = 0; i < 60 && bench.done === null; i++) await new Promise(requestAnimationFrame);
  return bench.done;
};
"""


class Slider:
    """One slider on one page, held by the pointer.

    The processor is slowed only while the slider is held: Chromium slows a page by keeping a
    processor busy in its name, so that two slowed pages would leave none for drawing.
    """

    def __init__(self, page, session, box, rate):
        self.page, self.session, self.box, self.rate = page, session, box, rate
        self.sweep = itertools.cycle([*range(15, 86, 3), *range(82, 17, -3)])

    @classmethod
    async def open(cls, chromium, url, selector, rate, link=None):
        context = await chromium.new_context(viewport={"width": 1280, "height": 900})
        page = await context.new_page()
        await page.add_init_script(WATCH)
        await page.goto(url, wait_until="networkidle")
        slider = page.locator(selector).first
        if link is not None:
            await page.locator(f"{link}:visible").last.click()
            await slider.wait_for()
        else:
            await slider.evaluate("s => s.scrollIntoView({ block: 'center', behavior: 'instant' })")
        await slider.evaluate("slider => bench.start(slider)")
        session = await throttled(page, 1)
        return cls(page, session, await slider.bounding_box(), rate)

    def mouse(self, kind, share):
        x = self.box["x"] + self.box["width"] * share
        y = self.box["y"] + self.box["height"] / 2
        held = {"button": "left", "buttons": int(kind != "mouseReleased"), "clickCount": 1}
        return self.session.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y} | held)

    async def grab(self):
        await self.page.bring_to_front()
        await slow(self.session, self.rate)
        await self.page.evaluate("bench.play()")
        await self.mouse("mousePressed", 0.5)
        await asyncio.sleep(0.15)

    async def release(self):
        await self.mouse("mouseReleased", 0.5)
        await self.page.evaluate("bench.on = false")
        await slow(self.session, 1)

    async def moves(self, count):
        """Milliseconds from event to frame for isolated moves."""
        await self.grab()
        times = []
        for _ in range(count):
            await self.page.evaluate("bench.reset()")
            # A move at a random moment of the frame, as a hand makes it.
            await asyncio.sleep(random.uniform(0.02, 0.05))
            await self.mouse("mouseMoved", next(self.sweep) / 100)
            times.append(await self.page.evaluate("bench.wait()"))
        await self.release()
        return [time for time in times if time is not None]

    async def dropped(self):
        """How many frames are missing in a drag to and fro."""
        await self.grab()
        await self.page.evaluate("bench.reset()")
        clock, sent = asyncio.get_running_loop(), []
        start = clock.time()
        while (now := clock.time() - start) < DRAG_SECONDS:
            share = 0.5 + 0.35 * math.sin(2 * math.pi * now)
            sent.append(asyncio.ensure_future(self.mouse("mouseMoved", share)))
            await asyncio.sleep(1 / POINTER_HZ)
        await asyncio.gather(*sent)
        frames = await self.page.evaluate("bench.frames")
        await self.release()
        gaps = (later - earlier for earlier, later in itertools.pairwise(frames))
        return sum(max(0, round(gap / FRAME) - 1) for gap in gaps)


async def compare(chromium, *targets):
    """Measure both pages in turn, a block of moves at a time."""
    pages = [await Slider.open(chromium, *target) for target in targets]
    times = [[], []]
    for _ in range(MOVES // BLOCK):
        for slider, found in zip(pages, times, strict=True):
            found += await slider.moves(BLOCK)
    dropped = [await slider.dropped() for slider in pages]
    for slider in pages:
        await slider.page.context.close()
    return times, dropped


def table(times, dropped, rate, name):
    slowed = "" if rate == 1 else f", {rate}× slowed"
    limit = 1.15 if rate == 1 else 1.5
    for what, measure in (("median", statistics.median), ("95th percentile", percentile)):
        ours, bare = map(measure, times)
        note = f"{ours:.1f} ms against {bare:.1f} ms, {len(times[0])} moves"
        yield Row(f"{name}: slider to frame, {what}{slowed}", ours / bare, "× bare", limit, note)
    note = f"bare page: {dropped[1]}"
    limit = 0 if rate == 1 else None
    yield Row(f"{name}: frames dropped in a 2 s drag{slowed}", dropped[0], "", limit, note)


def percentile(times):
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def page_of(kind):
    """The first page of the book with a figure of that kind."""
    for path in sorted(SITE.glob("chapters/*.html")):
        if f'data-figure="{kind}"' in path.read_text(encoding="utf-8"):
            return path.relative_to(SITE).as_posix()
    return sys.exit(f"no page of {SITE} has a figure of the kind {kind!r}")


def linked(kind):
    """The first page whose text sets a figure of that kind, and what finds such a link there."""
    of_kind = re.compile(rf'id="([^"]+)" data-figure="{kind}"')
    for path in sorted(SITE.glob("chapters/*.html")):
        text = path.read_text(encoding="utf-8")
        for name in of_kind.findall(text):
            if f'href="#{name}?' in text:
                return path.relative_to(SITE).as_posix(), f'a.pt-set[href^="#{name}?"]'
    return sys.exit(f"no page of {SITE} has a link that sets a figure of the kind {kind!r}")


async def measure(name):
    kind = name.removeprefix(BESIDE)
    if name == kind:
        page, link, within = page_of(kind), None, f'[data-figure="{kind}"]'
    else:
        (page, link), within = linked(kind), "aside.pt-dock"
    found = []
    with served(SITE) as root, served(Path(__file__).parent) as bare:
        async with browser() as chromium:
            book = root + page, f"{within} input[type=range]:enabled"
            for rate in (1, 4):
                floor = bare + "floor.html", "input"
                times, dropped = await compare(chromium, (*book, rate, link), (*floor, rate))
                found += table(times, dropped, rate, name)
    return found


def rows(*names):
    for name in names or (*KINDS, *(BESIDE + kind for kind in DOCKED)):
        yield from asyncio.run(measure(name))
