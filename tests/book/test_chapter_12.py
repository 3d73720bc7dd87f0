"""Chapter 12: what the text says of deep networks is so."""

import numpy as np
import pytest

from prose import markdown, settings
from ptcode.autodiff.backward import Variable, gradients
from ptcode.functions.catalogue import relu, sigmoid, tanh
from ptcode.networks import flow
from ptcode.networks.flow import Setting, measure, predict
from ptcode.networks.layers import network
from ptcode.stills.activations import activation_slopes
from ptcode.stills.residual import residual_connection
from ptcode.widgets import GradientFlow, NetworkTrainer

CHAPTER = "12-vanishing-and-exploding"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


@pytest.mark.parametrize(("figure", "state"), [link[1:] for link in LINKS])
def test_a_link_sets_all_of_its_figure(figure, state):
    kinds = {"flow": GradientFlow, "chain": GradientFlow, "deeper": NetworkTrainer}
    widget = kinds[figure]
    values = {
        name: type(getattr(widget(), name))(float(text) if text[0].isdigit() else text)
        for name, text in state
    }
    assert set(values) == set(widget().state()) - {"pace", "log"}
    widget(**values)


@pytest.mark.parametrize(
    ("label", "state"), [(label, state) for label, _, state in LINKS if label in flow.ACTIVATIONS]
)
def test_a_link_with_the_name_of_an_activation_sets_it(label, state):
    assert dict(state)["activation"] == label


def linked(label):
    """The gradient flow that a link of this label sets."""
    (state,) = {state for text, figure, state in LINKS if text == label and figure != "deeper"}
    options = dict(state)
    numbers = {name: int(options[name]) for name in ("depth", "width", "seed")}
    return GradientFlow(**options | numbers | {"scale": float(options["scale"])})


@pytest.mark.parametrize(
    ("label", "regime"),
    [
        ("the same happens", "vanishing"), ("ReLU explodes with it", "exploding"),
        ("ReLU, with the weights that suit it", "steady"), ("0.5", "vanishing"), ("2", "exploding"),
    ],
)  # fmt: skip
def test_a_named_state_is_what_the_text_calls_it(label, regime):
    assert linked(label).regime == regime


def test_layers_of_two_relu_nodes_are_shut():
    figure = linked("layers of 2 units")
    assert figure.arrives == 0
    assert (figure.flow.slopes == 0).any()


def test_at_ten_times_xavier_theory_is_near_1_and_most_sigmoids_are_flat():
    setting = linked("ten times").setting
    assert (setting.scale, setting.activation) == (10, "sigmoid")
    assert predict(setting).factor == pytest.approx(1, abs=0.02)
    activation, slope = flow.functions_of("sigmoid")
    value, slopes = setting.ends[0], []
    for matrix in setting.matrices:
        slopes.extend(slope(matrix @ value))
        value = activation(matrix @ value)
    assert np.mean(np.array(slopes) < flow.steepest("sigmoid") / 10) > 0.5


def test_theory_is_off_by_more_than_ten_powers_of_ten_where_the_text_says_so():
    figure = linked("tanh with large weights")
    assert figure.theory.adjoints[0] / figure.arrives > 1e10


def test_a_narrow_network_lies_below_theory_more_often_than_above():
    below = 0
    for seed in range(1, 31):
        setting = Setting(30, 16, "relu", "he", 1.0, seed)
        below += measure(setting).adjoints[0] < predict(setting).adjoints[0]
    assert below > 20


def test_a_link_of_the_opening_keeps_one_factor_at_15_30_and_50():
    factors = [measure(Setting(depth)).factor for depth in (15, 30, 50)]
    np.testing.assert_allclose(factors, measure(Setting()).factor, rtol=0.03)


def test_doubled_weights_double_the_factor_for_relu_and_not_for_tanh():
    for activation, start, doubles in (("relu", "he", True), ("tanh", "xavier", False)):
        one, two = (predict(Setting(30, 16, activation, start, s)).factor for s in (1.0, 2.0))
        assert (two / one == pytest.approx(2)) is doubles
        assert two / one < 2.0001


def test_equal_nodes_stay_equal():
    start = network([2, 4, 4, 1], "tanh")
    equal = start.with_vector(np.full(start.count, 0.3))
    parameters = [Variable(array) for array in equal.parameters]
    output = equal.forward(parameters, np.array([[0.4, -1.0], [0.7, 0.2]]))
    for gradient in gradients(output.sum(), parameters)[:4]:
        np.testing.assert_allclose(gradient, np.broadcast_to(gradient[:1], gradient.shape))


