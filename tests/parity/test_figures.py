"""What is true of every figure: what it hands over, what its pictures show, what it refuses."""

import html
import json
import re

import pytest
import sympy
import traitlets

from figure_cases import FIGURES
from ptcode.descent.optimisers import NAMES
from ptcode.functions.catalogue import theta_1
from ptcode.functions.function import theta, x
from ptcode.stills.style import svg_text
from ptcode.widgets import (
    Clinic,
    DescentExplorer,
    FunctionMachine,
    GradientFlow,
    GraphStepper,
    NetworkTrainer,
    NumberLines,
    OneOptimiser,
    OptimiserRace,
    Practice,
    RegressionExplorer,
    SortingGame,
    SurfaceExplorer,
    TangentExplorer,
    TrainingView,
)
from ptcode.widgets.numberlines import CHAINS
from ptcode.widgets.race_views import LANES
from ptcode.widgets.sorting import SIZE
from ptcode.widgets.surface_views import VIEWS as SURFACES
from ptcode.widgets.tangent import VIEWS as CURVES

a, b, y, z = sympy.symbols("a b y z", real=True)
every_figure = pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.__name__)


@every_figure
def test_its_output_is_one_bundle_of_live_view_mount_still_and_sentence(kind):
    figure = kind()
    data, _ = figure._repr_mimebundle_()
    still = {"image/svg+xml"} if figure.still() else set()
    assert set(data) - still == {
        "application/vnd.jupyter.widget-view+json", "text/html", "text/plain",
    }  # fmt: skip
    assert data["text/plain"] == repr(figure)
    assert repr(figure).startswith(f"{kind.__name__}: ")
    mount = data["text/html"]
    assert f'data-figure="{figure.kind}"' in mount
    assert mount.count("</script>") == 1
    (state,) = re.findall(r'data-state="([^"]*)"', mount)
    assert json.loads(html.unescape(state)) == figure.state()
    (handed,) = re.findall(r'class="pt-data">(.*?)</script>', mount, re.DOTALL)
    assert json.loads(handed) == json.loads(json.dumps(figure.data, allow_nan=False))
    if still:
        assert data["image/svg+xml"] == svg_text(kind().still())


@every_figure
def test_what_a_link_may_ask_for_python_takes_too(kind):
    for name, allowed in kind().allowed().items():
        ends = [allowed[end] for end in ("least", "most") if end in allowed]
        former = allowed.get("former", {})
        for value in [*ends, *allowed.get("of", ()), *former]:
            figure = kind()
            setattr(figure, name, value)
            assert getattr(figure, name) == former.get(value, value)


@pytest.mark.parametrize("kind", [Clinic, Practice])
def test_a_figure_that_shows_an_exercise_has_its_style_in_a_notebook(kind):
    assert ".pt-check-answer" in kind()._css


def test_a_formula_cannot_close_the_script_element():
    explorer = DescentExplorer(sympy.Symbol("</script><b>") ** 2)
    assert explorer.mount().count("</script>") == 1


