"""The numbers in the prose of chapter 6, each in the words that surround it.

Every function yields phrases built from computed numbers; each must stand in the text as it is.
"""

import numpy as np

from prose import show
from ptcode.autodiff.gradient_cost import counted
from ptcode.functions.catalogue import sigmoid
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import TrainingView
from ptcode.widgets.training import STEPS, VIEW

EXAMPLE = RunningExample()
X, Y, W1, W2 = EXAMPLE.x, EXAMPLE.y, EXAMPLE.W1, EXAMPLE.W2
VALUES, ADJOINTS = EXAMPLE.values, EXAMPLE.adjoints
A1, Y_HAT = VALUES["a1"], VALUES["y_hat"]
LOCAL = {
    "y_hat": Y_HAT - Y, "z2": Y_HAT * (1 - Y_HAT), "W2": A1, "a1": W2, "z1": A1 * (1 - A1), "W1": X,
}  # fmt: skip


def six(value):
    return show(value, 6)


def opening():
    yield f"said 1. It said {show(Y_HAT, 2)}. Two weights"
    yield f"input x = {show(X)} the right answer is the target y = {show(Y)}."
    yield f"With the weights W_1 = {show(W1)} and W_2 = {show(W2)} the prediction is"
    yield f"hat y = {show(Y_HAT, 4)}, and the cost says"
    yield f"how bad that is: J = {show(VALUES['J'], 3)}."
    yield f"Which way must W₁ = {show(W1)} move to make"
    yield f"goes on to be multiplied by {show(W2)}."
    yield f"then W₂ = {show(W2)} turns it round."


def forwards():
    yield f"W_1 x = {show(W1)} · {show(X)} | {show(VALUES['z1'])} |"
    yield f"sigma(z_1) = sigma({show(VALUES['z1'])}) | {six(A1)} |"
    yield f"W_2 a_1 = {show(W2)} · {six(A1)} | {six(VALUES['z2'])} |"
    yield f"sigma(z_2) = sigma({six(VALUES['z2'])}) | {six(Y_HAT)} |"
    yield f"½ ({six(Y_HAT)} − 1)^2 | {six(VALUES['J'])} |"


def why_this_cost():
    yield f"The prediction is {show(Y_HAT, 2)}, the target {show(Y)}. What does"
    assert RunningExample(W2=-50).values["y_hat"] < 1e-15


def backwards():
    edges = {
        "y_hat": ("hat y", "hat y − y"), "z2": ("z_2", "hat y(1 − hat y)"), "W2": ("W_2", "a_1"),
        "a1": ("a_1", "W_2"), "z1": ("z_1", "a_1(1 − a_1)"), "W1": ("W_1", "x"),
    }  # fmt: skip
    for name, (symbol, formula) in edges.items():
        local = show(LOCAL[name]) if name in ("a1", "W1") else six(LOCAL[name])
        yield f"{symbol} | {formula} = {local} | {six(ADJOINTS[name])} |"
    product = f"{six(ADJOINTS['y_hat'])} · {six(LOCAL['z2'])} = {six(ADJOINTS['z2'])}"
    yield f"For z_2 that is {product}, and so on"
    yield f"partial J/partial W_2 = {show(ADJOINTS['W2'], 4)} is negative"
    yield f"partial J/partial W_1 = {show(ADJOINTS['W1'], 4)} is positive"
    yield f"the adjoint passed through W_2 = {show(W2)}. With"
    turned = RunningExample(W2=1.2)
    assert turned.adjoints["W1"] < 0
    assert turned.adjoints["W2"] < 0


def in_full():
    go_on = "&qquad {} ·"
    common = f"&= ({six(Y_HAT)} − 1) · {six(Y_HAT)} {go_on} (1 − {six(Y_HAT)})"
    first, second = six(LOCAL["y_hat"]), six(LOCAL["z2"])
    yield f"{common} · {six(A1)} &= {first} · {second} · {six(A1)} &= {six(ADJOINTS['W2'])}"
    yield f"{common} · ({show(W2)}) {go_on} {six(A1)} · (1 − {six(A1)}) · {show(X)} &="
    rest = f"({show(W2)}) · {six(LOCAL['z1'])} · {show(X)} &= {six(ADJOINTS['W1'])}"
    yield f"&= {first} · {second} {go_on} {rest}"
    yield f"product is partial J/partial z_2 = {six(ADJOINTS['z2'])}."
    product = np.prod([LOCAL[name] for name in ("y_hat", "z2", "a1", "z1", "W1")])
    assert abs(product - ADJOINTS["W1"]) < 1e-16
    yield f"with respect to W_1 is x = {show(X)}. It is easy to write W_1 = {show(W1)} there."
    yield f"= {six(ADJOINTS['z1'])} · {show(W1)} = {six(ADJOINTS['z1'] * W1)} ,"


