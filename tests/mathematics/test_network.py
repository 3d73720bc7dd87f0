"""Networks: the running example to its last printed digit, losses, layers, files, training."""

from itertools import pairwise

import numpy as np
import pytest

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.checks import gradient_check
from ptcode.descent.optimisers import Adam, GradientDescent, Momentum
from ptcode.functions import catalogue
from ptcode.networks.data import two_moons, xor
from ptcode.networks.initialisations import INITIALISATIONS
from ptcode.networks.layers import network
from ptcode.networks.losses import (
    LOSSES,
    half_squared_error,
    mean_half_squared_error,
    mean_squared_error,
)
from ptcode.networks.running_example import (
    INPUTS,
    RunningExample,
    expressions,
    partials,
    steps,
    symbols,
)
from ptcode.networks.training import train
from strict import STRICT

pytestmark = STRICT

PRINTED = {
    "z1": 1.2,
    "a1": 0.768525,
    "z2": -0.922230,
    "y_hat": 0.284504,
    "J": 0.255967,
}
PRINTED_ADJOINTS = {
    "y_hat": -0.715496,
    "z2": -0.145647,
    "W2": -0.111934,
    "a1": 0.174777,
    "z1": 0.031092,
    "W1": 0.046638,
}


@pytest.mark.parametrize(("name", "printed"), PRINTED.items())
def test_the_forward_pass_prints_the_numbers_of_the_book(name, printed):
    assert round(RunningExample().values[name], 6) == printed


@pytest.mark.parametrize(("name", "printed"), PRINTED_ADJOINTS.items())
def test_the_backward_pass_prints_the_numbers_of_the_book(name, printed):
    assert round(RunningExample().adjoints[name], 6) == printed


def test_one_step_prints_the_numbers_of_the_book():
    after = RunningExample().step(0.5)
    assert round(after.W1, 6) == 0.776681
    assert round(after.W2, 6) == -1.144033
    assert round(after.values["J"], 6) == 0.248631


def test_the_running_example_by_hand_in_plain_numpy():
    example = RunningExample()
    v, d = example.values, example.adjoints
    assert d["y_hat"] == pytest.approx(v["y_hat"] - example.y)
    assert d["z2"] == pytest.approx(d["y_hat"] * v["y_hat"] * (1 - v["y_hat"]))
    assert d["W2"] == pytest.approx(d["z2"] * v["a1"])
    assert d["a1"] == pytest.approx(d["z2"] * example.W2)
    assert d["z1"] == pytest.approx(d["a1"] * v["a1"] * (1 - v["a1"]))
    assert d["W1"] == pytest.approx(d["z1"] * example.x)
    assert d["J"] == 1.0


def test_the_symbolic_running_example_is_the_traced_one():
    """The values forwards and the products of its partials, from J back to each weight."""
    example = RunningExample(x=-0.7, y=0.3, W1=1.9, W2=0.6)
    numbers = {name: getattr(example, name) for name in INPUTS} | example.values
    known = {symbol: numbers[name] for name, symbol in symbols().items()}
    whole = {name: value.subs(known) for name, value in expressions().items()}
    apart = {name: value.subs(known) for name, value in steps().items()}
    for name, value in example.values.items():
        assert [float(whole[name]), float(apart[name])] == pytest.approx([value] * 2, rel=1e-12)
    links = {link: float(partial.subs(known)) for link, partial in partials().items()}
    for weight, way in (("W1", ("z1", "a1", "z2", "y_hat", "J")), ("W2", ("z2", "y_hat", "J"))):
        product = np.prod([links[value, part] for part, value in pairwise((weight, *way))])
        assert product == pytest.approx(example.adjoints[weight], rel=1e-12)


def test_the_running_example_is_exported_with_its_names():
    nodes = {node["name"]: node for node in RunningExample().graph["nodes"] if node["name"]}
    assert set(nodes) == {"W1", "W2", "z1", "a1", "z2", "y_hat", "J"}
    assert round(nodes["W1"]["adjoint"], 6) == 0.046638


@pytest.mark.parametrize("field", ["x", "y", "W1", "W2"])
def test_the_running_example_refuses_what_is_no_finite_number(field):
    with pytest.raises(ValueError, match=f"{field} must be a finite real number"):
        RunningExample(**{field: np.nan})
    with pytest.raises(TypeError, match=f"{field} must be a finite real number"):
        RunningExample(**{field: True})


