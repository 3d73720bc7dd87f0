"""Chapter 3: every link shows what the text says, and the sliders reach it in chapter 4 too."""

import numpy as np
import pytest

from linked import explorer
from prose import cells, markdown, settings
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES
from ptcode.widgets.surface_views import VIEWS

CHAPTER = "03-partial-derivatives"
LINKS = list(settings(markdown(CHAPTER)))
OF_NEXT = list(settings(markdown("04-fitting-a-line")))


@pytest.mark.parametrize(("figure", "state"), [link[1:] for link in LINKS + OF_NEXT])
def test_the_sliders_reach_what_a_link_sets(figure, state):
    shown = explorer(figure, state)
    view = shown._views[state.get("surface", state.get("scale"))]
    fastest = view["fastest"] if figure == "regression" else view.fastest
    assert float(state["alpha"]) <= fastest
    assert {"theta1", "theta2", "alpha", "k"} <= set(state)


def test_rows_of_the_zigzag_do_what_they_say():
    rows = [row for row in cells(CHAPTER, "markdown")["zigzag"].split("\n") if "](#" in row]
    seen = {}
    for row in rows:
        for label, figure, state in settings(row):
            if row.startswith("| 0"):
                seen[label.removeprefix("α = ")] = explorer(figure, state).path
    assert list(seen) == ["0.02", "0.05", "0.09", "0.1", "0.105"]
    second = {alpha: path.positions[:, 1] for alpha, path in seen.items()}
    assert (second["0.02"] > 0).all()
    assert second["0.02"][20] < 1e-3
    assert abs(second["0.05"][1]) < 1e-15
    turns = second["0.09"][1:] * second["0.09"][:-1]
    assert (turns < 0).all()
    assert seen["0.09"].values[-1] == min(p.values[-1] for p in seen.values())
    assert abs(second["0.1"]) == pytest.approx(np.ones(41))
    assert abs(second["0.105"][-1]) > 40
    assert seen["0.105"].positions[-1, 0] < 1e-3


def test_the_saddle_keeps_only_who_comes_along_the_ridge():
    saddle = SURFACES["saddle"]
    on, off = (descend(saddle, (2, up), GradientDescent(0.1), 100) for up in (0, 0.1))
    assert on.positions[-1] == pytest.approx([0, 0], abs=1e-8)
    assert off.values[20] < off.values[0]
    assert off.values[-1] < -1e12


def test_every_surface_starts_inside_its_window():
    for view in VIEWS.values():
        assert view.x[0] <= view.theta1 <= view.x[1]
        assert view.y[0] <= view.theta2 <= view.y[1]
        assert view.alpha <= view.fastest