def paths():
    x = 3
    yield f"chapter 5 at x = {x}:"
    yield f"It brings {1}, and the adjoint of x is {1} so far."
    yield f"arrives and brings 1 · 2x = {2 * x}. It must not replace the {1}."
    yield f"It is added: 1 + {2 * x} = {1 + 2 * x}."


def cost_of_the_gradient():
    small, large = counted(9, 10), counted(249, 400)
    assert (small.forward, small.backward) == (201, 300)
    yield "With N weights it is 2N + 1 forwards and 3N backwards"
    yield "The finite differences take (N + 1)(2N + 1): ten times"
    for cost in (small, large):
        n = cost.weights
        assert (cost.forward, cost.backward) == (2 * n + 1, 3 * n)
        assert cost.differences == (n + 1) * (2 * n + 1)
    yield f"The picture continues to N = {large.weights // 1000},000".replace(",", "")
    factor = show(large.backpropagation / large.forward, 1)
    yield f"run side by side: a fixed factor, {factor}, at any size."
    yield f"it is a small number, not {factor} exactly."
    yield f"At {large.weights // 1000} 000 weights the finite differences take"


def update():
    after = EXAMPLE.step(0.5)
    equals = "&phantom{:}="
    yield f"= {show(W1)} − 0.5 · {six(ADJOINTS['W1'])} {equals} {six(after.W1)} W_2"
    yield f"= {show(W2)} − 0.5 · ({six(ADJOINTS['W2'])}) {equals} {six(after.W2)} end"
    yield "The numbers are for α = 0.5."
    gone = f"from {show(Y_HAT, 4)} to {show(after.values['y_hat'], 4)}"
    yield f"has gone {gone}, the cost from {six(VALUES['J'])} to {six(after.values['J'])}."


def training():
    view = TrainingView(alpha=0.5)
    turn = int(np.argmin(view.path[:, 0]))
    assert turn == int(np.argmax(view.path[:, 1] > 0))
    yield f"The figure plays {STEPS} rounds"
    yield f"W_1 falls to {show(view.path[turn][0], 4)} at step {turn}, exactly when W_2 passes 0"
    found = [f"{show(view.predictions[k], 4)} after {k}" for k in (10, 40, 100, 200)]
    yield f"all the time: {found[0]} steps, {', '.join(found[1:])}."
    assert (np.diff(view.predictions) > 0).all()
    quick = TrainingView(alpha=5)
    assert quick.predictions[20] > view.predictions[200]
    yield f"twenty steps bring you to {show(quick.predictions[20], 4)}, further than 200"
    yield f"W₂ grows from {show(W2)} and passes 0."


def flat_ground():
    yield f"the gradient is shorter than {show(VIEW.flat)}."
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
        numbers = f"{show(cost, places[0])} | {show(size, places[1])}"
        yield f"| {show(view.predictions[0], 4)} | {numbers} |"
    crawl = TrainingView(3, -5, alpha=2).predictions
    yield "With α = 2 the prediction is still"
    yield f"is still {show(crawl[40], 4)} after [40 steps], and {show(crawl[100], 4)} after [100"
    led_out = TrainingView(-3, 3, alpha=10).predictions
    yield f"leads out: {show(led_out[20], 4)} after [20 steps]"
    silenced = TrainingView(-3, -3, alpha=10)
    assert (np.diff(silenced.costs) < 0).all()
    assert silenced.costs[-1] > 1 / 8
    yield f"after [200 steps] with α = 10 it is {show(silenced.costs[200], 4)}."


