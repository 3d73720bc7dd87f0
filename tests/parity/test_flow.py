"""The gradient flow: both sides agree, the theory holds, and chains give what a power gives."""

import json
import math
import re
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from ptcode import widgets
from ptcode.autodiff.backward import Variable, gradients
from ptcode.functions.catalogue import ACTIVATIONS as CATALOGUE
from ptcode.networks import flow
from ptcode.networks.flow import Setting, measure, predict
from ptcode.networks.initialisations import INITIALISATIONS
from ptcode.stills.flow import flow_still
from ptcode.widgets import GradientFlow
from ptcode.widgets.flow import LABELS, STARTS

FIGURES = Path(__file__).parents[2] / "js" / "src" / "figures"
SIZES = ("values", "slopes", "adjoints")
SHAPES = [(30, 16, 1, 1), (50, 32, 2.95, 2), (50, 1, 0.5, 3), (1, 5, 0.05, 4), (12, 3, 1.3, 0)]
SETTINGS = [
    Setting(depth, width, activation, initialisation, scale, seed)
    for activation in flow.ACTIVATIONS
    for initialisation in flow.VARIANCES
    for depth, width, scale, seed in SHAPES
]
READ = """
const { flows } = await bundle("flow");
const network = flows(input.data);
return input.settings.map((setting) => {
  const plain = ({ values, slopes, adjoints }) =>
    ({ values: [...values], slopes: [...slopes], adjoints: [...adjoints] });
  return { measured: plain(network.measure(setting)), theory: plain(network.predict(setting)) };
});
"""
SAY = """
const { flows, sentence } = await bundle("flow");
const network = flows(input.data);
return input.settings.map((setting) => sentence({
  setting, measured: network.measure(setting), theory: network.predict(setting),
  deviation: network.deviation(setting), regime: input.data.regime,
}));
"""


def as_data(setting):
    return {name: getattr(setting, name) for name in Setting.__annotations__}


def test_javascript_measures_and_predicts_the_same_sizes(node):
    case = {"data": GradientFlow().data, "settings": [as_data(s) for s in SETTINGS]}
    for setting, found in zip(SETTINGS, node(READ, case), strict=True):
        for name, expected in (("measured", measure(setting)), ("theory", predict(setting))):
            for sizes in SIZES:
                there, here = np.array(found[name][sizes], float), getattr(expected, sizes)
                np.testing.assert_allclose(there, here, rtol=1e-12, err_msg=f"{setting}")


def test_what_is_kept_hides_the_last_digits_and_nothing_else():
    values = np.array([1.0, -0.3, math.pi * 1e100, 5e-300])
    np.testing.assert_allclose(flow.kept(values), values, rtol=2**-20)
    assert (flow.kept(values) == flow.kept(np.nextafter(values, 9))).all()
    assert (flow.kept(flow.kept(values)) == flow.kept(values)).all()


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_a_chain_of_fifty_links_is_a_power(factor):
    """0.5⁵⁰ ≈ 8.9·10⁻¹⁶ and 2⁵⁰ ≈ 1.1·10¹⁵, exactly."""
    measured = measure(Setting(50, 1, "linear", "equal", factor))
    assert measured.adjoints.tolist() == [factor ** (50 - layer) for layer in range(51)]
    assert measured.factor == pytest.approx(factor, rel=1e-14)
    assert predict(Setting(50, 1, "linear", "equal", factor)).adjoints[0] == factor**50


@pytest.mark.parametrize("activation", flow.ACTIVATIONS)
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.5])
def test_no_chain_exceeds_its_bound(activation, scale):
    for seed in range(5):
        setting = Setting(20, 7, activation, "equal", scale, seed)
        assert (measure(setting).adjoints <= predict(setting).adjoints * (1 + 1e-12)).all()


