"""Chapter 10: links and figures show what the text says."""

from math import exp

import pytest

from prose import cells, markdown, settings
from ptcode.widgets import NetworkTrainer, TrainingView
from ptcode.widgets.training import FASTEST, STEPS, VIEW

CHAPTER = "10-training-a-network"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


@pytest.mark.parametrize("state", [state for _, figure, state in LINKS if figure == "training"])
def test_the_training_view_reaches_what_a_link_sets(state):
    state = dict(state)
    assert list(state) == ["W1", "W2", "alpha", "k", "log"]
    W1, W2, alpha, k = (float(state[name]) for name in ("W1", "W2", "alpha", "k"))
    assert VIEW.x[0] <= W1 <= VIEW.x[1]
    assert VIEW.y[0] <= W2 <= VIEW.y[1]
    assert 0 < alpha <= FASTEST
    assert 0 <= k <= STEPS


def test_the_figures_show_what_the_text_beside_them_says():
    code = cells(CHAPTER, "code")
    assert "TrainingView(alpha=0.5" in code["figure-training"]
    assert TrainingView(alpha=0.5).path[0].tolist() == [0.8, -1.2]


def test_the_silent_node_wakes_up_after_more_than_a_million_steps():
    """From (−3, −3) with α = 10, in plain numbers: a Variable for each step would take an hour."""
    W1, W2, steps = -3.0, -3.0, 0
    while W2 < 0 and steps < 2_000_000:
        a = 1 / (1 + exp(-1.5 * W1))
        y_hat = 1 / (1 + exp(-W2 * a))
        common = 10 * (y_hat - 1) * y_hat * (1 - y_hat)
        W1, W2 = W1 - common * W2 * a * (1 - a) * 1.5, W2 - common * a
        steps += 1
        if steps == 200:
            place = TrainingView(-3, -3, alpha=10).path[200]
            assert place.tolist() == pytest.approx([W1, W2], rel=1e-9)
    assert 1_000_000 < steps < 2_000_000


@pytest.mark.parametrize("state", [state for _, figure, state in LINKS if figure == "trainer"])
def test_a_link_sets_all_of_the_trainer(state):
    values = {
        name: type(getattr(NetworkTrainer(), name))(float(text) if text[0].isdigit() else text)
        for name, text in state
    }
    assert set(values) == set(NetworkTrainer().state()) - {"pace", "log"}
    NetworkTrainer(**values)
