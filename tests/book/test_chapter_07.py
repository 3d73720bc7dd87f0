"""Chapter 7: every link shows what the text says."""

import pytest
from matplotlib.text import Annotation

from prose import markdown, settings
from ptcode.functions.catalogue import local_derivatives
from ptcode.stills import forks
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


@pytest.mark.parametrize(("times", "edges"), [(1, 3), (2, 6)])
def test_every_edge_of_the_drawn_graph_leads_from_rim_to_rim_and_all_have_one_weight(times, edges):
    axes = forks(times).figure.axes[0]
    rims = [box.get_bbox() for box in axes.patches]
    arrows = axes.findobj(Annotation)
    assert len(arrows) == edges
    assert {arrow.arrow_patch.get_linewidth() for arrow in arrows} == {1.5}
    for arrow in arrows:
        for x, y in (arrow.xy, arrow.xyann):
            near = (max(r.x0 - x, x - r.x1, r.y0 - y, y - r.y1) for r in rims)
            assert min(map(abs, near)) < 1e-9


def test_the_drawn_graph_says_what_it_shows():
    picture = forks(2, adjoints=True)
    shown = [text.get_text() for text in picture.figure.axes[0].texts]
    said = picture.words.replace(".", ",")
    for text in filter(None, shown):
        assert text in said
    assert f'aria-label="{picture.words}"' in picture._repr_mimebundle_()["text/html"]
