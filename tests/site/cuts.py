"""What of a page is cut, overlaps or is torn apart, at the widths that readers have."""

from pathlib import Path

WIDTHS = (1280, 390, 320)
SCRIPT = Path(__file__).with_name("cut.js").read_text("utf-8")
# All is drawn, and all that folds is open, two frames before it is looked at. A loaded browser
# may owe a frame for ever; what waits for one goes on after a second.
READY = """async () => {
  const soon = (ask) => new Promise((done) => { ask(done); setTimeout(done, 1000); });
  await document.fonts.ready;
  dispatchEvent(new Event("beforeprint"));
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (let frame = 0; frame < 8; frame++) await soon(requestAnimationFrame);
  await soon(requestIdleCallback);
  for (let frame = 0; frame < 2; frame++) await soon(requestAnimationFrame);
}"""
# Every slider of every figure to one of its ends, by name; every list to an entry, by its place.
MOVED = """(end) => {
  const say = (control, value) => {
    control.value = value;
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name));
  };
  for (const slider of document.querySelectorAll(".pt-figure input[type=range]"))
    say(slider, slider[end]);
}"""
CHOSEN = """(place) => {
  for (const list of document.querySelectorAll(".pt-figure select")) {
    list.selectedIndex = place % list.length;
    list.dispatchEvent(new Event("change"));
  }
}"""
LISTS = """() => Math.max(0, ...[...document.querySelectorAll(".pt-figure select")].map(
  (list) => list.length))"""


def found(page, within="body"):
    """What is wrong in parts of a page as they stand: (kind, place, text), each once."""
    page.evaluate(READY)
    page.evaluate(f"{SCRIPT}\nnull")
    wrong = page.evaluate(f"[...document.querySelectorAll({within!r})].flatMap(ptCut)")
    return list(dict.fromkeys(map(tuple, wrong)))


def complaints(page, state="", widths=WIDTHS):
    """The same of a whole page in sentences, at these widths."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        yield from sentences(width, state, found(page))


def sentences(width, state, wrong):
    for kind, place, text in wrong:
        yield f"{width} px{state and f', {state}'}: {kind}: {place}: {text}"


def in_states(page):
    """The complaints about all figures at the ends of their sliders, and with every choice."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for end in ("min", "max"):
            page.evaluate(MOVED, end)
            yield from sentences(width, f"sliders at {end}", found(page, ".pt-figure"))
        page.reload()
        for place in range(page.evaluate(LISTS)):
            page.evaluate(CHOSEN, place)
            yield from sentences(width, f"choice {place + 1}", found(page, ".pt-figure"))
        page.reload()
