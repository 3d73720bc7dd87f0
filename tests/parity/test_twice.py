"""What is computed in both languages is a short list, and a test of this folder compares each."""

import re
from pathlib import Path

import pytest

from sitebuild import ROOT

SOURCE, PTCODE = ROOT / "js" / "src", ROOT / "ptcode"
# One is the lesson, the other the speed. The test compares them to 1e-12, or bit for bit.
TWICE = {
    "core/expression.js": ("functions/catalogue.py", "test_operations.py"),
    "core/formatting.js": ("core/formatting.py", "test_formatting.py"),
    "core/random.js": ("core/random.py", "test_random.py"),
    "descent/descent.js": ("descent/descent.py", "test_descent_explorer.py"),
    "descent/memory.js": ("descent/memory.py", "test_method.py"),
    "descent/optimisers.js": ("descent/optimisers.py", "test_race.py"),
    "descent/races.js": ("descent/races.py", "test_race.py"),
    "descent/regression.js": ("descent/regression.py", "test_regression.py"),
    "descent/schedules.js": ("descent/schedules.py", "test_batches.py"),
    "descent/surfaces.js": ("descent/surfaces.py", "test_surface.py"),
    "descent/tracks.js": ("descent/tracks.py", "test_surface.py"),
    "networks/data.js": ("networks/data.py", "test_trainer.py"),
    "networks/flow.js": ("networks/flow.py", "test_flow.py"),
    "networks/layers.js": ("networks/layers.py", "test_trainer.py"),
    "networks/running_example.js": ("networks/running_example.py", "test_training_view.py"),
    "networks/training.js": ("networks/training.py", "test_trainer.py"),
    "figures/cut/relief.js": ("stills/relief.py", "test_cut_surface.py"),
    "networks/units.js": ("networks/units.py", "test_units.py"),
    "figures/graph/expression.js": ("autodiff/graph/expression.py", "test_graph_parity.py"),
    "figures/graph/steps.js": ("autodiff/graph/stepping.py", "test_graph_parity.py"),
    "figures/graph/sweep.js": ("autodiff/graph/run.py", "test_graph_parity.py"),
    "figures/nesting/nest.js": ("widgets/nesting_pairs.py", "test_nesting.py"),
    "figures/modes/sweep.js": ("autodiff/graph/modes.py", "test_modes.py"),
    "figures/numberlines/nudge.js": ("widgets/numberlines.py", "test_numberlines.py"),
    "figures/rectangle/growth.js": ("widgets/rectangle.py", "test_rectangle.py"),
    "figures/paths/sums.js": ("autodiff/paths.py", "test_paths.py"),
    "figures/sorting/deck.js": ("widgets/sorting.py", "test_sorting.py"),
    "figures/descent/own.js": ("widgets/descent.py", "test_own_function.py"),
    "figures/tangent/landmarks.js": ("functions/slopes.py", "test_own_function.py"),
    "figures/tangent/own.js": ("widgets/curves.py", "test_own_function.py"),
    "figures/tangent/slope.js": ("functions/slopes.py", "test_tangent.py"),
    "language/composition.js": ("functions/structure.py", "test_machine.py"),
    "language/own/reading.js": ("widgets/curves.py", "test_own_function.py"),
}
BOTH = ("core", "descent", "networks")
"""The wings of what both compute."""


@pytest.mark.parametrize(("script", "module", "test"), [(k, *v) for k, v in TWICE.items()])
def test_what_is_computed_twice_is_compared(script, module, test):
    assert (SOURCE / script).is_file()
    assert (PTCODE / module).is_file()
    text = (Path(__file__).parent / test).read_text("utf-8")
    dotted = "ptcode." + module.removesuffix(".py").replace("/", ".")
    assert re.search(r'await bundle\("\w+"\)', text), f"{test} runs no script"
    package = dotted.rpartition(".")[0]
    named = re.search(rf"from ({re.escape(dotted)}|{re.escape(package)}) import", text)
    assert named, f"{test} does not look at {module}"


def test_what_calls_itself_a_twin_stands_in_the_list():
    twins = {p for p in SOURCE.rglob("*.js") if "twin of" in p.read_text("utf-8")}
    assert {str(path.relative_to(SOURCE)) for path in twins} <= set(TWICE)
    twins = {p for p in PTCODE.rglob("*.py") if "twin of" in p.read_text("utf-8")}
    assert {str(path.relative_to(PTCODE)) for path in twins} <= {m for m, _ in TWICE.values()}


@pytest.mark.parametrize("wing", BOTH)
def test_a_name_on_both_sides_stands_in_the_list(wing):
    scripts = {path.stem for path in (SOURCE / wing).glob("*.js")}
    modules = {path.stem for path in (PTCODE / wing).glob("*.py")}
    listed = {Path(script).stem for script in TWICE if script.startswith(f"{wing}/")}
    assert scripts & modules <= listed
