"""The figures are drawn and answer in Firefox and in WebKit, as they do in Chromium."""

import pytest

import engines
import pagesource
from sitebuild import Hosted, built_site, page_names, served_below
from watching import Watching

PAGES = [name for name in page_names(built_site()) if pagesource.has_figures(built_site() / name)]

DRAWN = """async () => {
  const frames = async (count) => {
    for (; count > 0; count -= 1) await new Promise(requestAnimationFrame);
  };
  await document.fonts.ready;
  for (const figure of document.querySelectorAll(".pt-figure")) {
    figure.scrollIntoView({ behavior: "instant" });
    await frames(3);
    if (!figure.hasAttribute("data-live")) problems.push(`${figure.id} is not alive`);
    const pictures = [...figure.querySelectorAll(".pt-view :is(svg, canvas)")];
    const sizes = pictures.map((picture) => picture.getBoundingClientRect());
    if (pictures.length && !sizes.some(({ width, height }) => width > 100 && height > 50))
      problems.push(`${figure.id} shows no picture`);
    for (const mark of figure.querySelectorAll("svg :is(path, line, circle, rect)")) {
      const { fill, stroke } = getComputedStyle(mark);
      if (fill + stroke === "nonenone" && !mark.closest(".pt-frame, .pt-area, .tick, clipPath"))
        problems.push(`${figure.id} draws nothing with ${mark.outerHTML.slice(0, 80)}`);
    }
    for (const slider of figure.querySelectorAll("input[type=range]")) {
      const { width } = slider.getBoundingClientRect();
      if (width > 0 && width < 100) problems.push(`${figure.id}: ${slider.name} has ${width} px`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) problems.push(`${scrollWidth} px wide at ${clientWidth}`);
  await frames(2);
  return problems.splice(0);
}"""
# Gives a slider of a figure the focus and keeps what is seen; says which key moves it, if any.
HELD = """async (id, nth) => {
  const figure = document.getElementById(id);
  const slider = [...figure.querySelectorAll("input[type=range]:enabled")].filter(
    (one) => one.getBoundingClientRect().width > 0)[nth];
  if (!slider) return null;
  globalThis.seen = () => [figure.dataset.state, [...figure.querySelectorAll(".pt-view svg")].map(
    ({ outerHTML }) => outerHTML).join(), [...figure.querySelectorAll("canvas")].map(
    (canvas) => canvas.toDataURL()).join()];
  slider.scrollIntoView({ behavior: "instant", block: "center" });
  slider.focus();
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  globalThis.before = seen();
  return slider.valueAsNumber + Number(slider.step || 1) > Number(slider.max)
    ? "ArrowLeft" : "ArrowRight";
}"""
CHANGED = """async (id) => {
  const same = () => seen().map((one, i) => one === before[i]);
  const still = ([state, lines, pixels]) => state || (lines && pixels);
  for (let frame = 0; frame < 60 && still(same()); frame += 1)
    await new Promise(requestAnimationFrame);
  const [state, lines, pixels] = same();
  if (state) problems.push(`an arrow key leaves the state of ${id}`);
  return !(lines && pixels);
}"""


class Watched(Watching, Hosted):
    """Serves as a strict host does, with what watches a page."""


@pytest.fixture(scope="module")
def watched(site):
    with served_below(site, "/some/sub/", Watched) as address:
        yield address


@pytest.fixture(scope="class")
def tab(request, tmp_path_factory):
    """A tab of the engine that a class names."""
    with engines.tab_of(request.cls.engine, tmp_path_factory.mktemp("profile")) as tab:
        yield tab


def dead(tab, name):
    """Whether a figure has sliders, and none of them changes its picture.

    One may set what the picture does not show yet: a rate before the first step.
    """
    nth = 0
    while key := tab.run(HELD, name, nth):
        tab.press(key)
        if tab.run(CHANGED, name):
            return False
        nth += 1
    return nth > 0


class Pages:
    """Each page with figures in one engine; a class per engine, started once."""

    engine = None

    @pytest.mark.browser
    @pytest.mark.slow
    @pytest.mark.parametrize("page_name", PAGES)
    def test_figures_are_drawn_and_answer(self, page_name, tab, watched, site):
        tab.resize(1280)
        tab.open(watched + page_name)
        found = tab.run(DRAWN)
        for name in pagesource.read(site / page_name).shown:
            if dead(tab, name):
                found.append(f"no slider of {name} changes its picture")
        tab.resize(390)
        found += tab.run(DRAWN)
        if found:
            pytest.fail("\n".join(found), pytrace=False)


class TestFirefox(Pages):
    engine = engines.Firefox


class TestWebKit(Pages):
    engine = engines.WebKit
