"""The formulas of exercises on networks, held against what computes: the engine, loops, NumPy."""

import numpy as np
import pytest

import ptcode as pt
from ptcode.descent.optimisers import Momentum
from ptcode.exercises.bank import bank, find
from ptcode.exercises.weights import RUNNING


def each(slug):
    """The exercise and its numbers, for every variant."""
    exercise = find(slug)
    return [(exercise, exercise.known(seed)) for seed in range(len(exercise.variants))]


def engine(cost, *values):
    """The derivatives of a cost with respect to its arguments, by the book's engine."""
    variables = [pt.Variable(value) for value in values]
    return [np.asarray(found).tolist() for found in pt.gradients(cost(*variables), variables)]


def close(found, right):
    np.testing.assert_allclose(found, right, rtol=1e-9)


def test_an_adjoint_where_paths_part_is_that_of_the_engine():
    for exercise, n in each("adjoint-where-paths-part"):
        found = engine(lambda v, n=n: n["a"] * n["c"] * v + n["b"] * v**2, n["p"])
        close(found, [exercise.right(n)])


def test_all_weights_move_by_the_gradient_of_the_engine():
    for exercise, n in each("all-weights-at-once"):
        weights = n["v"], n["w"]
        dW1, dW2 = engine(lambda v, w, n=n: (w * v * n["p"] - n["t"]) ** 2 / 2, *weights)
        right = exercise.right(n)
        close([right["c"], right["b"]], [dW1, dW2])
        close([right["u"], right["d"]], [n["v"] - n["r"] * dW1, n["w"] - n["r"] * dW2])


def test_delta_of_a_layer_is_what_the_engine_finds_behind_the_sigmoids():
    for exercise, n in each("delta-of-a-layer"):
        W2 = np.array([[n["p"], n["q"]], [n["r"], n["s"]]])
        z1 = np.array([np.log(a / (1 - a)) for a in (n["a"], n["b"])])
        delta2 = np.array([n["c"], n["d"]])
        (found,) = engine(lambda z, W2=W2, d=delta2: (d * (W2 @ pt.sigmoid(z))).sum(), z1)
        right = exercise.right(n)
        close([right["g"], right["h"]], found)


def test_entries_of_a_gradient_are_those_of_the_outer_product():
    for exercise, n in each("gradient-of-a-matrix"):
        gradient = np.outer([n["c"], n["d"]], [n["p"], n["q"], n["r"]])
        right = exercise.right(n)
        close([right["g"], right["h"]], [gradient[0, 1], gradient[1, 0]])


@pytest.mark.parametrize(
    ("slug", "steps", "start", "answer"),
    [
        ("cost-after-one-step", lambda n: 1, lambda n: n["w"], lambda error: error**2 / 2),
        ("error-after-many-steps", lambda n: n["k"], lambda n: n["f"] / n["p"], lambda e: e),
    ],
)
def test_steps_of_descent_lead_where_an_exercise_says(slug, steps, start, answer):
    for exercise, n in each(slug):
        W, y = start(n), n.get("t", 0.0)
        for _ in range(int(steps(n))):
            W = W - n["r"] * (W * n["p"] - y) * n["p"]
        close(answer(W * n["p"] - y), exercise.right(n))


def test_momentum_on_a_steady_slope_steps_as_the_optimiser_does():
    for exercise, n in each("momentum-on-a-steady-slope"):
        rule, slope = Momentum(n["r"], momentum=n["b"]), np.array(n["g"])
        memory = rule.memory(slope)
        for k in (1, 2, 3):
            change, memory = rule.move(slope, memory, k)
        close(float(change), exercise.right(n)["q"])


def test_depth_multiplies_as_the_engine_finds():
    for exercise, n in each("slope-of-residual-blocks"):

        def whole(u, n=n):
            for _ in range(int(n["n"])):
                u = u + n["p"] * u
            return u

        close(engine(whole, 0.3), [exercise.right(n)])
    for exercise, n in each("weights-and-slopes"):
        z, links = np.log(n["p"] / (1 - n["p"])), int(n["n"])

        def chain(a, n=n, z=z, links=links):
            for _ in range(links):
                a = pt.sigmoid(n["w"] * (a - n["p"]) + z)  # a bias keeps every unit at the same z
            return a

        close(engine(chain, n["p"]), [exercise.right(n)])


def test_the_place_that_is_too_kind_hides_the_mistake_and_the_others_show_it():
    for _, n in each("a-place-too-kind"):
        a, kind = n["a"], 1 / (2 * n["a"])
        for place in (kind, 0.0, -kind, 2 * kind):
            measured = pt.central_difference(lambda t, a=a: np.sin(a * t**2), place)
            noticed = np.cos(a * place**2) != pytest.approx(measured, rel=1e-6)
            assert noticed == (place != kind)


def test_the_nudge_that_is_called_best_is_best():
    for _, n in each("how-small-a-nudge"):
        function, slope = [(np.sin, np.cos), (np.exp, np.exp)][int(n["k"])]
        error = {
            h: abs((function(n["p"] + h) - function(n["p"] - h)) / (2 * h) - slope(n["p"]))
            for h in (n["h"], 1e-5, 1e-15)
        }
        assert min(error, key=error.get) == 1e-5
        assert error[n["h"]] == pytest.approx(n["d"] * n["h"] ** 2 / 6, rel=0.01)


def test_no_exercise_asks_for_the_running_example():
    running = {name: values[0] for name, values in RUNNING.items()}
    for exercise in bank().values():
        if running.keys() <= exercise.parameters.keys():
            shown = [{name: known[name] for name in running} for known in exercise.variants]
            assert running not in shown


def test_a_wrong_fare_is_told_what_must_not_be_multiplied():
    for exercise, n in each("error-of-a-fare"):
        told = {value: name for name, value, _ in exercise.wrong_numbers(n)}
        fixed_by_distance = n["a"] * n["x"] + n["b"] * n["x"] - n["y"]
        fixed_by_rate = n["b"] * n["a"] + n["b"] * n["x"] - n["y"]
        assert "The fixed" in told[fixed_by_distance]
        assert "not multiplied by the kilometres" in told[fixed_by_distance]
        assert "Only the kilometres" in told[fixed_by_rate]


@pytest.mark.parametrize("slug", ["gradient-of-the-first-weight", "gradient-of-the-last-weight"])
def test_a_lost_sign_is_no_other_mistake_too(slug):
    for exercise, n in each(slug):
        slip = -exercise.right(n)
        names = {name for name, value, _ in exercise.wrong_numbers(n) if np.isclose(value, slip)}
        assert names <= {"lost-sign"}
