"""The numbers in the prose of chapter 13."""

import numpy as np

from accounts import section, show
from ptcode.core.formatting import short
from ptcode.core.generators import SharedRandom
from ptcode.descent.optimisers import NAMES, Adam, GradientDescent, Nesterov, RMSProp
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.races import critical_learning_rate
from ptcode.descent.regression import FORBES_PRESSURES, FORBES_TEMPERATURES, LineCost
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function
from ptcode.networks.data import two_moons
from ptcode.networks.layers import network
from ptcode.networks.training import train
from ptcode.widgets import NetworkTrainer, OptimiserRace

PAGE = "13-optimisers"

VALLEY, START = SURFACES["narrow-valley"], (-2.5, 1.5)
ALL = " ".join(NAMES)
TURNED = {"surface": "tilted-valley", "theta1": -2.8284, "theta2": -0.7071}


def fates(**state):
    """What becomes of everybody: the step of the finish, the level, or None."""
    found = OptimiserRace(**({"racers": ALL} | state)).outcomes
    return {name: fate.level if fate.at is None else fate.at for name, fate in found.items()}


def pair(values):
    return "{} {}".format(*(show(round(float(value), 3)) for value in values))


@section("optimisers", "predict")
def opening():
    ends = fates()
    gradient = [float(partial(*START)) for partial in VALLEY.partials]
    yield f"{pair(START)} {pair(gradient)}"
    rates = {name: getattr(OptimiserRace(racers=ALL), name) for name in ("gd", "momentum", "adam")}
    yield f"{ends['gd']} {ends['adam']} {ends['momentum']}"
    yield f"Momentum {ends['momentum']} Adam {ends['adam']}"
    doubled = {name: 2 * rate for name, rate in rates.items()}
    yield " ".join(map(show, doubled.values()))
    double = OptimiserRace(**doubled).outcomes
    assert double["gd"].kind == "diverges"
    yield f"{double['momentum'].at} {double['adam'].at}"


@section("how-large-may-be")
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
    yield f"70 {show(end, 4)}"


@section("predict", "how-large-may-be", "which-one")
def limits():
    λ = quadratic_theory(VALLEY).curvatures[-1]
    gd, heavy, ahead = (
        critical_learning_rate(name, λ, 0.9) for name in ("gd", "momentum", "nesterov")
    )
    yield f"0.18 {show(gd)}"
    yield f"0.18 0.4 {show(gd)}"
    yield f"{show(gd)} {show(heavy)}"
    yield show(gd)
    yield show(heavy)
    yield f"dfrac{{2}}{{λ}} {show(gd)}"
    yield f"dfrac{{2(1 + {show(heavy)}"
    yield f"dfrac{{2(1 + beta)}}{{(1 + 2beta)λ}} {show(ahead, 4)}"
    bounce = VALLEY(0.5, 0.5)
    yield f"(α/2)^2 + 10(α/2)^2 = {show(float(bounce))}α^2:"
    yield f"{show(float(bounce))}α^2 5 α^2"
    track = descend(SURFACES["tilted-valley"], (-2.8284, -0.7071), RMSProp(0.1), 2000)
    assert abs(track.values[-1] / 0.1**2 - 5) < 0.5
    adam = 2 * (1 + 0.9) / (1 - 0.9)
    yield f"{show(adam)}/λ = {show(adam / λ)} λ = {show(λ)}"
    yield show(adam / λ)
    track = descend(VALLEY, START, Adam(0.5), 6000)
    yield show(round(track.values.argmin(), -2))
    digit, power = f"{track.values.min():.0e}".split("e-")
    yield f"{digit} · 10^{{−{power}}}"
    yield show(track.values[3000:].max(), 2)


@section("momentum-remember-where-you-were-going", "nesterov-look-ahead")
def momentum():
    velocities = [1.0]
    for _ in range(300):
        velocities.append(0.9 * velocities[-1] + 1)
    one, two, three = velocities[:3]
    yield f"{show(one)} {show(two)} {show(three)} 1/(1 − beta) = {show(velocities[-1])}"
    turns = [1.0]
    for k in range(1, 300):
        turns.append(0.9 * turns[-1] + (-1) ** k)
    yield f"1/(1 + beta) = {show(abs(turns[-1]), 3)}"
    cost = float(VALLEY(*START))
    steps = np.log(cost / 0.01) / -np.log(0.9)
    λ = quadratic_theory(VALLEY).curvatures[0]
    yield f"β = 0.9 λ = {show(λ)} {show((1 - np.sqrt(0.9)) ** 2 / λ, 4)}"
    yield f"{show(cost)} to 0.01: ln {show(cost / 0.01)} / −ln 0.9 = {show(steps, 0)}"
    tuned = fates(beta=0.27, momentum=0.115)
    assert tuned["momentum"] < min(fates(gd=alpha)["gd"] for alpha in (0.085, 0.09, 0.0909))
    yield f"β = 0.27, α = 0.115 {tuned['momentum']}"
    alike = fates(momentum=0.05)
    yield f"α = 0.05 {alike['nesterov']} {alike['momentum']}"
    assert descend(VALLEY, START, Nesterov(0.05), 3).positions[1:, 1].tolist() == [0, 0, 0]