DRAWN = {
    OneOptimiser: (2, [{"optimiser": name, "surface": s} for name in NAMES for s in LANES]),
    OptimiserRace: (2, [
        *({"surface": name, "racers": " ".join(NAMES)} for name in LANES), {"racers": ""},
        {"gd": 0.2, "k": 200}, {"log": False}, {"noise": 3.0, "k": 0},
    ]),
    RegressionExplorer: (2, [{"scale": name, "k": 12} for name in ("raw", "centred")]),
    SurfaceExplorer: (3, [
        *({"surface": name} for name in SURFACES), {"surface": "product", "follow": True},
        {"surface": "bowl", "theta1": 0, "theta2": 0},
        {"surface": "rosenbrock", "alpha": 0.002, "k": 40, "theta1": 2, "theta2": -1},
    ]),
    TangentExplorer: (2, [
        {"f": f, "x": at, "h": h} for f in (*CURVES, sympy.tan(x)) for at, h in ((0, 0), (1, 1))
    ]),
    TrainingView: (3, [
        {"k": 200, "log": True}, {"W1": -3, "W2": -3, "alpha": 10, "k": 200}, {"y": 0.3, "k": 9},
    ]),
    NumberLines: (1, [{"chain": name} for name in CHAINS]),
    GraphStepper: (1, [
        *({"step": step} for step in (5, 9, 12)), {"preset": "network", "step": 99},
        {"expression": x * sympy.sin(x * y) + sympy.exp(x), "step": 99},
    ]),
    FunctionMachine: (1, [
        {"expression": one} for one in (1 / (1 + sympy.exp(-x)), x * sympy.sin(x),
                                        sympy.log(-(x**2)), sympy.Integer(5), x)
    ]),
    GradientFlow: (2, [{"depth": 50, "width": 1, "activation": "relu", "seed": 2}]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "axes", "state"),
    [(kind, axes, state) for kind, (axes, states) in DRAWN.items() for state in states],
)
def test_every_state_has_a_still_and_plain_json(kind, axes, state):
    figure = kind(**state)
    still = figure.still()
    still.canvas.draw()
    assert len(still.axes) == axes
    json.dumps([figure.data, figure.state()], allow_nan=False)