def test_losses_say_half_and_mean_in_their_names():
    prediction, target = Variable([[0.5, 2.0], [1.0, 0.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    squares = np.sum((prediction.value - target) ** 2)
    assert half_squared_error(prediction, target).value == squares / 2
    assert mean_half_squared_error(prediction, target).value == squares / 4
    assert mean_squared_error(prediction, target).value == squares / 2
    one = gradients(half_squared_error(prediction, target), [prediction])[0]
    np.testing.assert_allclose(one, prediction.value - target)
    half, whole = (
        gradients(loss(prediction, target), [prediction])[0]
        for loss in (mean_half_squared_error, mean_squared_error)
    )
    np.testing.assert_allclose(whole, 2 * half)


def test_cross_entropies_are_those_of_pytorch():
    """Worked out by PyTorch 2.13 in double precision."""
    logits = Variable([[1.0, -2.0, 0.5], [0.0, 3.0, -1.0], [2.0, 0.1, 0.2]])
    target = np.array([[1.0, 0, 0], [0, 1, 1], [0, 0, 0]])
    loss = LOSSES["mean_softmax_cross_entropy"](logits, target)
    assert float(loss.value) == pytest.approx(1.214163966369404, rel=1e-14)
    wanted = [
        [-0.25175717631506744, 0.0021153366714824523, 0.1697261173394158],
        [0.030010191056793478, -0.0193895353530934, -0.2954623175900183],
        [0.2217469852582739, 0.017274198681610994, 0.1257362002506025],
    ]
    np.testing.assert_allclose(gradients(loss, [logits])[0], wanted, rtol=1e-12)

    logit = Variable([[2.0, -1.5, 0.3]])
    loss = LOSSES["mean_logistic_loss"](logit, np.array([[1.0, 0.0, 1.0]]))
    assert float(loss.value) == pytest.approx(0.29423217783141736, rel=1e-14)
    wanted = [[-0.0397343073407059, 0.060808507935452116, -0.14185249439611367]]
    np.testing.assert_allclose(gradients(loss, [logit])[0], wanted, rtol=1e-12)


@pytest.mark.parametrize("size", [-1000.0, 1000.0])
def test_cross_entropies_are_finite_at_extremes(size):
    for name in ("mean_logistic_loss", "mean_softmax_cross_entropy"):
        logits = Variable([[size, -size], [0.0, 0.0]])
        loss = LOSSES[name](logits, np.array([[1.0, 0.0], [0.0, 1.0]]))
        assert np.isfinite(loss.value)
        assert np.isfinite(gradients(loss, [logits])[0]).all()


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "softplus"])
@pytest.mark.parametrize("output", [None, "sigmoid"])
def test_the_gradient_of_every_network_agrees_with_finite_differences(loss, hidden, output):
    random = np.random.default_rng(8)
    net = network([2, 4, 3, 2], hidden, output, seed=5)
    columns = random.normal(size=(2, 6))
    target = np.eye(2)[random.integers(0, 2, size=6)].T

    def cost(*parameters):
        return LOSSES[loss](net.forward(parameters, columns), target)

    assert gradient_check(cost, net.parameters).passed


def test_backpropagation_is_the_rule_of_chapter_7():
    """δ_l = (W_{l+1}ᵀ δ_{l+1}) ⊙ σ′(z_l), written out in plain NumPy."""
    random = np.random.default_rng(1)
    net = network([3, 5, 2], "sigmoid", "sigmoid", seed=2)
    W1, b1, W2, b2 = net.parameters
    X, Y = random.normal(size=(3, 7)), random.uniform(size=(2, 7))
    s = catalogue.sigmoid
    z1 = W1 @ X + b1
    z2 = W2 @ s(z1) + b2
    delta2 = (s(z2) - Y) / 7 * s.derivative(z2)
    delta1 = (W2.T @ delta2) * s.derivative(z1)
    by_hand = [
        delta1 @ X.T,
        delta1.sum(axis=1, keepdims=True),
        delta2 @ s(z1).T,
        delta2.sum(axis=1, keepdims=True),
    ]
    parameters = [Variable(array) for array in net.parameters]
    J = mean_half_squared_error(net.forward(parameters, X), Y)
    for found, wanted in zip(gradients(J, parameters), by_hand, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "variance"),
    [
        ("glorot_uniform", 2 / 500),
        ("glorot_normal", 2 / 500),
        ("he_normal", 2 / 200),
        ("he_uniform", 2 / 200),
        ("lecun_normal", 1 / 200),
    ],
)
def test_every_initialisation_has_the_variance_of_its_paper(name, variance):
    weights = INITIALISATIONS[name](300, 200, np.random.default_rng(0))
    assert weights.shape == (300, 200)
    assert weights.var() == pytest.approx(variance, rel=0.02)
    assert abs(weights.mean()) < 0.01 * np.sqrt(variance) * 3
    if "uniform" in name:
        assert np.abs(weights).max() <= np.sqrt(3 * variance)


