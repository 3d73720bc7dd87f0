"""Chapter 14: every mistake has a place, and is what the text says of it."""

import math
import re

import numpy as np
import pytest

import claims_14 as claims
from prose import cells, markdown, settings
from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import CURVES
from ptcode.mistakes.bug_lab import BUGS, examine
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.networks.running_example import RunningExample
from ptcode.stills import difference_secants
from ptcode.stills.differences import difference_errors

CHAPTER = "14-common-mistakes"
LINKS = list(settings(markdown(CHAPTER)))


def test_every_mistake_has_a_section_of_its_name_in_the_order_of_the_book():
    found = re.findall(r'^<a id="([\w-]+)"></a>\n+### (\d+)\. ', markdown(CHAPTER), re.MULTILINE)
    assert found == [(m.name, str(i)) for i, m in enumerate(MISTAKES, start=1)]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_section_says_what_is_written_with_numbers_and_how_to_check(mistake):
    section = cells(CHAPTER, "markdown")[f"mistake-{mistake.name}"]
    for part in ("Written: ", "*Check*: "):
        assert part in section
    assert ("*At 1.5*: " in section) != ("*It gives itself away*" in section)
    assert len(section.split()) <= 150


@pytest.fixture(scope="module")
def clinic(asked):
    """What the clinic says of the state that a link sets it to."""
    return lambda state: asked([{"function": state["expression"], "answer": state["answer"]}])[0]


@pytest.mark.parametrize(("label", "figure", "state"), LINKS)
def test_a_link_to_the_clinic_asks_what_can_be_judged(clinic, label, figure, state):
    assert (figure, set(state)) == ("clinic", {"expression", "answer"})
    assert clinic(state)["kind"] == ("unknown" if label == "here" else "mistake")


def test_the_link_with_two_mistakes_shows_both(clinic):
    ((_, _, state),) = (link for link in LINKS if link[0].startswith("e^"))
    assert set(clinic(state)["mistakes"]) == {"stopped", "lost-sign"}


@pytest.mark.parametrize("mistake", MISTAKES[:7], ids=lambda mistake: mistake.name)
def test_the_clinic_finds_the_mistake_of_the_section(clinic, mistake):
    ((label, _, state),) = settings(cells(CHAPTER, "markdown")[f"mistake-{mistake.name}"])
    assert label == "Ask the clinic"
    assert clinic(state)["mistakes"] == [mistake.name]


def test_every_link_to_a_mistake_leads_to_one():
    targets = re.findall(r"istakes? \d+\]\(#([\w-]+)\)", markdown(CHAPTER))
    assert set(targets) <= {mistake.name for mistake in MISTAKES}
    assert targets


def test_four_of_six_wrong_gradients_lower_the_cost():
    start, right = claims.VALUES["J"], claims.cost("right", 200)
    kinds = ("at-activation", "updated", "factor", "stopped", "lost-sign", "by-input")
    lowered = [kind for kind in kinds if claims.cost(kind, 1) < start]
    assert lowered == ["at-activation", "updated", "factor", "stopped"]
    assert [kind for kind in kinds if claims.cost(kind, 200) <= right] == lowered[:3]
    assert claims.gradients(RunningExample(), "right") == pytest.approx(
        [RunningExample().adjoints[weight] for weight in ("W1", "W2")], rel=1e-12
    )


def test_without_the_hidden_slope_the_hidden_node_is_off_in_the_end():
    stuck = claims.trained("stopped", 200).values
    assert stuck["a1"] < 1e-3
    assert stuck["y_hat"] == pytest.approx(0.5, abs=1e-3)


def test_taken_at_a_most_slopes_are_larger():
    larger = []
    for steps in range(0, 200, 10):
        values = claims.trained("at-activation", steps).values
        for z, a in (("z1", "a1"), ("z2", "y_hat")):
            larger.append(claims.sigma_prime(values[a]) > claims.sigma_prime(values[z]))
    assert sum(larger) > 0.8 * len(larger)


def test_the_kind_places_are_kind():
    wrong = {"at-input": lambda x: np.cos(x) * 2 * x, "stopped": lambda x: np.cos(x**2)}
    for name, at in (("at-input", 1), ("at-input", 0), ("at-input", -1), ("stopped", 0.5)):
        assert wrong[name](at) == pytest.approx(claims.slope("sin(x²)", at), rel=1e-14)
    assert abs(2 * np.cos(1.5) / claims.slope("sin²x", 1.5) - 1) < 5e-3