def test_weights_of_zero_send_nothing_back():
    start = network([2, 3, 3, 1], "tanh")
    zero = start.with_vector(np.zeros(start.count))
    parameters = [Variable(array) for array in zero.parameters]
    output = zero.forward(parameters, np.array([[0.4], [0.7]]))
    found = gradients(output.sum(), parameters)
    assert not any(gradient.any() for gradient in found[:4])


def test_a_step_of_1e_20_does_not_move_a_weight_of_a_half():
    assert 0.5 - 1e-20 == 0.5


def test_he_makes_up_for_what_tanh_loses_with_xavier():
    xavier, he = (Setting(30, 16, "tanh", start) for start in ("xavier", "he"))
    assert (measure(xavier).slopes < 1).all()
    for arrives in (measure, predict):
        assert arrives(xavier).factor < arrives(he).factor


def test_many_a_z_stays_near_0_with_random_signs_and_none_with_weights_of_3():
    """A sixth of the units: within ½ of 0, where the slope is nearly the largest."""
    setting, near = Setting(scale=3.0), []
    value = setting.ends[0]
    for matrix in setting.matrices:
        near.extend(np.abs(matrix @ value) < 0.5)
        value = sigmoid(matrix @ value)
    assert np.mean(near) > 1 / 6
    chained = measure(Setting(50, 1, "sigmoid", "equal", 3.0)).values
    assert (3 * chained[:-1]).min() > 2


def test_n_terms_of_random_sign_have_size_root_n():
    for n in (2, 5):
        sums = np.array(np.meshgrid(*[[-1, 1]] * n)).sum(axis=0)
        assert flow.size(sums.ravel()) == pytest.approx(np.sqrt(n))


def test_the_picture_of_the_activations_draws_them_and_their_slopes():
    values, slopes = activation_slopes().figure.axes
    for axes, turn in ((values, lambda f: f), (slopes, lambda f: f.derivative)):
        lines = iter(axes.lines)
        for function in (sigmoid, tanh, relu):
            for z, at in (next(lines).get_data(), next(lines).get_data()):
                np.testing.assert_allclose(at, turn(function)(z))
                assert (z > 0).all() or (z < 0).all()
    assert [line.get_xydata().tolist() for line in slopes.lines[6:]] == [[[0, 1]], [[0, 0]]]


def test_each_name_in_that_picture_stands_nearest_to_its_own_line():
    for axes in activation_slopes().figure.axes:
        (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
        span = np.array([right - left, high - low])
        ways = {
            text.get_text(): [
                min(
                    np.hypot(*((line.get_xydata() - text.get_position()) / span).T).min()
                    for line in axes.lines[2 * i : 2 * i + 2]
                )
                for i in range(3)
            ]
            for text in axes.texts
        }
        assert {name: int(np.argmin(way)) for name, way in ways.items()} == {
            "sigmoid": 0, "tanh": 1, "ReLU": 2
        }  # fmt: skip


def test_tanh_is_the_sigmoid_stretched():
    z = np.linspace(-4, 4, 9)
    np.testing.assert_allclose(2 * sigmoid(2 * z) - 1, np.tanh(z), atol=1e-15)


def test_the_picture_of_a_residual_connection_has_the_two_factors_that_the_text_adds():
    z, f = Variable(0.7), tanh
    (slope,) = gradients(z + f(z), [z])
    assert float(slope) == pytest.approx(1 + float(f.derivative(0.7)))
    words = {text.get_text() for text in residual_connection().figure.axes[0].texts}
    assert {"factor 1", "factor f′", "a + f(a)"} <= words


def test_with_four_times_xavier_most_z_lie_far_from_0_and_some_near():
    setting = Setting(scale=4.0)
    a, sizes = setting.ends[0], []
    for matrix in setting.matrices:
        z = matrix @ a
        a = sigmoid(z)
        sizes.append(np.abs(z))
    assert 0.2 < np.mean(np.array(sizes) < 1) < 0.5


def test_units_that_start_equal_stay_equal_in_a_hidden_layer_only():
    start = network((2, 3, 2), "tanh", seed=1)
    equal = [np.full_like(array, 0.5) for array in start.parameters]
    parameters = [Variable(array) for array in equal]
    off = start.forward(parameters, np.array([[1.5], [-0.5]])) - np.array([[1.0], [0.0]])
    hidden, *_, output, _ = gradients((off**2).sum(), parameters)
    np.testing.assert_allclose(hidden, np.tile(hidden[:1], (3, 1)))
    assert not np.allclose(output[0], output[1])
