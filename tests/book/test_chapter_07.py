"""Chapter 7: every link shows what the text says."""

import pytest

from prose import markdown, settings
from ptcode.functions.catalogue import local_derivatives
from ptcode.widgets import SurfaceExplorer
from typed import read

CHAPTER = "07-several-paths"
LINKS = list(settings(markdown(CHAPTER)))
STEPS = """
const { derivation, stepsOf } = await bundle("derivation");
return input.trees.map((tree) => stepsOf(derivation(tree, "x", input.table)).length);
"""


def linked(name):
    return [pytest.param(state, id=label) for label, figure, state in LINKS if figure == name]


@pytest.mark.parametrize("state", linked("follow"))
def test_a_link_sets_the_surface_with_its_follower(state):
    numbers = {key: float(state[key]) for key in ("theta1", "theta2", "alpha")}
    follow = state["follow"] == "true"
    shown = SurfaceExplorer(state["surface"], k=int(state["k"]), follow=follow, **numbers)
    assert shown.follow is follow
    if follow:
        assert shown.theta2 == pytest.approx(shown.theta1**2)


@pytest.mark.parametrize("state", linked("derivation"))
def test_a_link_to_the_stepper_shows_a_step_that_there_is(node, state):
    table = {"trees": [read(state["expression"])], "table": local_derivatives()}
    (steps,) = node(STEPS, table)
    assert 1 <= int(state["step"]) <= steps
