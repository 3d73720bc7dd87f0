"""The numbers in the sections "What noise does" and "Which one?" of chapter 13."""

import numpy as np

from accounts import section, show
from claims_13 import ALL, START, TURNED, VALLEY, fates
from ptcode.descent.optimisers import NAMES, Adam
from ptcode.descent.tracks import descend
from ptcode.widgets import OptimiserRace

PAGE = "13-optimisers"


@section("what-noise-does")
def noise():
    loud, soft = (fates(noise=2, gd=alpha)["gd"] for alpha in (0.09, 0.045))
    yield f"50 {show(loud, 2)} {show(soft, 3)}"


def cell(value, finishes=True):
    return "never" if isinstance(value, float) and finishes else str(value)


def adam_finishes(alpha, steps):
    """The step from which on the cost stays below the line."""
    above = np.flatnonzero(descend(VALLEY, START, Adam(alpha), steps).values >= 0.01)
    assert above[-1] < steps
    return above[-1] + 1


@section("which-one")
def which_one():
    for label, state in (
        ("narrow valley", {}),
        ("narrow valley, turned by 45°", TURNED),
        ("round bowl", {"surface": "bowl"}),
    ):
        yield f"{label} {' | '.join(map(cell, fates(**state).values()))}"
    costs = dict(OptimiserRace("rosenbrock", racers=ALL, k=200).standing)
    gd, *rest = (costs[name] for name in NAMES)
    digits = (3, 3, 2, 2)
    shown = [show(gd, 2), *(show(cost, d) for cost, d in zip(rest, digits, strict=True))]
    yield f"200 {' | '.join(shown)}"
    ends = [adam_finishes(alpha, 200) for alpha in np.linspace(0.05, 0.6, 551)]
    yield f"0.05 0.6 {min(ends)} {max(ends)}"
