"""The numbers in the prose of chapter 8, each in the words that surround it.

Every function yields phrases built from computed numbers; each must stand in the text as it is.
"""

import numpy as np

from prose import show
from ptcode.core.formatting import short
from ptcode.core.random import normals, uniforms
from ptcode.descent.batches import batches
from ptcode.descent.optimisers import Adam, Nesterov, RMSProp
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.races import NAMES, critical_learning_rate
from ptcode.descent.regression import FORBES_PRESSURES, FORBES_TEMPERATURES, LineCost
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function
from ptcode.widgets import OptimiserRace

VALLEY, START = SURFACES["narrow-valley"], (-2.5, 1.5)
ALL = " ".join(NAMES)
TURNED = {"surface": "tilted-valley", "theta1": -2.8284, "theta2": -0.7071}


def fates(**state):
    """What becomes of everybody: the step of the finish, the level, or None."""
    found = OptimiserRace(**({"racers": ALL} | state)).outcomes
    return {name: fate.level if fate.at is None else fate.at for name, fate in found.items()}


def pair(values):
    return "({}, {})".format(*(show(round(float(value), 3)) for value in values))


def first_steps():
    tracks = OptimiserRace(racers=ALL).tracks
    return {name: pair(np.diff(track.positions[:2], axis=0)[0]) for name, track in tracks.items()}


def opening():
    moves, ends = first_steps(), fates()
    gradient = [float(partial(*START)) for partial in VALLEY.partials]
    yield (f"in the ring, at {pair(START)}. The gradient there is {pair(gradient)}, and")
    yield (
        f"gradient descent goes {moves['gd']}, momentum {moves['momentum']}, Adam {moves['adam']}."
    )
    yield (
        f"below it from step {ends['gd']} on, Adam from step {ends['adam']}, "
        f"momentum from step {ends['momentum']}."
    )
    yield (
        f"{show(2 * 0.09)} for gradient descent, {show(2 * 0.02)} for momentum, "
        f"{show(2 * 0.2)} for Adam."
    )
    double = OptimiserRace(gd=0.18, momentum=0.04, adam=0.4).outcomes
    assert double["gd"].kind == "diverges"
    yield (
        f"Momentum now finishes at step {double['momentum'].at} and Adam "
        f"at step {double['adam'].at}, each"
    )
    yield from dips()


def dips():
    tracks = OptimiserRace(racers=ALL).tracks
    below = {name: track.values < 0.01 for name, track in tracks.items()}
    again = [name for name, under in below.items() if (under[:-1] & ~under[1:]).any()]
    assert again == [name for name in NAMES if name != "gd"]
    assert [name for name in again if below[name][-1]] == ["momentum", "nesterov", "adam"]
    values = tracks["rmsprop"].values
    assert abs(int(values.argmin()) - 70) <= 2
    assert values.min() < 1e-30
    end = descend(VALLEY, START, RMSProp(0.1), 2000).values[-1]
    yield f"from about step 70 on it climbs back, to about {show(end, 4)}."


def limits():
    λ = quadratic_theory(VALLEY).curvatures[-1]
    gd, heavy, ahead = (
        critical_learning_rate(name, λ, 0.9) for name in ("gd", "momentum", "nesterov")
    )
    yield f"Chapter 3 found it for gradient descent: {show(gd)}."
    yield (
        f"0.18 is above 2/λ = 2/{show(λ)} = {show(gd)}. The limit of momentum is higher, "
        f"{show(heavy)} (you will see why), and Adam's"
    )
    yield f"Adam: 0.18 and 0.4 are both above {show(gd)}."
    yield f"{show(gd)} is a limit for numbers"
    yield f"momentum allows an α of up to {show(heavy)}."
    yield f"dfrac{{2}}{{λ}} | {show(gd)} |"
    yield f"dfrac{{2(1 + beta)}}{{λ}} | {show(heavy)} |"
    yield f"dfrac{{2(1 + beta)}}{{(1 + 2beta)λ}} | {show(ahead, 4)} |"
    bounce = VALLEY(0.5, 0.5)
    yield f"(α/2)^2 + 10(α/2)^2 = {show(float(bounce))}α^2:"
    yield f"RMSProp bounces at about {show(float(bounce))}α^2; whether that lies below 0.01 depends"
    adam = 2 * (1 + 0.9) / (1 - 0.9)
    yield f"which is {show(adam)}/λ = {show(adam / λ)} for λ = {show(λ)}."
    yield f"passes {show(adam / λ)} in the steep"
    track = descend(VALLEY, START, Adam(0.5), 6000)
    assert 3790 < track.values.argmin() < 3810
    digit, power = f"{track.values.min():.0e}".split("e-")
    yield f"the cost falls, to {digit} · 10^{{−{power}}}. Then, within"
    yield f"bursts up to {show(track.values[3000:].max(), 2)}."


