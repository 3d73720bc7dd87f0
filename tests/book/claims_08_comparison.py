"""The numbers in the sections "What noise does" and "Which one?" of chapter 8."""

import numpy as np

from claims_08 import ALL, START, TURNED, VALLEY, fates
from prose import show
from ptcode.descent.optimisers import Adam
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.races import NAMES
from ptcode.descent.tracks import descend
from ptcode.widgets import OptimiserRace


def noise():
    loud, soft = (fates(noise=2, gd=alpha)["gd"] for alpha in (0.09, 0.045))
    yield f"over the last 50 steps drops from {show(loud, 2)} to {show(soft, 3)}, as"
    floors = (
        sum(alpha * 2**2 / (2 * (2 - alpha * λ)) for λ in quadratic_theory(VALLEY).curvatures)
        for alpha in (0.09, 0.045)
    )
    yield "the formula says {} and {}; seed 1 was lucky.".format(
        *(show(floor, places) for floor, places in zip(floors, (1, 2), strict=True))
    )
    other = fates(noise=2, seed=3)["gd"]
    yield (
        f"gives gradient descent {show(loud, 2)} over the last 50 steps, "
        f"[seed 3] gives it {show(other, 1)}."
    )


def cell(value, finishes=True):
    return "never" if isinstance(value, float) and finishes else str(value)


def adam_finishes(alpha, steps):
    """The step from which on the cost stays below the line."""
    above = np.flatnonzero(descend(VALLEY, START, Adam(alpha), steps).values >= 0.01)
    assert above[-1] < steps
    return above[-1] + 1


def which_one():
    for label, state in (
        ("narrow valley", {}),
        ("narrow valley, turned by 45°", TURNED),
        ("round bowl", {"surface": "bowl"}),
    ):
        yield f"| [{label}] | {' | '.join(map(cell, fates(**state).values()))} |"
    costs = dict(OptimiserRace("rosenbrock", racers=ALL, k=200).standing)
    gd, *rest = (costs[name] for name in NAMES)
    digits = (3, 3, 2, 2)
    shown = [show(gd, 2), *(show(cost, d) for cost, d in zip(rest, digits, strict=True))]
    yield f"| [Rosenbrock]: cost after 200 steps | {' | '.join(shown)} |"
    straight, turned = fates(adam=0.05)["adam"], fates(**TURNED, adam=0.05)["adam"]
    yield (
        f"α = 0.05, Adam needs {straight} steps in the [straight valley] "
        f"and {turned} in the [turned one]."
    )
    ends = [adam_finishes(alpha, 200) for alpha in np.linspace(0.05, 0.6, 551)]
    yield f"from 0.05 to 0.6 brings it home between step {min(ends)} and step {max(ends)}."
    yield f"0.02 needs {adam_finishes(0.02, 400)} steps."
    far, near = (fates(surface="saddle", theta1=2, theta2=at) for at in (1e-6, 0.05))
    yield (
        f"descent needs {far['gd']} steps to leave the picture, Adam {far['adam']} "
        f"and RMSProp {far['rmsprop']}; from 0.05"
    )
    yield f"the same three need {near['gd']}, {near['adam']} and {near['rmsprop']}."
    still = OptimiserRace("saddle", racers=ALL, theta2=0.0).outcomes
    shaken = OptimiserRace("saddle", racers=ALL, theta2=0.0, noise=0.05).outcomes
    assert {fate.kind for fate in still.values()} <= {"descends", "rests"}
    assert {still[name].kind for name in ("gd", "adam")} == {"rests"}
    assert {fate.kind for fate in shaken.values()} == {"falls"}


SECTIONS = (noise, which_one)
