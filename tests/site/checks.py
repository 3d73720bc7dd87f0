"""What must hold on every page of the book, as functions of an open page.

Each returns a list of sentences, empty when all is well, so that one page load can gather them all.
"""

import json
from urllib.parse import parse_qsl

import pytest

import accessibility

# A theme and a width: every look of a page is in two of the four; make test-all takes all.
LOOKS = [
    ("light", 1280),
    ("dark", 390),
    pytest.param("light", 390, marks=pytest.mark.slow),
    pytest.param("dark", 1280, marks=pytest.mark.slow),
]
WORDS = ("exercise", "clinic", "rounds")  # figures without a picture

# What judges is fetched with a page's first answer, a kept one when it comes near.
UNJUDGED = ".pt-status[aria-busy=true]"

OBSERVE_SHIFTS = """
globalThis.layoutShifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.value < 5e-5) continue; // a letter by a part of a pixel
    // A space at the end of what has arrived so far has no place yet.
    const sources = entry.sources.filter(({ node }) => node?.nodeValue?.trim() !== "");
    if (entry.sources.length && !sources.length) continue;
    const moved = sources.map((s) => s.node?.id || s.node?.className
      || s.node?.nodeValue || s.node?.nodeName);
    layoutShifts.push(`layout shift of ${entry.value.toFixed(4)}: ${moved.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const inScroller = (node) => {
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (node) => node.getBoundingClientRect().right > width + 0.5 && !inScroller(node));
  const names = wide.slice(0, 4).map((node) => node.tagName + "." + node.className);
  return [`${document.documentElement.scrollWidth} px wide at ${width}: ${names.join(", ")}`];
}"""

# A formula has a scroll bar that most systems hide: what is cut reads as if it ended there.
CUT = """() => [...document.querySelectorAll("div.math")].filter((formula) =>
  formula.scrollWidth > formula.clientWidth + 1
).map((formula) => `a formula of ${formula.scrollWidth} px is cut at ${formula.clientWidth} px: ` +
  formula.querySelector("math").textContent.slice(0, 60))"""

# Less is no way to a value; WebKit once made 15 px of what a grid's `auto` column left.
NARROW = """() => [...document.querySelectorAll("input[type=range]")].filter((slider) =>
  slider.checkVisibility() && slider.getBoundingClientRect().width < 90
).map((slider) => `slider ${slider.name} of ${slider.closest(".pt-figure")?.id} is ` +
  `${slider.getBoundingClientRect().width} px wide`)"""

# A figure is printed if something of it that shows a picture has a size on the paper; a question is
# words, and is printed if these have one.
PICTURES = """() => [...document.querySelectorAll(".pt-figure")].filter((figure) =>
  ![...figure.querySelectorAll("svg, img, canvas, .pt-prompt")].some((picture) => {
    const { width, height } = picture.getBoundingClientRect();
    const least = picture.matches(".pt-prompt") ? 15 : 60;
    return width > 100 && height > least && getComputedStyle(picture).visibility === "visible";
  })).map((figure) => `figure ${figure.id} shows no picture`)"""

