"""The descent explorer in Python, and its agreement with the JavaScript that ships."""

import numpy as np
import pytest
import sympy

from ptcode.descent.descent import Regime, gradient_descent, quadratic_regime
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function
from ptcode.widgets import DescentExplorer

STEPS = 20

DESCEND = """
const { gradientDescent, compile } = await bundle("descent");
const unary = (tree, variable) => {
  const evaluate = compile(tree, [variable]);
  return (value) => evaluate(Float64Array.of(value));
};
return input.map(({ tree, derivative, variable, ...problem }) =>
  gradientDescent({ ...problem, cost: unary(tree, variable), slope: unary(derivative, variable) }));
"""


def _problem(cost, start, alpha, constants):
    (entry,) = (entry for entry in constants if entry["key"] == cost)
    picked = {key: entry[key] for key in ("tree", "derivative", "variable", "curvature")}
    return picked | {"start": start, "alpha": alpha, "steps": STEPS}


def test_javascript_descends_the_same_path_to_the_same_regime(node):
    constants = DescentExplorer().data["costs"]
    rng = np.random.default_rng(7)
    cases = [
        (cost, round(float(rng.uniform(-2.5, 2.5)), 2), round(float(rng.uniform(0, 1.3)), 2))
        for cost in COSTS
        for _ in range(60)
    ]
    cases += [("square", 2.0, a) for a in (0, 0.25, 0.5, 0.75, 1, 1.05)]
    cases += [("square", 0.0, 0.3), ("absolute", 2.0, 0.5), ("two-valleys", 1.9, 0.05)]
    found = node(DESCEND, [_problem(*case, constants) for case in cases])
    for (cost, start, alpha), path in zip(cases, found, strict=True):
        expected = gradient_descent(COSTS[cost], start, alpha, STEPS)
        assert path["regime"] == expected.regime.value, (cost, start, alpha)
        # a chaotic path doubles a rounding error in every step: only settled ones are compared
        if expected.regime is Regime.WANDERS:
            continue
        for name in ("positions", "values", "slopes"):
            np.testing.assert_allclose(
                np.array(path[name], float), getattr(expected, name), rtol=1e-12, atol=1e-12
            )


def test_javascript_decides_the_regime_of_every_quadratic_alike(node):
    cases = [
        (curvature, alpha, slope)
        for curvature in (2, 1, 0.4, 7, 0, -2)
        for alpha in (0, 0.01, 1 / 7, 0.25, 0.5, 0.75, 1, 1.05, 2, 2 / 7, 5)
        for slope in (0, 4)
    ]
    found = node(
        'const { quadraticRegime } = await bundle("descent");'
        "return input.map((one) => quadraticRegime(...one));",
        cases,
    )
    assert found == [quadratic_regime(*case).value for case in cases]


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({"alpha": 0.1}, "α = 0.1, θ₀ = 2 → converges from one side, θ₂₀ = 0.02306"),
        ({"alpha": 0.5}, "→ lands in one step, θ₂₀ = 0"),
        ({"alpha": 0.75, "k": 3}, "→ converges from side to side, θ₃ = −0.25"),
        ({"alpha": 1.0}, "→ bounces for ever, θ₂₀ = 2"),
        ({"alpha": 1.05, "k": 3}, "→ diverges, θ₃ = −2.662"),
        ({"alpha": 0.0}, "→ stays where it is, θ₂₀ = 2"),
        ({"theta0": 0.0, "alpha": 0.3}, "→ stays where it is, θ₂₀ = 0"),
        ({"half": True, "alpha": 1.0}, "J = ½·θ², α = 1, θ₀ = 2 → lands in one step"),
    ],
)
def test_its_repr_states_the_result(state, says):
    assert says in repr(DescentExplorer(**({"theta0": 2.0} | state)))


def test_its_results_follow_its_traits():
    explorer = DescentExplorer(alpha=0.1)
    assert explorer.regime is Regime.ONE_SIDE
    explorer.alpha = 0.9
    assert explorer.regime is Regime.ALTERNATES
    assert explorer.path.positions[1] == pytest.approx(-1.6)


def test_the_half_doubles_the_critical_learning_rate():
    whole, half = DescentExplorer(alpha=1.0), DescentExplorer(alpha=2.0, half=True)
    assert whole.regime is half.regime is Regime.BOUNCES
    np.testing.assert_allclose(whole.path.positions, half.path.positions)


def test_a_reader_brings_an_expression_or_a_function():
    t = sympy.Symbol("t")
    by_expression = DescentExplorer(t**2 / 2 + sympy.cos(t), alpha=0.5, theta0=2)
    by_function = DescentExplorer(Function(t**2 / 2 + sympy.cos(t)), alpha=0.5, theta0=2)
    np.testing.assert_array_equal(by_expression.path.positions, by_function.path.positions)
    assert by_expression.data["costs"][0]["key"] == "own"