def test_fifty_sigmoids_keep_at_most_a_quarter_each():
    setting = Setting(50, 1, "sigmoid", "equal", 1.0)
    assert predict(setting).adjoints[0] == 0.25**50
    assert 0 < measure(setting).adjoints[0] < 0.25**50


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_its_adjoints_are_those_of_the_engine(activation):
    """The recursion Wᵀ(adjoint ⊙ σ′) against ptcode.autodiff.backward on the same weights."""
    setting = Setting(8, 6, activation, "xavier", 1.2, 5)
    first, last = setting.ends
    layers = [Variable(first)]
    for matrix in setting.matrices:
        layers.append(CATALOGUE[activation](matrix @ layers[-1]))
    found = gradients((layers[-1] * last).sum(), layers)
    sizes = [flow.size(adjoint) for adjoint in found]
    np.testing.assert_allclose(measure(setting).adjoints, sizes, rtol=1e-5)
    values = [flow.size(layer.value) for layer in layers]
    np.testing.assert_allclose(measure(setting).values, values, rtol=1e-5)


@pytest.mark.parametrize("name", flow.ACTIVATIONS)
def test_the_slopes_are_the_derivatives_of_the_catalogue(name):
    value, slope = flow.functions_of(name)
    z = np.linspace(-4, 4, 801)
    np.testing.assert_allclose(slope(z), value.derivative(z), rtol=1e-11)
    assert flow.steepest(name) == value.derivative(np.linspace(-9, 9, 1801)).max()


def test_the_slope_of_tanh_keeps_its_digits_far_from_0():
    slope = flow.functions_of("tanh")[1]
    assert slope(20.0) == pytest.approx(4 * math.exp(-40), rel=1e-15)


@pytest.mark.parametrize(
    ("activation", "initialisation", "factor"),
    [
        ("linear", "xavier", 1), ("linear", "he", math.sqrt(2)), ("linear", "normal", 4),
        ("relu", "he", 1), ("relu", "xavier", math.sqrt(0.5)), ("relu", "normal", math.sqrt(8)),
    ],
)  # fmt: skip
def test_theory_knows_the_factors_of_linear_and_relu(activation, initialisation, factor):
    found = predict(Setting(50, 16, activation, initialisation))
    assert found.factor == pytest.approx(factor, rel=1e-12)
    np.testing.assert_allclose(found.adjoints, found.factor ** np.arange(50, -1, -1), rtol=1e-11)


def test_theory_expects_what_is_measured_on_the_average():
    """The mean square over many draws; three layers of 32 nodes are wide and few enough."""
    kinds = list(product(flow.ACTIVATIONS, ("xavier", "he")))
    squares = dict.fromkeys(kinds, 0.0)
    for seed in range(40):
        for kind in kinds:
            squares[kind] += measure(Setting(3, 32, *kind, 1.0, seed)).adjoints ** 2 / 40
    for kind, found in squares.items():
        expected = predict(Setting(3, 32, *kind)).adjoints
        np.testing.assert_allclose(np.sqrt(found), expected, rtol=0.15, err_msg=str(kind))


def test_theory_takes_its_means_as_an_integral():
    """E[σ′(z)²] for a normal z, against a fine sum over a wide range."""
    for spread, activation in ((0.3, "sigmoid"), (2.0, "tanh"), (50.0, "tanh")):
        slope = flow.functions_of(activation)[1]
        z = np.linspace(-10, 10, 400_001)
        density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
        exact = np.sum(slope(spread * z) ** 2 * density) * (z[1] - z[0])
        found = predict(Setting(1, 1, activation, "normal", spread)).slopes[0]
        assert found == pytest.approx(math.sqrt(exact), rel=1e-9)


@pytest.mark.parametrize("initialisation", ["xavier", "he"])
def test_the_weights_have_the_variance_of_the_published_rule(initialisation):
    rule = {"xavier": "glorot_normal", "he": "he_normal"}[initialisation]
    setting = Setting(50, 32, initialisation=initialisation)
    published = INITIALISATIONS[rule](1000, 1000, np.random.default_rng(0)).std() * math.sqrt(1000)
    assert setting.deviation * math.sqrt(32) == pytest.approx(published, rel=0.01)
    assert np.std(setting.matrices) == pytest.approx(setting.deviation, rel=0.02)


