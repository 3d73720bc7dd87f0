"""Chapter 4: every link shows what the text says."""

import pytest

from prose import markdown, settings
from ptcode.widgets import RegressionExplorer, SurfaceExplorer

CHAPTER = "04-fitting-a-line"
LINKS = list(settings(markdown(CHAPTER)))


def value(text):
    return text == "true" if text in ("true", "false") else float(text)


def explorer(figure, state):
    """The figure that a link sets, in Python."""
    name = {"regression": "scale"}.get(figure, "surface")
    numbers = {key: value(text) for key, text in state.items() if key != name}
    for key in {"k", "point"} & set(numbers):
        numbers[key] = int(numbers[key])
    kind = RegressionExplorer if figure == "regression" else SurfaceExplorer
    return kind(**{name: state[name]}, **numbers)


@pytest.mark.parametrize(("figure", "state"), [link[1:] for link in LINKS])
def test_the_sliders_reach_what_a_link_sets(figure, state):
    shown = explorer(figure, state)
    view = shown._views[state.get("surface", state.get("scale"))]
    fastest = view["fastest"] if figure == "regression" else view.fastest
    assert float(state["alpha"]) <= fastest
    assert {"theta1", "theta2", "alpha", "k"} <= set(state)


def test_one_step_lands_where_the_text_says_it_does():
    (state,) = (state for label, _, state in LINKS if label == "α = 0.5")
    shown = explorer("regression", state)
    assert shown.line == pytest.approx(shown.cost.minimum)