def traps():
    yield f"are partial J/partial W_1 = {six(ADJOINTS['W1'])} and"
    yield f"and partial J/partial W_2 = {six(ADJOINTS['W2'])}."
    claimed = f"Claimed {six(ADJOINTS['z1'] * W1)}, measured {six(ADJOINTS['W1'])}."
    yield f"at input number 0, which is W_1. {claimed}"
    slope = sigmoid.derivative
    output = (Y_HAT - Y) * float(slope(Y_HAT))
    both = six(output * W2 * float(slope(A1)) * X), six(output * A1)
    yield f"it makes {both[0]} of the first derivative and {both[1]} of the second."
    yield "the last path to arrive wins, and 7 becomes 6."
    new = EXAMPLE.step(0.5).W2
    yield f"in partial J/partial W_1: {six(ADJOINTS['W1'] * new / W2)}. The cost"
    yield f"Twice the gradient: {six(2 * ADJOINTS['W2'])} for W_2."


def exercises():
    x, weight, bias, y = 2, 1, 0.5, 1
    z = weight * x + bias
    r = z - y
    yield f"at x = {x}, W = {weight}, b = {bias}, y = {y}. Compute"
    yield f"z = 1 · 2 + 0.5 = {show(z)} and J = ½ · {show(r)}^2 = {show(r * r / 2)}."
    yield f"partial J/partial z = z − y = {show(r)}."
    yield f"derivative 1, the one to W has x = {x}."
    yield f"partial J/partial b = {show(r)} and"
    yield f"partial J/partial W = {show(r)} · 2 = {show(r * x)}."
    yield f"{show(r)} for W: the local"
    yield f"{show(r / 2)} for b: the ½"
    yield f"{show(2 * r * x)} for W: the 2 of the square"
    other = RunningExample(y=0)
    before, after = ADJOINTS["y_hat"], other.adjoints["y_hat"]
    yield f"hat y − y was {show(before, 4)} and is now {show(after, 4)}."
    yield f"factor, {show(after, 4)}/{show(-before, 4)} = {show(-after / before, 4)}."
    assert other.adjoints["W1"] / ADJOINTS["W1"] - after / before < 1e-12
    pair = show(other.adjoints["W2"], 4), show(other.adjoints["W1"], 4)
    yield f"partial J/partial W_2 = {pair[0]} and partial J/partial W_1 = {pair[1]}."
    assert RunningExample(W2=0).adjoints["W1"] == 0
    assert RunningExample(W2=0).values["y_hat"] == 0.5
    yield from shared_weight()
    yield from counting()


def shared_weight():
    both = RunningExample(W1=0.8, W2=0.8)
    values, adjoints = both.values, both.adjoints
    yield f"a_1 = {six(values['a1'])}, z_2 = {six(values['z2'])}, hat y = {six(values['y_hat'])}."
    yield f"partial J/partial z_2 = {six(adjoints['z2'])}. The last use"
    last, first = six(adjoints["W2"]), six(adjoints["W1"])
    yield f"of W gets {six(adjoints['z2'])} · {six(values['a1'])} = {last}, the first one"
    slope = six(values["a1"] * (1 - values["a1"]))
    yield f"{six(adjoints['z2'])} · 0.8 · {slope} · 1.5 = {first}."
    yield f"Together {six(adjoints['W1'] + adjoints['W2'])}."
    yield f"{last} or {first}: one path"
    yield f"{six(adjoints['W1'] * adjoints['W2'])}: the two were multiplied."


def counting():
    cost = counted(9, 10)
    yield f"has {cost.weights} weights. How many"
    both = f"backwards 3 · 100 = {cost.backward}: together {cost.backpropagation}."
    yield f"Forwards 2 · 100 + 1 = {cost.forward}, {both}"
    passes = f"{cost.weights + 1} forward passes, 101 · 201"
    yield f"The finite differences take {passes} = {cost.differences}."
    yield f"{cost.backward}: the forward pass was forgotten."
    assert round(cost.differences / cost.backpropagation) in range(38, 43)
    yield f"{cost.weights * cost.forward:,}: 100 passes.".replace(",", " ")


SECTIONS = (
    opening, forwards, why_this_cost, backwards, in_full, paths, cost_of_the_gradient, update,
    training, flat_ground, traps, exercises,
)  # fmt: skip
CLAIMS = [phrase for section in SECTIONS for phrase in section()]
