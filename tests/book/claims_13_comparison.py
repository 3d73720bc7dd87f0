"""The numbers of narrow valleys, noise and the comparison in chapter 13."""

import numpy as np

from accounts import section, show
from claims_13 import ALL, START, TURNED, VALLEY, fates
from ptcode.core.random import normals, uniforms
from ptcode.descent.optimisers import NAMES, Adam, GradientDescent, Momentum
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import theta_1, theta_2
from ptcode.functions.function import Function
from ptcode.widgets import OptimiserRace

PAGE = "13-optimisers"


@section("what-noise-does")
def noise():
    loud, soft = (fates(noise=2, gd=alpha)["gd"] for alpha in (0.09, 0.045))
    yield f"50 {show(loud, 2)} {show(soft, 3)}"
    for alpha in (0.4, 0.2, 0.1, 0.05):
        draw, at, costs = normals(uniforms(1)), 0.0, []
        for _ in range(20_000):
            at -= alpha * (at + draw())
            costs.append(at**2 / 2)
        floor = alpha / (2 * (2 - alpha))
        yield f"{show(alpha)} | {show(np.mean(costs), 4)} | {show(floor, 4)}"


@section("how-narrow-is-the-valley")
def narrow_valleys():
    taken = []
    for kappa in (10, 100, 1000):
        cost = Function((theta_1**2 + kappa * theta_2**2) / 2)
        root = kappa**0.5
        plain, heavy = (kappa - 1) / (kappa + 1), (root - 1) / (root + 1)
        rules = GradientDescent(2 / (1 + kappa)), Momentum(4 / (1 + root) ** 2, heavy**2)
        places = [descend(cost, (1, 1), rule, 8000).positions for rule in rules]
        steps = [int(np.argmax(np.hypot(*at.T) < 1e-6 * 2**0.5)) for at in places]
        yield f"{kappa} | {show(plain, 4)} | {steps[0]} | {show(heavy, 4)} | {steps[1]}"
        assert steps[1] > np.log(1e-6) / np.log(heavy) + 5
        assert 1 - places[1][1][0] < 1 - heavy  # slower at first
        taken.append(steps)
    more = [round(last / first) for first, last in zip(taken[0], taken[-1], strict=True)]
    assert more == [100, 12]


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
    ends = [adam_finishes(alpha, 200) for alpha in np.linspace(0.05, 0.6, 1101)]
    yield f"0.05 0.6 {min(ends) // 10 * 10} {-(-max(ends) // 10) * 10}"