# A browser that keeps nothing for a page.
NO_STORE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(self, name, {
    get() { throw new DOMException("denied", "SecurityError"); } });"""

# The key under which a copy of the book keeps what its reader did: it holds the site's root.
KEY = """`chain-rule-live:${new URL(
  document.documentElement.dataset.content_root || ".", document.baseURI).pathname}`"""

# What a slider's figure says before a key is pressed, and whether the slider is at its end.
HELD = """(slider) => {
  const figure = slider.closest(".pt-figure");
  slider.focus();
  return [figure.dataset.state, figure.querySelector("[role=status]").textContent,
    slider.valueAsNumber + Number(slider.step || 1) > Number(slider.max)];
}"""

# Frames are waited for until both have changed; the status follows when the hand lets go.
UNCHANGED = """async (slider, [state, status]) => {
  const figure = slider.closest(".pt-figure");
  const now = () => [figure.dataset.state === state,
    figure.querySelector("[role=status]").textContent === status];
  for (let frame = 0; frame < 20 && now().includes(true); frame++)
    await new Promise(requestAnimationFrame);
  return now();
}"""

FIGURE_LINKS = """() => [...document.querySelectorAll('a[href^="#"][href*="?"]')].map(
  (link) => link.getAttribute("href"))"""

CLICKED = """async ([index, name]) => {
  document.querySelectorAll('a[href^="#"][href*="?"]')[index].click();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return document.getElementById(name).dataset.state;
}"""


def watch(page, origin):
    """Return a list that fills with errors, failed requests and requests to another origin."""
    seen = []

    def request(sent):
        if not sent.url.startswith((origin, "data:", "blob:")):
            seen.append(f"request to another origin: {sent.url}")

    def response(got):
        if got.status >= 400:
            seen.append(f"status {got.status}: {got.url}")

    def console(message):
        if message.type == "error":
            seen.append(f"console error: {message.text} ({message.location.get('url')})")

    def failed(sent):
        if sent.failure != "net::ERR_ABORTED":  # by whoever left the page while it was under way
            seen.append(f"failed: {sent.url} {sent.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: seen.append(f"uncaught: {error}"))
    page.on("request", request)
    page.on("requestfailed", failed)
    page.on("response", response)
    return seen


def settle(page):
    """Wait until fonts are there and two frames are drawn."""
    page.evaluate(
        "async () => { await document.fonts.ready; for (let i = 0; i < 2; i++)"
        " await new Promise(requestAnimationFrame); }"
    )


def layout_shifts(page):
    return page.evaluate("globalThis.layoutShifts ?? ['the layout-shift observer did not run']")


def overflow(page, width):
    """Set the width, leaving the height, and name what sticks out sideways."""
    page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
    return page.evaluate(OVERFLOW)


def cut_formulas(page):
    """Name the formulas that run out of their boxes at the width the page has."""
    return page.evaluate(CUT)


def narrow_sliders(page):
    """Name the sliders that are too narrow to set a value with."""
    return page.evaluate(NARROW)


def axe(page, without=()):
    """Run axe-core; each violation says the rule, how often, and the first place."""
    return accessibility.sentences(accessibility.audit(page, without))


# ⟨a⟩ stands for the value of a in what an author of an exercise writes.
UNFILLED = """() => [...document.querySelectorAll(".pt-view")].flatMap((view) =>
  (view.textContent.match(/.{0,30}[⟨⟦].{0,30}/g) ?? []).map((text) =>
    `${view.closest("[data-figure]")?.id} shows the place of a number: ${text}`))"""


def next_frames(page, count=3):
    """Wait until the page has drawn some frames: what a change asks for has been done by then."""
    page.evaluate(
        """async (count) => {
          for (; count > 0; count -= 1) await new Promise(requestAnimationFrame);
        }""",
        count,
    )


def follow(page, address):
    """Go to an address of the page, such as #descent?k=3, and wait until its figures have."""
    page.evaluate(
        """(address) => new Promise((done) => {
          if (location.hash === address) done();
          addEventListener("hashchange", () => done(), { once: true });
          location.hash = address;
        })""",
        address,
    )


def unprinted(page):
    """Name the figures of which print would show no picture, and texts whose number is missing."""
    page.emulate_media(media="print")
    found = page.evaluate(PICTURES) + page.evaluate(UNFILLED)
    page.emulate_media(media="screen")
    return [f"in print, {sentence}" for sentence in found]


def missing_without_script(figure, name):
    """Say what a reader without JavaScript misses: a still with its caption, or the words."""
    if figure.get_attribute("data-figure") == "question":
        answers = figure.locator("li")
        told = answers.locator("details").count() == answers.count() > 1
        if not told or not figure.locator(".pt-prompt").is_visible():
            yield f"question {name} does not show what it asks and what each answer is told"
        return
    if figure.get_attribute("data-figure") in WORDS:
        if not figure.locator(".pt-prompt").first.is_visible():
            yield f"figure {name} does not show what it asks"
        return
    still = figure.locator("img").first
    if not still.is_visible():
        yield f"figure {name} shows no still picture"
    elif still.bounding_box()["height"] < 100 or not still.get_attribute("alt"):
        yield f"the still of figure {name} did not load, or has no alt text"
    if not figure.locator("figcaption").is_visible():
        yield f"figure {name} shows no caption"


