"""A moved slider lays out what it changes, not the chapter around it.

The layout of a whole chapter takes several times as long, most of all on a phone. It comes back
when something that changes is not in a box of its own size: see `.pt-steady` in figures.css.
"""

import pytest

import checks

MOVE = """async (slider) => {
  const frame = () => new Promise(requestAnimationFrame);
  slider.scrollIntoView({ block: "center", behavior: "instant" });
  const [low, high] = [Number(slider.min), Number(slider.max)];
  for (const share of [0.2, 0.8, 0.3, 0.7, 0.4, 0.6]) {
    slider.value = low + share * (high - low);
    slider.dispatchEvent(new Event("input"));
    await frame();
    await frame(); // what the first one drew is laid out and painted
  }
}"""


def layouts(page, slider):
    """Return what the browser reports of each layout while the slider moves."""
    session, events, complete = page.context.new_cdp_session(page), [], []
    session.on("Tracing.dataCollected", lambda found: events.extend(found["value"]))
    session.on("Tracing.tracingComplete", lambda found: complete.append(found))
    session.send("Tracing.start", {"traceConfig": {"includedCategories": ["devtools.timeline"]}})
    slider.evaluate(MOVE)
    session.send("Tracing.end")
    while not complete:
        checks.next_frames(page)
    return [event["args"] for event in events if event["name"] == "Layout"]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize(
    ("page_name", "kind"),
    [
        ("01-derivatives", "tangent"),
        ("02-gradient-descent", "descent"),
        ("03-partial-derivatives", "surface"),
        ("06-the-chain-rule", "numberlines"),
        ("08-backpropagation", "graph"),
        ("10-training-a-network", "training"),
        ("13-optimisers", "race"),
    ],
)
def test_a_moved_slider_lays_out_its_figure_only(page_name, kind, served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/{page_name}.html", wait_until="load")
    slider = page.locator(f'[data-figure="{kind}"] input[type=range]').first
    found = layouts(page, slider)
    apart = [one for one in found if one["beginData"]["partialLayout"]]
    # Not all: a sentence that gains or loses a line moves what stands below it, in a second layout.
    assert len(apart) >= 5, f"of six moves {len(apart)} were laid out apart from the page"