@section("rmsprop-one-scale-for-each-parameter", "adam-both-and-a-fair-start")
def scaled():
    assert round(0.1 * 0.9, 9) == 0.09
    yield f"0.1: 0.09 + 0.1 = {show(0.09 + 0.1)} = 1 − {show(0.9)}^2"
    hundred = Function(100 * VALLEY.expression)
    for rule in (RMSProp(0.1), Adam(0.2)):
        ours, theirs = (descend(cost, START, rule, 40).positions for cost in (VALLEY, hundred))
        np.testing.assert_allclose(ours, theirs, atol=1e-7)
    first = descend(VALLEY, START, RMSProp(0.1), 1).positions
    yield show(float(np.abs(np.diff(first, axis=0)).max()) / 0.1, 1)
    moves = np.diff(OptimiserRace(racers="adam").tracks["adam"].positions[:2], axis=0)
    yield pair(moves[0])


@section("how-narrow-is-the-valley")
def narrowness():
    theory = quadratic_theory(VALLEY)
    low, high = theory.curvatures
    yield f"{show(high)}/{show(low)} = {show(theory.condition_number)}"
    root = theory.condition_number**0.5
    best = ((root - 1) / (root + 1)) ** 2, 4 / (high**0.5 + low**0.5) ** 2
    yield f"valley {show(best[0], 2)} {show(best[1], 3)}"
    kappa = LineCost(FORBES_TEMPERATURES, FORBES_PRESSURES).condition_number
    yield f"4 kappa = {short(kappa, 3)[:4]} · 10^7"


@section("back-to-four-sigmoids")
def sigmoids():
    four = {"width": 8, "depth": 4, "activation": "sigmoid", "step": 1000}
    plain = [NetworkTrainer(**four, alpha=alpha) for alpha in (1.0, 10.0)]
    assert [network.accuracy == 1 for network in plain] == [False, True]
    yield f"α = {show(10.0)}"
    adam = NetworkTrainer(**four, optimiser="adam", alpha=0.03)
    assert adam.accuracy == 1
    mantissa, exponent = f"{adam.cost:.1e}".split("e-")
    yield f"1000 {mantissa} · 10^{{−{int(exponent)}}}"


def deep_sigmoids(depth):
    """Points, labels and network of chapter 12's fold, with so many hidden layers."""
    random = SharedRandom(1)
    points, labels = two_moons(100, 0.1, random)
    return points, labels, network((2, *[8] * depth, 1), "sigmoid", seed=random)


def ends(depth, *rules):
    """The costs, rounded, to which these rules bring it in 1000 steps."""
    points, labels, start = deep_sigmoids(depth)
    costs = (train(start, points, labels, rule, epochs=1000).costs[-1] for rule in rules)
    return {show(float(cost), 3) for cost in costs}


@section("back-to-four-sigmoids")
def ten_layers():
    alphas = (0.001, 0.003, 0.01)
    adams = tuple(map(Adam, alphas))
    stuck = ends(10, GradientDescent(1.0), GradientDescent(10.0))
    free, deeper = ends(10, *adams), ends(14, *adams)
    yield f"{' '.join(stuck)} {' '.join(free)} α = {' '.join(map(show, alphas))}"
    yield f"{' '.join(free)} 14 {' '.join(deeper)}"
    points, labels, start = deep_sigmoids(14)
    trained = train(start, points, labels, GradientDescent(1.0), epochs=1)
    both = zip(trained.network.parameters[::2], start.parameters[::2], strict=True)
    moved = [np.abs(after - before).max() for after, before in both]
    assert max(moved[:3]) < 0.1 * 1e-8  # α is 1: these are the slopes
    assert min(moved[-3:]) > 100 * 1e-8