def record(page):
    """What the page's copy of the book keeps, as it stands in the store."""
    return json.loads(page.evaluate(f"localStorage.getItem({KEY})") or "null")


def kept(page):
    """What is kept, by name, without its times; nothing where there is no record."""
    items = (record(page) or {"items": {}})["items"]
    return {name: item["value"] for name, item in items.items()}


def keep(page, values):
    """Keep these values as another window would, and tell this one."""
    items = {name: {"value": value, "at": 1} for name, value in values.items()}
    text = json.dumps({"version": 3, "items": items})
    page.evaluate(
        f"(text) => {{ const key = {KEY}; localStorage.setItem(key, text);"
        " dispatchEvent(new StorageEvent('storage', { key })); }",
        text,
    )


def state_of(figure):
    return json.loads(figure.get_attribute("data-state"))


def unmoved_sliders(page, most=None):
    """Move the native sliders, of each figure this many at most, by keyboard.

    The state and the status text must follow.
    """
    said = []
    for figure in page.locator(".pt-figure").all():
        name = figure.get_attribute("id")
        if (count := figure.get_by_role("status").count()) != 1:
            said.append(f"figure {name} has {count} elements with role=status, not one")
            continue
        for slider in figure.locator("input[type=range]:visible:enabled").all()[:most]:
            label = slider.get_attribute("name") or slider.get_attribute("aria-label")
            said += [f"slider {label} of {name}: {text}" for text in unanswered(page, slider)]
    return said


def unanswered(page, slider):
    """An arrow key must change the state; the status, which rounds, at the far end at least."""
    state, status, at_end = slider.evaluate(HELD)
    page.keyboard.press("ArrowLeft" if at_end else "ArrowRight")
    same_state, same_status = slider.evaluate(UNCHANGED, [state, status])
    if same_state:
        yield f"an arrow key leaves data-state as it was: {state[:160]!r}"
    if same_status:
        page.keyboard.press("Home" if at_end else "End")
        if slider.evaluate(UNCHANGED, [state, status])[1]:
            yield f"the status text stays as it was: {status[:160]!r}"


def unfollowed_links(page):
    """Click every link of the form #figure?key=value; the figure's state must become that."""
    said = []
    for index, href in enumerate(page.evaluate(FIGURE_LINKS)):
        name, values = figure_link(href)
        figure = page.locator(f'.pt-figure[id="{name}"]')
        if figure.count() != 1:
            said.append(f"{href} names no figure of this page")
            continue
        if wrong := differences(page, figure, values, page.evaluate(CLICKED, [index, name])):
            said.append(f"{href} leaves {', '.join(wrong)}")
    return said


def differences(page, figure, values, state=None):
    """Wait up to a second for the figure to have the values of a link; name those it has not."""
    wrong = []
    for _ in range(20):
        state = json.loads(state or figure.get_attribute("data-state"))
        wrong = [
            f"{key} = {state.get(key, 'unset')}, not {value}"
            for key, value in values.items()
            if key not in state or not same(state[key], value)
        ]
        if not wrong:
            break
        page.wait_for_timeout(50)
        state = None
    return wrong


def figure_link(href):
    """Split '#descent?alpha=0.75&theta0=2' into the figure's id and the values as text."""
    name, _, query = href.rpartition("#")[2].partition("?")
    return name, dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True))


def same(value, text):
    """Does a value of the state, as JSON gives it, say what the text of a link says?"""
    if isinstance(value, bool):
        return text == str(value).lower()
    if isinstance(value, int | float):
        return value == float(text)
    return str(value) == text