def test_neither_depth_nor_width_draws_the_weights_anew():
    wide, narrow = Setting(9, 20, "tanh", "normal"), Setting(4, 6, "tanh", "normal")
    for one, other in zip(wide.matrices, narrow.matrices, strict=False):
        np.testing.assert_array_equal(one[:6, :6], other)


def test_an_adjoint_is_written_with_its_own_sign():
    said = {path: path.read_text("utf-8") for path in FIGURES.glob("*/words.json")}
    said |= {name: getattr(widgets, name).default_caption for name in widgets.__all__}
    assert len(said) > 40
    assert [name for name, text in said.items() if re.search(r"∂J/∂[azŷ]", text)] == []
    flow_figure = GradientFlow()
    adjoints = flow_still(flow_figure.flow, flow_figure.theory).axes[0]
    assert adjoints.get_ylabel() == "size of ā"


def test_a_layer_that_is_shut_lets_nothing_through():
    dead = next(
        setting
        for setting in (Setting(50, 2, "relu", "he", 1.0, seed) for seed in range(20))
        if measure(setting).adjoints[0] == 0
    )
    figure = GradientFlow(**as_data(dead))
    assert figure.regime == "vanishing"
    assert repr(figure).endswith("vanishing: 0 arrives, 0 a link")
    assert figure.still()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "Vanishing. Of an adjoint of size 1 at the output, 5.57·10⁻²⁰ arrives at the input, "
             "30 links back: 0.228 a link. Theory expects 0.235."),
        ({"depth": 50, "width": 1, "activation": "linear", "initialisation": "equal", "scale": 2.0},
         "Exploding. Of an adjoint of size 1 at the output, 1.13·10¹⁵ arrives at the input, "
         "50 links back: 2 a link. No chain can do more than 2 a link."),
        ({"initialisation": "equal", "width": 3}, "None of 3 chains can do more than 0.25 a link."),
        ({"depth": 1, "activation": "linear"}, "1 link back"),
        ({"activation": "relu", "initialisation": "he"}, "Steady. Of an adjoint of size 1"),
        ({"depth": 50, "width": 1, "activation": "relu", "seed": 2}, "Vanishing: nothing arrives"),
    ],
)  # fmt: skip
def test_its_sentence_says_what_arrives(node, options, says):
    setting = Setting(**options)
    (found,) = node(SAY, {"data": GradientFlow().data, "settings": [as_data(setting)]})
    assert says in found


def test_its_results_follow_its_traits():
    figure = GradientFlow()
    assert repr(figure) == (
        "GradientFlow: 30 links, of width 16, sigmoid, xavier, scale 1 → vanishing: "
        "5.568·10⁻²⁰ arrives, 0.228 a link"
    )
    figure.activation, figure.initialisation = "relu", "he"
    assert figure.regime == "steady"
    figure.scale = 2.0
    assert figure.regime == "exploding"
    assert figure.arrives == figure.flow.adjoints[0] == measure(figure.setting).adjoints[0]
    assert figure.theory.factor == pytest.approx(2)


def test_every_choice_has_a_label_and_the_constants_are_json():
    data = GradientFlow().data
    assert set(LABELS) == set(flow.ACTIVATIONS)
    assert set(STARTS) == set(flow.VARIANCES)
    json.dumps(data, allow_nan=False)


@pytest.mark.parametrize(
    "options",
    [{"depth": 0}, {"width": 33}, {"activation": "swish"}, {"initialisation": "zero"},
     {"scale": 0.0}, {"scale": math.nan}, {"seed": -1}],
)  # fmt: skip
def test_a_setting_refuses_what_its_figure_refuses(options):
    (name,) = options
    with pytest.raises(ValueError, match=f"{name} must be"):
        Setting(**options)


@pytest.mark.parametrize("setting", SETTINGS[::3])
def test_nothing_leaves_the_finite_numbers(setting):
    for found in (measure(setting), measure(Setting(50, 32, setting.activation, "he", 100.0))):
        assert np.isfinite([*found.values, *found.slopes, *found.adjoints]).all()
