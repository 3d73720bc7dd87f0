"""Paths through layers: the counts are those of real multiplications, and both sums are dy/dx."""

import json
import math
from itertools import pairwise, product

import numpy as np
import pytest

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.paths import layered_adjoints, path_counts, path_products
from ptcode.widgets import PathCounter
from ptcode.widgets.paths import LAYERS, LOCALS, WIDTHS

SIZES = list(product(range(LAYERS[0], LAYERS[1] + 1), range(WIDTHS[0], WIDTHS[1] + 1)))
sizes = pytest.mark.parametrize(("layers", "width"), SIZES)
READ = """
const { graphOf, situation } = await bundle("paths");
return input.sizes.map(([layers, width]) => {
  const graph = graphOf(input.locals, layers, width);
  return { ...graph, last: situation(graph, "paths", graph.paths).route };
});
"""
SAY = """
const { graphOf, sentence, situation } = await bundle("paths");
return input.states.map(({ layers, width, way, path }) =>
  sentence(situation(graphOf(input.locals, layers, width), way, path)));
"""


class Counted(float):
    """A number that counts the products of two numbers it has a part in."""

    made = 0

    def __mul__(self, other):
        Counted.made += 1
        return Counted(float(self) * float(other))

    def __add__(self, other):
        return Counted(float(self) + float(other))

    __rmul__, __radd__ = __mul__, __add__


def multiplications(add_up, links):
    """How many products of two numbers a way of adding up makes, counted one by one."""
    counting = [[[Counted(local) for local in row] for row in block] for block in links]
    Counted.made = 0
    add_up(counting)
    return Counted.made


@sizes
def test_the_counts_are_those_of_the_multiplications_that_are_made(layers, width):
    links = PathCounter(layers=layers, width=width).links
    counts = path_counts(layers, width)
    assert counts.paths == len(path_products(links))
    assert counts.multiplied == multiplications(path_products, links)
    assert counts.factored == multiplications(layered_adjoints, links)


@sizes
def test_both_ways_give_the_derivative(layers, width):
    """Against a product of matrices."""
    figure = PathCounter(layers=layers, width=width)
    expected = np.linalg.multi_dot([np.array(block) for block in figure.links])
    assert figure.derivative == pytest.approx(expected.item(), rel=1e-12)
    assert math.fsum(figure.products) == pytest.approx(expected.item(), rel=1e-12)


def test_its_adjoints_are_those_of_the_engine():
    figure = PathCounter(layers=4, width=3)
    layers = [Variable(np.array([0.7]))]
    for block in figure.links:
        layers.append(np.array(block).T @ layers[-1])
    found = gradients(layers[-1].sum(), layers)
    for adjoints, expected in zip(figure.adjoints, found, strict=True):
        np.testing.assert_allclose(adjoints, expected, rtol=1e-12)


@sizes
def test_the_numbers_are_easy_to_read(layers, width):
    figure = PathCounter(layers=layers, width=width)
    assert all(0.02 < abs(value) < 10 for layer in figure.adjoints for value in layer)
    locals_ = [local for block in figure.links for row in block for local in row]
    assert all(0.2 <= abs(local) <= 0.9 for local in locals_)
    assert [len(block) for block in figure.links] == [1, *[width] * layers]


def test_neither_layers_nor_width_draws_other_numbers():
    large, small = PathCounter(layers=6, width=5).links, PathCounter(layers=3, width=2).links
    for block, other in pairwise([large[0], small[0]]):
        assert other == [row[:2] for row in block]
    assert [[row[:2] for row in block[:2]] for block in large[1:3]] == small[1:3]
    assert large[-1][:2] == small[-1]


def test_javascript_finds_the_same_graph_and_the_same_sums(node):
    found = node(READ, {"locals": LOCALS, "sizes": SIZES})
    for (layers, width), graph in zip(SIZES, found, strict=True):
        figure = PathCounter(layers=layers, width=width)
        figure.path = figure.counts.paths
        assert graph["links"] == figure.links
        assert graph["last"] == figure.route
        names = ("paths", "multiplied", "factored")
        assert tuple(graph[name] for name in names) == figure.counts
        sums = np.cumsum([0, *figure.products])
        np.testing.assert_allclose(graph["sums"], sums, rtol=1e-12, atol=1e-12)
        for there, here in zip(graph["adjoints"], figure.adjoints, strict=True):
            np.testing.assert_allclose(there, here, rtol=1e-12)


def test_paths_are_counted_with_the_last_layer_moving_first():
    routes = [PathCounter(layers=2, width=2, path=path).route for path in range(6)]
    inner = [route[1:-1] for route in routes]
    assert inner == [[], [0, 0], [0, 1], [1, 0], [1, 1], [1, 1]]  # the last stands for those beyond
    figure = PathCounter(layers=2, width=2, path=3)
    along = [
        block[i][j] for block, (i, j) in zip(figure.links, pairwise(figure.route), strict=True)
    ]
    assert figure.products[2] == pytest.approx(math.prod(along), rel=1e-12)
    figure.way = "factored"
    assert figure.route == []


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({}, ["3 layers of 4 nodes: 64 paths, 192 multiplications", "; 36 when", "dy/dx = 0.4604"]),
        (
            {"layers": 1, "width": 1},
            ["1 layer of 1 node: 1 path, 1 multiplication one", "; 1 when"],
        ),
        ({"layers": 6, "width": 5}, ["15625 paths, 93750 multiplications", "; 130 when"]),
        ({"path": 64}, ["Path 64 brings", "the sum is 0.4604, after 192 multiplications"]),
        ({"way": "factored", "path": 3}, ["; 36 when", "Each node adds up", "how fast y changes"]),
    ],
)
def test_its_sentence_says_the_counts_and_what_is_lit(node, state, says):
    state = PathCounter(**state).state()
    (found,) = node(SAY, {"locals": LOCALS, "states": [state]})
    assert [part for part in says if part not in found] == []


def test_its_results_follow_its_traits():
    figure = PathCounter(layers=1, width=1)
    assert repr(figure).startswith("PathCounter: 1 layer of 1 node → 1 path, 1 multiplication, 1 ")
    figure.layers, figure.width, figure.path, figure.way = 6, 5, 15_625, "factored"
    assert "15625 paths, 93750 multiplications, 130 factored" in repr(figure)
    assert figure.id == "layered"
    json.dumps([figure.data, figure.state()], allow_nan=False)
    for way in ("factored", "paths"):
        figure.way = way
        figure.still().canvas.draw()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"layers": 0}, "layers must be a whole number from 1 to 6, got 0"),
        ({"width": 6}, "width must be a whole number from 1 to 5, got 6"),
        ({"path": 15_626}, "path must be a whole number from 0 to 15625"),
        ({"way": "forwards"}, "way must be one of paths, factored"),
    ],
)
def test_it_refuses_what_it_cannot_show(options, says):
    with pytest.raises(ValueError, match=says):
        PathCounter(**options)
