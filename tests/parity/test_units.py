"""The network of units: the same numbers in Python and in the browser, and what is said of them."""

import json
import re

import numpy as np
import pytest

from ptcode.core.formatting import short
from ptcode.networks.running_example import RunningExample
from ptcode.networks.units import passes, presets
from ptcode.widgets import UnitDiagram
from ptcode.widgets.units import DIRECTIONS, units_of
from sitebuild import ROOT

READ = """
const { arithmetic, runner, sentence, situation } = await bundle("units");
const of = runner(input.data);
return input.states.map((state) => {
  const now = situation(of, state);
  const line = arithmetic(now).map(({ text }) => text).join("");
  return { passes: now.passes, says: sentence(now), line };
});
"""
SIGNALS = [(1.5, -0.5, 1.0), (-3.0, 3.0, 0.0), (0.0, 0.0, 0.5), (40.0, -40.0, 1.0), (1e50, 1, 0)]
STATES = [
    {"network": key, "unit": unit, "direction": direction, "x1": x1, "x2": x2, "y": y}
    for key, preset in presets().items()
    for unit in units_of(preset.network)
    for direction in DIRECTIONS
    for x1, x2, y in SIGNALS
]


@pytest.fixture(scope="module")
def read(node):
    """What the browser makes of every state, beside the figure in Python."""
    found = node(READ, {"data": UnitDiagram().data, "states": STATES})
    return [(UnitDiagram(**state), one) for state, one in zip(STATES, found, strict=True)]


def test_the_browser_computes_the_same_values_and_adjoints(read):
    for figure, found in read:
        for ours, theirs in zip(figure.passes, found["passes"], strict=True):
            for name, key in (("z", "z"), ("a", "a"), ("z_bar", "zBar"), ("a_bar", "aBar")):
                expected = getattr(ours, name)
                np.testing.assert_allclose(theirs[key], expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("key", presets())
def test_a_row_goes_forwards_and_a_column_comes_back(key):
    network = presets()[key].network
    x = np.array([0.7, -1.1])[: network.sizes[0]]
    found = passes(network, x, 0.2)
    matrices, biases = network.parameters[::2], network.parameters[1::2]
    signals = [x, *(one.a for one in found)]
    for layer, (one, W, b) in enumerate(zip(found, matrices, biases, strict=True)):
        for i, row in enumerate(W):
            assert one.z[i] == pytest.approx(sum(row * signals[layer]) + b[i, 0], rel=1e-14)
        np.testing.assert_allclose(one.z_bar, one.a_bar * one.a * (1 - one.a), rtol=1e-13)
        for j, column in enumerate(W.T if layer else ()):
            back = sum(column * one.z_bar)
            assert found[layer - 1].a_bar[j] == pytest.approx(back, rel=1e-12)
    np.testing.assert_allclose(found[-1].a_bar, found[-1].a - 0.2, rtol=1e-14)


def test_the_running_example_is_that_of_the_book():
    example = RunningExample()
    first, last = UnitDiagram("running-example").passes
    for layer, found in (("1", first), ("2", last)):
        assert found.z[0] == example.values[f"z{layer}"]
        assert found.z_bar[0] == pytest.approx(example.adjoints[f"z{layer}"], rel=1e-14)
    assert first.a_bar[0] == pytest.approx(example.adjoints["a1"], rel=1e-14)
    assert last.a[0] == example.values["y_hat"]


def test_the_small_network_is_that_of_chapter_11():
    notebook = ROOT / "chapters" / "11-layers-as-matrices.ipynb"
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    (source,) = [s for s in ("".join(c["source"]) for c in cells) if s.startswith("x, y = np.a")]
    told = {"np": np}
    exec(source, told)
    figure = UnitDiagram("small")
    assert [figure.x1, figure.x2, figure.y] == [*told["x"], told["y"]]
    parameters = figure.preset.network.parameters
    for array, theirs in zip(parameters[::2], told["W"][1:], strict=True):
        assert array.tolist() == theirs.tolist()
    for array, theirs in zip(parameters[1::2], told["b"][1:], strict=True):
        assert array.ravel().tolist() == theirs.tolist()


def test_what_it_says_has_the_numbers_of_the_unit(read):
    for figure, found in read:
        names = ("z", "a") if figure.direction == "forwards" else ("a_bar", "z_bar")
        for name in names:
            value = figure.reading[name]
            number = short(value if abs(value) > 1e-15 else 0.0)  # else what rounding leaves of it
            assert number in found["says"]
            assert number in found["line"]


def test_the_sum_written_out_is_right(read):
    exact = [(figure, found) for figure, found in read if abs(figure.x1) < 100]
    assert len(exact) > 90
    for figure, found in exact:
        terms = found["line"].split(" = ")[1]
        assert re.fullmatch(r"[−\d.·+() ⁻⁰¹²³⁴-⁹]+", terms)
        digits = str.maketrans("−·⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-*-0123456789")
        written = re.sub(r"10([⁻⁰¹²³⁴-⁹]+)", r"10.0**(\1)", terms).translate(digits)
        wanted = figure.reading["z" if figure.direction == "forwards" else "a_bar"]
        assert eval(written) == pytest.approx(wanted, rel=1e-2, abs=2e-4)


def test_it_keeps_to_the_units_that_there_are():
    figure = UnitDiagram("seeded", unit="2.2")
    figure.network = "running-example"
    assert figure.unit == "2.1"
    figure.unit = "3.1"
    assert figure.unit == "2.1"
    assert UnitDiagram("running-example", unit="1.2").unit == "1.1"
    with pytest.raises(ValueError, match=r"unit must be one of 1\.1"):
        UnitDiagram(unit="4.1")