REFUSED = [
    (DescentExplorer, {"theta0": float("inf")}, "theta0 must be a finite real number, got inf"),
    (DescentExplorer, {"theta0": 1e308}, "theta0 must be at most 1e+50 in size, got 1e+308"),
    (DescentExplorer, {"alpha": -0.1}, "alpha must be a finite real number ≥ 0, got -0.1"),
    (DescentExplorer, {"k": 21}, "k must be a whole number from 0 to 20, got 21"),
    (DescentExplorer, {"id": "Not an id"}, "id must be lower-case letters"),
    (GradientFlow, {"depth": 0}, "depth must be a whole number from 1 to 50, got 0"),
    (GradientFlow, {"width": 33}, "width must be a whole number from 1 to 32, got 33"),
    (GradientFlow, {"initialisation": "zero"}, "initialisation must be one of equal, normal"),
    (GradientFlow, {"scale": 0.0}, "scale must be above 0 and at most 100, got 0.0"),
    (GradientFlow, {"seed": -1}, "seed must be a whole number"),
    (GraphStepper, {"W3": 1.0}, "'W3' is no input of running-example: its inputs are x, y, W1"),
    (GraphStepper, {"W1": 1e308}, "W1 must be at most"),
    (GraphStepper, {"step": 1e308}, "step must be a whole number from"),
    (GraphStepper, {"step": -1}, "step must be a whole number"),
    (GraphStepper, {"expression": x + z}, "contains z: write it in x, y, w, b"),
    (GraphStepper, {"expression": sympy.Integer(5)}, "contains none of x, y, w, b"),
    (GraphStepper, {"expression": sum(sympy.sin(k * x) for k in range(2, 25))}, "at most 40"),
    (NetworkTrainer, {"dataset": "moons"}, "dataset must be one of two-moons, xor, circles, spi"),
    (NetworkTrainer, {"activation": "swish"}, "activation must be one of sigmoid, tanh, relu"),
    (NetworkTrainer, {"optimiser": "sgd"}, "optimiser must be one of gd, momentum"),
    (NetworkTrainer, {"show": "all"}, "show must be one of gradients, weights, got 'all'"),
    (NetworkTrainer, {"pace": "warp"}, "pace must be one of slow, steady, fast"),
    (NetworkTrainer, {"width": 17}, "width must be a whole number from 1 to 16, got 17"),
    (NetworkTrainer, {"depth": 0}, "depth must be a whole number from 1 to 4, got 0"),
    (NetworkTrainer, {"seed": -1}, "seed must be a whole number from 0 to 99, got -1"),
    (NetworkTrainer, {"step": 20_001}, "must be a whole number from 0 to 20000, got 20001"),
    (NetworkTrainer, {"batch": 7}, "must be one of 1, 10, 32, 100, which is all points, got 7"),
    (NetworkTrainer, {"batch": True}, "which is all points, got True"),
    (NetworkTrainer, {"alpha": 0}, "alpha must be above 0, got 0.0: with a step of length 0"),
    (OneOptimiser, {"beta": 1}, "beta must be below 1, got 1.0: it is the share"),
    (OneOptimiser, {"k": 101}, "k must be a whole number from 0 to 100"),
    (OptimiserRace, {"adam": -0.1}, "adam must be a finite real number ≥ 0"),
    (OptimiserRace, {"beta": 1}, "beta must be below 1, got 1.0: it is the share"),
    (OptimiserRace, {"seed": -1}, "seed must be a whole number ≥ 0"),
    (OptimiserRace, {"k": 201}, "k must be a whole number from 0 to 200"),
    (Practice, {"topic": "chain"}, "topic must be one of"),
    (Practice, {"level": 4}, "level must be one of 0, 1, 2, 3"),
    (Practice, {"sort": "riddle"}, "sort must be one of all"),
    (Practice, {"exercise": "slope-of-squares"}, "slope-of-square"),
    (RegressionExplorer, {"x": [1, 2]}, "x and y belong together"),
    (RegressionExplorer, {"x": [1, 2], "y": [1]}, "every input needs its target"),
    (RegressionExplorer, {"x": [1, 1], "y": [1, 2]}, "no line is the best"),
    (RegressionExplorer, {"x": [1, float("inf")], "y": [1, 2]}, "x must be finite"),
    (RegressionExplorer, {"alpha": -1}, "alpha must be a finite real number"),
    (RegressionExplorer, {"k": 41}, "k must be a whole number from 0 to 40"),
    (RegressionExplorer, {"point": 18}, "point must be from 1 to 17"),
    (RegressionExplorer, {"px": 1e308}, "px must be at most"),
    *((SortingGame, state, "must be a whole number from 0")
      for state in ({"seed": -1}, {"seed": 2**32}, {"card": -1}, {"card": SIZE})),
    (SurfaceExplorer, {"alpha": -0.1}, "alpha must be a finite real number ≥ 0"),
    (SurfaceExplorer, {"k": 41}, "k must be a whole number from 0 to 40"),
    (TangentExplorer, {"f": sympy.log(x), "window": (-3, -1)}, "choose another window"),
    (TangentExplorer, {"f": x**2, "window": (2, 1)}, "low < high"),
    (TangentExplorer, {"f": "x**2"}, "a Function or a SymPy expression"),
    (TrainingView, {"alpha": -0.5}, "alpha must be a finite real number ≥ 0"),
    (TrainingView, {"k": 201}, "k must be a whole number from 0 to 200"),
    (TrainingView, {"y": float("nan")}, "y must be a finite real number"),
]  # fmt: skip
OF_THE_WRONG_KIND = [
    (DescentExplorer, {"cost": a * b}, "a Function of one variable"),
    (DescentExplorer, {"cost": 3 + 1j}, "cost must be a Function, a SymPy expression or one"),
    (GraphStepper, {"expression": "x*y"}, "sympy.sin(x**2)"),
    (OptimiserRace, {"surface": theta**2}, "surface must be a Function of two variables"),
    (SurfaceExplorer, {"surface": theta_1**2}, "surface must be a Function of two variables"),
    (TangentExplorer, {"f": a * b}, "give the others a value"),
    (TrainingView, {"x": None}, "x must be a finite real number"),
]
NO_NUMBERS = [
    (DescentExplorer, {"alpha": "fast"}, "expected a float, not the str"),
    (NetworkTrainer, {"width": True}, "expected an int, not the bool True"),
    (NetworkTrainer, {"width": 2.5}, "expected an int"),
]


@pytest.mark.parametrize(
    ("error", "kind", "options", "says"),
    [
        (error, *case)
        for error, cases in (
            (ValueError, REFUSED), (TypeError, OF_THE_WRONG_KIND),
            (traitlets.TraitError, NO_NUMBERS),
        )
        for case in cases
    ],
)  # fmt: skip
def test_the_refusal_names_the_trait_and_what_is_allowed(error, kind, options, says):
    with pytest.raises(error, match=re.escape(says)):
        kind(**options)
