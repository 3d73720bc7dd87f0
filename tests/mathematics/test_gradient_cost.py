"""What a gradient costs: the count on a traced network, its formula, the picture."""

import platform
import xml.etree.ElementTree as ET

import pytest
from matplotlib.colors import to_hex

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.gradient_cost import (
    SIZES,
    Cost,
    costs,
    count_operations,
    counted,
    measured,
    traced_network,
)
from ptcode.networks.running_example import RunningExample
from ptcode.stills import gradient_cost
from ptcode.stills.style import colours


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 5), (5, 1), *SIZES[:3]])
def test_the_formula_is_the_count_on_the_traced_network(size):
    output, weights = traced_network(*size)
    cost = counted(*size)
    assert cost.weights == len(weights)
    assert count_operations(output) == (cost.forward, cost.backward)


def test_the_smallest_network_is_the_running_example():
    assert count_operations(RunningExample().variables["J"]) == (5, 6)
    assert counted(1, 1) == Cost(weights=2, forward=5, backward=6)


def test_every_weight_is_traced_and_counted_once():
    output, weights = traced_network(3, 2)
    assert len(set(weights)) == len(weights) == 8
    assert all(derivative != 0 for derivative in gradients(output, weights))


def test_a_meeting_of_paths_is_an_addition():
    x = Variable(3.0)
    assert count_operations(x * x) == (1, 2 + 1)
    assert count_operations(x * x * x) == (2, 4 + 2)


def test_the_sizes_are_powers_of_ten():
    assert [cost.weights for cost in costs()] == [10, 100, 1000, 10_000, 100_000]


def test_one_gradient_is_a_fixed_multiple_of_a_pass_or_a_pass_for_every_weight():
    for cost in costs():
        assert cost.backpropagation == pytest.approx(2.5 * cost.forward, rel=0.03)
        assert cost.differences == (cost.weights + 1) * cost.forward


def test_the_clock_runs_on_the_same_networks():
    cost = measured(4, 2, runs=1)
    assert cost.weights == 10
    assert cost.backpropagation >= cost.forward > 0


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other allocators have other rules")
def test_no_gradient_waits_for_memory_from_the_system():
    import resource

    runs, before = 50, resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    largest = measured(*SIZES[-1], runs=runs)
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    pages = largest.weights * 8 / resource.getpagesize()
    assert faults < runs * pages / 2


@pytest.mark.parametrize("size", [(0, 3), (3, 0), (2.5, 1)])
def test_a_size_that_cannot_be_is_refused(size):
    with pytest.raises(ValueError, match="must be a whole number ≥ 1"):
        counted(*size)


@pytest.mark.slow
def test_the_picture_has_two_panels_and_says_no_time_in_words():
    picture = gradient_cost()
    assert len(picture.figure.axes) == 2
    (legend,) = picture.figure.legends
    assert {to_hex(text.get_color()) for text in legend.get_texts()} == {colours()["ink"]}
    for axes, of in zip(picture.figure.axes, (counted, measured), strict=True):
        said = [text.get_text() for text in axes.texts if text.get_text()]
        assert said == ["× 40\u202f000"] if of is counted else len(said) == 1
    bundle = picture._repr_mimebundle_()
    assert bundle["text/plain"] == repr(picture) == repr(gradient_cost())
    ET.fromstring(bundle["image/svg+xml"].partition("?>")[2])