def test_a_symmetric_matrix_hides_its_transposition_and_a_bent_one_does_not():
    inputs = BUGS["two_layers"].inputs
    program = BUGS["two_layers"].program
    assert examine(program, **inputs | {"W2": [[0.7, 0.9], [0.9, 0.6]]}).passed
    assert not examine(program, **inputs).passed


def test_the_updated_weight_creeps_towards_the_truth_as_the_step_gets_small():
    example = RunningExample()
    off = [1 - example.step(alpha).W2 / example.W2 for alpha in (0.5, 0.25, 0.01)]
    assert off[1] == pytest.approx(off[0] / 2)
    assert [round(part, 3) for part in off] == [0.047, 0.023, 0.001]


@pytest.mark.parametrize("h", [None, 1e-5])
def test_a_central_difference_is_good_to_nine_digits(h):
    example = RunningExample()
    measured = central_difference(lambda W1: RunningExample(W1=float(W1)).values["J"], 0.8, h)
    assert measured == pytest.approx(example.adjoints["W1"], rel=1e-9)


def test_the_printed_numbers_give_the_printed_quotients():
    text = cells(CHAPTER, "markdown")["rule"]
    above, below = (float(number) for number in re.findall(r"J\(0\.\d+\) = ([\d.]+)\$", text))
    measured = float(re.search(r"over 0\.02 is ([\d.]+),", text)[1])
    assert (above - below) / 0.02 == pytest.approx(measured, abs=6e-6)
    ((top, bottom, ratio),) = re.findall(r"([\d.]+)/([\d.]+) = ([\d.]+)\$", text)
    assert float(top) / float(bottom) == pytest.approx(float(ratio), abs=5e-5)


def test_the_slope_of_a_difference_is_least_wrong_where_the_text_says():
    picture = difference_errors(CURVES["cube"], 1)
    axes = picture.figure.axes[0]
    forward, central = (line.get_xydata() for line in axes.lines[3:5])
    for data, step, error in ((forward, 1.5e-8, 1e-8), (central, 6.1e-6, 1e-11)):
        near = np.abs(np.log10(data[:, 0] / step)) < 0.5
        typical = np.median(data[near, 1])
        assert error / 10 < typical < error * 10
    h, off = forward[np.argmin(abs(np.log10(forward[:, 0] / 1e-15)))]
    assert (off > 0.1, round(math.log10(h))) == (True, -15)
    assert forward[0, 1] == pytest.approx(3)


def test_truncation_falls_as_h_and_as_h_squared_and_rounding_grows():
    axes = difference_errors(CURVES["cube"], 1).figure.axes[0]
    forward, central = (line.get_xydata() for line in axes.lines[3:5])

    def steepness(data, low, high):
        inside = (data[:, 0] > low) & (data[:, 0] < high) & (data[:, 1] > 0)
        return np.polyfit(*np.log10(data[inside]).T, 1)[0]

    assert steepness(forward, 1e-6, 1e-2) == pytest.approx(1, abs=0.05)
    assert steepness(central, 1e-4, 1e-1) == pytest.approx(2, abs=0.05)
    assert steepness(forward, 1e-15, 1e-10) == pytest.approx(-1, abs=0.2)
    assert steepness(central, 1e-15, 1e-8) == pytest.approx(-1, abs=0.2)


def test_the_picture_says_what_it_shows_and_takes_the_colours_of_its_page():
    picture = difference_errors(CURVES["cube"], 1)
    page = picture._repr_mimebundle_()["text/html"]
    assert f'aria-label="{picture.words}"' in page
    assert "var(--pt-slope, " in page
    assert not re.search(r"(?<!, )#[0-9a-f]{6}\b", page.replace("&#", ""))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "x", "h"), [("cube", 1, 0.5), ("square", -0.4, 0.3)])
def test_the_drawn_secants_pass_through_their_points_with_the_slopes_they_are_called_by(name, x, h):
    f = CURVES[name]
    lines = {line.get_label().split(",")[0]: line.get_xydata()
             for line in difference_secants(f, x, h).figure.axes[0].lines}  # fmt: skip
    slope = {
        "forward": (f(x + h) - f(x)) / h,
        "backward": (f(x) - f(x - h)) / h,
        "central": (f(x + h) - f(x - h)) / (2 * h),
        "tangent": f.derivative(x),
    }
    met = {"forward": x + h, "backward": x - h, "central": x + h, "tangent": x}
    for kind, wanted in slope.items():
        (x1, y1), (x2, y2) = lines[kind]
        assert (y2 - y1) / (x2 - x1) == pytest.approx(wanted)
        assert y1 + wanted * (met[kind] - x1) == pytest.approx(f(met[kind]))
    assert slope["central"] == pytest.approx((slope["forward"] + slope["backward"]) / 2)
