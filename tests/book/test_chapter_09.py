"""Chapter 9: the check finds every mistake."""

import pytest

from ptcode.autodiff.checks import gradient_check
from ptcode.networks.running_example import RunningExample


@pytest.mark.parametrize(
    "wrong",
    [
        {"W1": RunningExample().adjoints["z1"] * 0.8},
        {"W1": 0.044463},
        {"W1": 0.068296, "W2": -0.134724},
        {"W2": -0.223867},
    ],
)
def test_the_check_finds_every_mistake_of_the_chapter(wrong):
    def cost(W1, W2):
        return RunningExample(W1=float(W1), W2=float(W2)).values["J"]

    claimed = RunningExample().adjoints | wrong
    assert not gradient_check(cost, [0.8, -1.2], [claimed["W1"], claimed["W2"]]).passed