def batch_noise():
    draw = normals(uniforms(8))
    x = np.array([draw() for _ in range(1024)])
    y = 3 * x + np.array([draw() for _ in range(1024)])

    def slope(at, batch):
        return np.mean((at * x[batch] - y[batch]) * x[batch])

    yield f"The mean is {show(slope(0, slice(None)), 4)} in every row"
    best = np.mean(x * y) / np.mean(x * x)
    ends = {}
    for size in (1024, 64, 1):
        at, draws = 0.0, batches(1024, size, seed=1)
        for _ in range(1024 // size):
            at -= 0.5 * slope(at, next(draws))
        ends[size] = at
    assert abs(ends[1024] / best - 0.5) < 0.02
    assert abs(ends[64] - best) < 0.01
    assert abs(ends[1] - best) > 1
    small, middle = (
        np.mean([excess_after_an_epoch(x, y, *way, seed) for seed in range(40)])
        for way in ((4, 0.02), (64, 0.5))
    )
    yield (
        f"over 40 shuffles, batches of 4 with α = 0.02 end {show(small, 4)} too high on average, "
        f"batches of 64 with 0.5 end {show(middle, 4)} too high."
    )
    yield (
        f"half way to the best θ, {show(best, 4)}; or {1024 // 64} rough "
        "ones, and are there; or 1024 very"
    )


def excess_after_an_epoch(x, y, size, alpha, seed):
    at, draws, square = 0.0, batches(len(x), size, seed=seed), np.mean(x * x)
    for _ in range(len(x) // size):
        batch = next(draws)
        at -= alpha * np.mean((at * x[batch] - y[batch]) * x[batch])
    return square * (at - np.mean(x * y) / square) ** 2 / 2


def momentum():
    velocities = [1.0]
    for _ in range(300):
        velocities.append(0.9 * velocities[-1] + 1)
    one, two, three = velocities[:3]
    yield (
        f"The velocity is {show(one)}, then {show(two)}, then {show(three)}, "
        f"and it tends to 1/(1 − beta) = {show(velocities[-1])}:"
    )
    turns = [1.0]
    for k in range(1, 300):
        turns.append(0.9 * turns[-1] + (-1) ** k)
    yield f"tends to pm 1/(1 + beta) = pm {show(abs(turns[-1]), 3)}."
    cost = float(VALLEY(*START))
    steps = np.log(cost / 0.01) / -np.log(0.9)
    yield (
        f"From {show(cost)} to 0.01 that takes ln {show(cost / 0.01)} / "
        f"{{-ln 0.9}} = {show(steps, 0)} steps."
    )
    tuned = fates(beta=0.27, momentum=0.115)
    assert tuned["momentum"] < min(fates(gd=alpha)["gd"] for alpha in (0.085, 0.09, 0.0909))
    yield f"is below the line from step {tuned['momentum']} on, and beats"
    yield f"and is below the line from step {fates()['nesterov']} on."
    assert descend(VALLEY, START, Nesterov(0.05), 3).positions[1:, 1].tolist() == [0, 0, 0]


def scaled():
    yield f"1/sqrt{{0.1}} = {show(1 / np.sqrt(0.1), 2)} times α."
    yield f"{first_steps()['rmsprop']} for α = 0.1."
    hundred = Function(100 * VALLEY.expression)
    for rule in (RMSProp(0.1), Adam(0.2)):
        ours, theirs = (descend(cost, START, rule, 40).positions for cost in (VALLEY, hundred))
        np.testing.assert_allclose(ours, theirs, atol=1e-7)
    yield f"exactly α in every entry (but for varepsilon): {first_steps()['adam']} in the figure."
    yield f"it would be 0.1/sqrt{{0.001}} = {show(0.1 / np.sqrt(0.001), 2)} times as long."


def narrowness():
    theory = quadratic_theory(VALLEY)
    low, high = theory.curvatures
    yield f"Here it is {show(high)}/{show(low)} = {show(theory.condition_number)}."
    root = np.sqrt(theory.condition_number)
    alpha = 4 / (np.sqrt(low) + np.sqrt(high)) ** 2
    yield (
        f"that is α = {show(alpha, 4)} and beta = {show(((root - 1) / (root + 1)) ** 2, 2)}, "
        "the pair"
    )
    kappa = LineCost(FORBES_TEMPERATURES, FORBES_PRESSURES).condition_number
    yield (
        f"chapter 3 met kappa = {short(kappa, 3)[:4]} · 10^7 in a straight line "
        f"through {len(FORBES_PRESSURES)} points."
    )
    costs = dict(OptimiserRace("rosenbrock", racers=ALL, k=200).standing)
    yield (
        f"after 200 steps momentum is at {show(costs['momentum'], 3)}, "
        f"and gradient descent at {show(costs['gd'], 2)}."
    )


CHAPTER = (opening, limits, batch_noise, momentum, scaled, narrowness)