def test_a_network_knows_its_sizes():
    net = network([2, 16, 16, 1], seed=3)
    assert net.sizes == (2, 16, 16, 1)
    assert net.count == 337 == len(net.vector)
    assert repr(net) == "Network 2-16-16-1, tanh then sigmoid, 337 parameters"
    assert repr(network([1, 1], output=None)) == "Network 1-1, tanh then none, 2 parameters"
    again = net.with_vector(net.vector)
    for one, other in zip(net.parameters, again.parameters, strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(network([2, 3], seed=7).vector, network([2, 3], seed=7).vector)
    assert (network([2, 3], seed=7).vector != network([2, 3], seed=8).vector).any()


def test_predictions_have_one_row_a_point():
    net = network([2, 4, 3], output=catalogue.softplus, seed=0)
    assert net(np.zeros((5, 2))).shape == (5, 3)
    assert net([[1, 2]]).shape == (1, 3)
    W1, b1, W2, b2 = net.parameters
    point = np.array([[0.3], [-0.7]])
    wanted = catalogue.softplus(W2 @ np.tanh(W1 @ point + b1) + b2)
    np.testing.assert_allclose(net(point.T).T, wanted)


def test_a_network_refuses_what_does_not_fit():
    net = network([2, 3, 1])
    with pytest.raises(ValueError, match=r"points must have shape \(points, 2\), got \(5, 3\)"):
        net(np.zeros((5, 3)))
    with pytest.raises(ValueError, match=r"for one point write \[point\]"):
        net([1.0, 2.0])
    with pytest.raises(ValueError, match="points must be finite"):
        net([[np.nan, 1.0]])
    with pytest.raises(ValueError, match="sizes must name the inputs"):
        network([2])
    with pytest.raises(ValueError, match=r"sizes\[1\] must be a whole number ≥ 1, got 0"):
        network([2, 0, 1])


def test_parameters_survive_a_file(tmp_path):
    net = network([2, 3, 1], seed=1)
    net.save(tmp_path / "net.npz")
    other = network([2, 3, 1], seed=2).load(tmp_path / "net.npz")
    np.testing.assert_array_equal(net.vector, other.vector)
    with np.load(tmp_path / "net.npz") as file:
        assert sorted(file.files) == ["W1", "W2", "b1", "b2"]


def test_a_file_that_does_not_fit_is_refused(tmp_path):
    path = tmp_path / "net.npz"
    net = network([2, 3, 1])
    network([2, 4, 1]).save(path)
    with pytest.raises(ValueError, match=r"W1 in .* has shape \(4, 2\), this network .* \(3, 2\)"):
        net.load(path)
    network([2, 3]).save(path)
    with pytest.raises(ValueError, match=r"holds \['W1', 'b1'\], this network needs"):
        net.load(path)
    names = ["W1", "b1", "W2", "b2"]
    spoiled = [np.full_like(array, np.nan) for array in net.parameters]
    np.savez(path, **dict(zip(names, spoiled, strict=True)))
    with pytest.raises(ValueError, match=r"W1 in .* must be finite"):
        net.load(path)
    np.savez(path, **dict(zip(names, [array + 0j for array in net.parameters], strict=True)))
    with pytest.raises(TypeError, match=r"W1 in .* real number"):
        net.load(path)
    np.savez(path, W1=np.array([{"code": 1}], dtype=object))
    with pytest.raises(ValueError, match="is not a file of parameters"):
        net.load(path)
    path.write_text("not a zip")
    with pytest.raises(ValueError, match="is not a file of parameters"):
        net.load(path)
    with pytest.raises(ValueError, match=r"a file named …\.npz, got net\.txt"):
        net.save(tmp_path / "net.txt")
    with pytest.raises(FileNotFoundError):
        net.load(tmp_path / "absent.npz")


def test_the_moons_are_two_half_circles_and_the_corners_of_xor_differ():
    moons, label = two_moons(points=100, noise=0.0)
    np.testing.assert_allclose(np.linalg.norm(moons[label == 0], axis=1), 1)
    np.testing.assert_allclose(np.linalg.norm(moons[label == 1] - [1.0, 0.5], axis=1), 1)
    assert (moons[label == 1][:, 1] <= 0.5).all()
    corners, label = xor()
    assert label.tolist() == [float(bool(a) != bool(b)) for a, b in corners]


def test_training_solves_xor_which_no_straight_line_does():
    points, label = xor()
    straight = train(network([2, 1]), points, label, GradientDescent(2.0), epochs=500)
    assert straight.costs[-1] > 0.12
    bent = train(network([2, 4, 1], seed=1), points, label, GradientDescent(2.0), epochs=2000)
    np.testing.assert_allclose(bent.network(points)[:, 0], label, atol=0.1)


@pytest.mark.parametrize("loss", ["mean_half_squared_error", "mean_logistic_loss"])
def test_training_separates_two_moons(loss):
    points, label = two_moons(100, 0.1)
    output = "sigmoid" if loss == "mean_half_squared_error" else None
    done = train(network([2, 8, 1], output=output), points, label, Adam(0.05), 200, loss)
    assert done.costs[-1] < 0.02 < done.costs[0]
    assert np.mean((done.network(points)[:, 0] > (0.5 if output else 0.0)) == (label == 1)) > 0.99


def test_the_history_starts_before_the_first_step():
    points, label = two_moons(40)
    net = network([2, 4, 1], seed=1)
    done = train(net, points, label, GradientDescent(0.5), epochs=3)
    assert done.costs.shape == (4,)
    cost = np.mean((net(points)[:, 0] - label) ** 2) / 2
    assert done.costs[0] == pytest.approx(cost)
    assert repr(done).startswith("Training of 3 epochs: J from 0.")
    still = train(net, points, label, GradientDescent(0.5), epochs=0)
    np.testing.assert_array_equal(still.network.vector, net.vector)


def test_one_epoch_of_training_is_one_step_of_descent():
    points, label = two_moons(40)
    net = network([2, 4, 1], seed=1)
    done = train(net, points, label, GradientDescent(0.5), epochs=1)
    parameters = [Variable(array) for array in net.parameters]
    J = mean_half_squared_error(net.forward(parameters, points.T), label[None])
    for new, old, slope in zip(
        done.network.parameters, net.parameters, gradients(J, parameters), strict=True
    ):
        np.testing.assert_allclose(new, old - 0.5 * slope, rtol=1e-12)


def test_batches_of_all_points_are_the_full_gradient():
    points, label = two_moons(30)
    net = network([2, 3, 1])
    whole = train(net, points, label, Momentum(0.3), epochs=5)
    batch = train(net, points, label, Momentum(0.3), epochs=5, batch_size=30)
    np.testing.assert_allclose(whole.costs, batch.costs, rtol=1e-10)


def test_stochastic_training_is_repeatable_and_takes_several_steps_an_epoch():
    points, label = two_moons(50)
    net = network([2, 6, 1])
    runs = [
        train(net, points, label, GradientDescent(0.5), 10, batch_size=8, seed=seed).costs
        for seed in (1, 1, 2)
    ]
    np.testing.assert_array_equal(runs[0], runs[1])
    assert (runs[0] != runs[2]).any()
    whole = train(net, points, label, GradientDescent(0.5), 10).costs
    assert runs[0][-1] < whole[-1]


@pytest.mark.parametrize("batch_size", [None, 10])
def test_training_that_explodes_ends_as_diverged_without_a_warning(batch_size):
    points, label = two_moons(60)
    net = network([2, 8, 1], "relu", None, "he_normal")
    before = net.vector.copy()
    done = train(net, points, label, GradientDescent(1e200), 50, batch_size=batch_size)
    assert done.diverged
    assert np.isfinite(done.costs).all()
    assert np.isfinite(done.network.vector).all()
    assert "diverges" in repr(done)
    np.testing.assert_array_equal(net.vector, before)


def test_training_shows_a_bar_when_asked(capsys):
    points, label = xor()
    train(network([2, 1]), points, label, GradientDescent(0.1), 3)
    assert capsys.readouterr().err == ""
    train(network([2, 1]), points, label, GradientDescent(0.1), 3, progress=True)
    assert "epochs" in capsys.readouterr().err


def test_training_refuses_what_does_not_fit():
    points, label = xor()
    net, rule = network([2, 1]), GradientDescent(0.1)
    with pytest.raises(ValueError, match=r"targets must have shape \(4, 1\).* got \(3,\)|\(3, 1\)"):
        train(net, points, label[:3], rule)
    with pytest.raises(ValueError, match="targets must be finite"):
        train(net, points, label * np.nan, rule)
    with pytest.raises(ValueError, match="epochs must be a whole number"):
        train(net, points, label, rule, epochs=1.5)
    with pytest.raises(ValueError, match="batch_size must be a whole number ≥ 1"):
        train(net, points, label, rule, batch_size=0)
    with pytest.raises(ValueError, match="points must have shape"):
        train(net, points[:, :1], label, rule)
    column = train(net, points, label[:, None], rule, 1).costs
    np.testing.assert_array_equal(column, train(net, points, label, rule, 1).costs)
    own = train(net, points, label, rule, 1, loss=lambda p, y: ((p - y) ** 2).sum())
    assert len(own.costs) == 2
