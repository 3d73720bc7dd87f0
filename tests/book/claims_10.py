"""The numbers in the prose of chapter 10."""

import numpy as np

from accounts import section, show
from ptcode.functions.catalogue import sigmoid
from ptcode.networks import network
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import NetworkTrainer, TrainingView
from ptcode.widgets.training import STEPS

PAGE = "10-training-a-network"
EXAMPLE = RunningExample()
X, W1, W2 = EXAMPLE.x, EXAMPLE.W1, EXAMPLE.W2
VALUES, ADJOINTS = EXAMPLE.values, EXAMPLE.adjoints
Y_HAT = VALUES["y_hat"]


def six(value):
    return show(value, 6)


@section("the-update")
def update():
    after = EXAMPLE.step(0.5)
    yield f"{show(W1)} − 0.5 · {six(ADJOINTS['W1'])} = {six(after.W1)} W_2"
    yield f"{show(W2)} − 0.5 · ({six(ADJOINTS['W2'])}) = {six(after.W2)}"
    yield "α = 0.5"
    gone = f"{show(Y_HAT, 4)} {show(after.values['y_hat'], 4)}"
    yield f"{gone} {six(VALUES['J'])} {six(after.values['J'])}"
    yield f"{six(ADJOINTS['W1'] * after.W2 / W2)} {six(ADJOINTS['W1'])}"


def curvature(weights, h=1e-3):
    """The largest curvature of J at a place of the map, in any direction, by differences."""
    at, steps = np.array(weights), h * np.eye(2)

    def cost(W):
        return RunningExample(W1=float(W[0]), W2=float(W[1])).values["J"]

    second = [
        [
            sum(p * q * cost(at + p * one + q * other) for p in (1, -1) for q in (1, -1))
            / (4 * h**2)
            for other in steps
        ]
        for one in steps
    ]
    return np.linalg.eigvalsh(second).max()


@section("train-it")
def training():
    view = TrainingView(alpha=0.5)
    turn = int(np.argmin(view.path[:, 0]))
    assert turn == int(np.argmax(view.path[:, 1] > 0))
    yield STEPS
    yield f"W_1 {show(view.path[turn][0], 4)} {turn} W_2 0"
    found = [f"{show(view.predictions[k], 4)} {k}" for k in (10, 40, 100, 200)]
    yield f"{found[0]} {', '.join(found[1:])}"
    assert (np.diff(view.predictions) > 0).all()
    quick = TrainingView(alpha=5)
    assert quick.predictions[20] > view.predictions[200]
    bound = 0.0588
    assert max(curvature(W) for view in (TrainingView(alpha=0.5), quick) for W in view.path) < bound
    factor = 1 - 5 * 2  # of a step on θ², whose slope is 2θ
    yield f"{show(quick.predictions[20], 4)} 200 0.5 {show(factor)} {int(2 / bound)}"
    yield f"W₂ {show(W2)} 0"


@section("where-it-is-flat")
def flat_ground():
    for start, factor in (
        ((3, 5), lambda view: 1 - view.predictions[0]),
        ((3, -5), lambda view: view.predictions[0]),
        ((-3, -3), lambda view: float(sigmoid(X * view.W1))),
    ):
        view = TrainingView(*start)
        assert view.flat
        assert factor(view) < 0.02
        size, cost = np.hypot(*view.track.gradients[0]), view.costs[0]
        places = (6, 5) if cost < 0.01 else (4, 4)
        prediction = show(view.predictions[0], 4)
        yield f"{show(size, places[1])} {prediction} {show(cost, places[0])}"
    crawl = TrainingView(3, -5, alpha=2).predictions
    yield "α = 2"
    yield f"{show(crawl[40], 4)} 40 {show(crawl[100], 4)} 100"
    led_out = TrainingView(-3, 3, alpha=10).predictions
    yield f"{show(led_out[20], 4)} 20"
    silenced = TrainingView(-3, -3, alpha=10)
    assert (np.diff(silenced.costs) < 0).all()
    assert silenced.costs[-1] > 1 / 8
    yield f"200 α = 10 {show(silenced.costs[200], 4)}"


def gradient_size(step):
    run = NetworkTrainer(width=8, depth=2, activation="tanh", alpha=1.0, step=step)
    return run.experiment.gradient_size


def share_of_the_wrong(run):
    """How much of the cost comes from the points on the wrong side."""
    predictions = run.network(run.points)[:, 0]
    costs = (predictions - run.labels) ** 2
    return costs[(predictions > 0.5) != run.labels].sum() / costs.sum()


@section("many-points-many-weights")
def two_moons():
    start, hundred, done, last = (
        NetworkTrainer(width=8, depth=2, activation="tanh", alpha=1.0, step=step)
        for step in (0, 100, 300, 1000)
    )
    assert hundred.accuracy < 0.95
    assert last.accuracy == 1
    sizes = {step: gradient_size(step) for step in range(0, 301, 10)}
    lowest = min(range(50, 301, 10), key=sizes.get)
    assert 50 < lowest < 100
    bend = max(range(lowest, 301, 10), key=sizes.get)
    yield f"100 {show(sizes[100], 3)} {show(sizes[bend], 4)} {bend}"
    yield f"{show(start.cost, 4)} {show(done.cost, 4)} {show(100 * done.accuracy)} 100"
    yield f"{show(100 * start.accuracy)} %"
    parts = [w.size for w in network([2, 8, 8, 1], "tanh").parameters]
    yield f"2-8-8-1 {sum(parts[0::2])} {sum(parts[1::2])}"
    early = NetworkTrainer(width=8, depth=2, activation="tanh", alpha=1.0, step=20)
    assert 0.49 < early.cost / start.cost < 0.51
    yield early.step
    assert share_of_the_wrong(early) > 0.5
    assert share_of_the_wrong(hundred) > 0.5
    yield f"100 {show(100 * done.held_out_accuracy)} 300"


@section("your-turn-in-code")
def the_loop():
    found = show(TrainingView(alpha=0.5).predictions[STEPS], 4)
    yield f"{STEPS} ({show(W1)}, {show(W2)}) α = 0.5 {found}"


@section("exercises")
def exercises():
    silent = RunningExample(y=0, W2=0).values
    yield f"0 J = {show(silent['J'])}, prediction {show(silent['y_hat'], 2)}"
