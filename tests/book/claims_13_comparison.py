"""The numbers of narrow valleys, noise and the comparison in chapter 13."""

import numpy as np

from accounts import section, show
from claims_13 import START, TURNED, VALLEY, fates
from ptcode.core.random import normals, uniforms
from ptcode.descent.optimisers import NAMES, Adam, GradientDescent, Momentum, Nesterov, RMSProp
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES, theta_1, theta_2
from ptcode.functions.function import Function
from ptcode.widgets.race_views import LANES, LINE, SCALED

PAGE = "13-optimisers"


@section("what-noise-does")
def noise():
    loud, soft = (fates(noise=2, gd=alpha)["gd"] for alpha in (0.09, 0.045))
    yield f"50 {show(loud, 2)} {show(soft, 3)}"
    floors = [
        sum(alpha * 2**2 / (2 * (2 - alpha * curvature)) for curvature in (2, 20))
        for alpha in (0.09, 0.045)
    ]
    yield f"{show(0.09 * 20)} 2 {show(floors[0], 2)} {show(floors[1], 2)}"
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


ONE_DIGIT = [round(digit * 10.0**power, 4) for power in range(-3, 1) for digit in range(1, 10)]


def tuned(surface, start, kind, finishes=True):
    """The best of the α of one digit, and what it leads to: the step of the finish, or the cost."""
    found = []
    for alpha in ONE_DIGIT:
        values = descend(SURFACES[surface], start, kind(alpha), 200, strict=False).values
        above = np.flatnonzero(~(values < LINE))
        if not finishes:
            found.append((values[-1], -alpha))
        elif above[-1] < 200:
            found.append((above[-1] + 1, -alpha))
    result, alpha = min(one for one in found if np.isfinite(one[0]))
    return result, -alpha


def within_the_sliders(surface, ends):
    """The figure can show what the table says."""
    for name, (_, alpha) in zip(NAMES, ends, strict=True):
        assert alpha <= LANES[surface].fastest[name in SCALED]


def finishes(rule, steps=200):
    """The step from which on the cost stays below the line."""
    above = np.flatnonzero(descend(VALLEY, START, rule, steps).values >= LINE)
    assert above[-1] < steps
    return above[-1] + 1


@section("which-one")
def which_one():
    rules = (GradientDescent, Momentum, Nesterov, RMSProp, Adam)
    turned = TURNED["theta1"], TURNED["theta2"]
    ends = {}
    for surface, start in (("narrow-valley", START), ("tilted-valley", turned)):
        ends[surface] = [tuned(surface, start, rule) for rule in rules]
        within_the_sliders(surface, ends[surface])
    straight, askew = ends.values()
    assert askew[:3] == straight[:3]
    lane = LANES["rosenbrock"]
    ends = [tuned("rosenbrock", (lane.theta1, lane.theta2), rule, False) for rule in rules]
    within_the_sliders("rosenbrock", ends)
    digits = (3, 3, 3, 1, 3)  # RMSProp's path is chaotic there
    costs = [f"{show(end, d)} ({show(a)})" for (end, a), d in zip(ends, digits, strict=True)]
    yield f"({show(lane.theta1)}, {show(lane.theta2)})"
    for name, (end, alpha), cost in zip(NAMES, straight, costs, strict=True):
        yield f"{name} | {end} ({show(alpha)}) | {cost}"
    slow = np.flatnonzero(
        descend(SURFACES["tilted-valley"], turned, Adam(0.05), 400).values >= LINE
    )
    yield (
        " ".join(f"{end} α = {show(alpha)}" for end, alpha in askew[3:])
        + f" 0.05 {slow[-1] + 1} {finishes(Adam(0.05))}"
    )
    found = [
        finishes(rule(alpha))
        for rule, low, high in ((Momentum, 0.002, 0.1), (Adam, 0.05, 3))
        for alpha in np.geomspace(low, high, 111)
    ]
    between = f"{min(found) // 10 * 10} {-(-max(found) // 10) * 10}"
    # Later Adam bursts, the sooner the larger α.
    calm, later = 1000, 2000
    again = [finishes(Adam(alpha), calm) for alpha in np.geomspace(0.05, 3, 12)]
    assert min(found) <= min(again) <= max(again) <= max(found)
    assert (descend(VALLEY, START, Adam(3), later).values[calm:] >= LINE).any()
    yield f"{between} 0.002 0.1 {calm} 0.05 3 100"
    yield f"0.001 {show(-START[0])} {finishes(Adam(0.001), 6000)}"


@section("what-could-go-wrong")
def carried():
    found = fates(gd=0.09, momentum=0.09)
    yield f"0.09 {found['momentum']} {found['gd']}"
