"""Computations that the graph stepper is tried on: typed expressions, and random graphs."""

import pytest

from ptcode.autodiff.backward import Variable, latest_first
from ptcode.functions import catalogue
from random_trees import SMOOTH

TEXTS = (
    "½(σ(wx + b) − y)²", "x sin(xy) + e^x", "x·x·x", "x²/y − w^b", "x + x²", "x", "2^x + x^x",
    "ln(x) + √(x)", "tanh(wx + b)", "−(x − y)(x + y)", "|x| + relu(x) + softplus(w)", "tan(x)/3",
    "1/(1 + e^(−x))", "x + y + w + b + 3", "2·x·3·y·w", "sin²x + cos²x",
)  # fmt: skip


SENTENCES = """
const { sentence, stepsOf, sweeper } = await bundle("graph");
return input.map(({ nodes, inputs }) => {
  const run = sweeper(nodes).run((key) => inputs[key]), steps = stepsOf(nodes);
  return [...Array(steps.length + 1).keys()].map((step) => sentence({ nodes, steps, run, step }));
});
"""

UNARY = [catalogue.OPERATIONS[head] for head in (*SMOOTH, "Negate", "ReLU", "Abs")]


def random_graph(random, size):
    """The last of `size` traced numbers, each made of some before it; and the inputs it needs."""
    values = [Variable(random.normal(), name=f"a{i}") for i in range(4)]
    inputs = list(values)
    while len(values) < size:
        first, second = (values[random.integers(len(values))] for _ in range(2))
        made = combined(random, first, second)
        values.append(catalogue.tanh(made) if abs(made.value) > 4 else made)
    needed = set(latest_first(values[-1]))
    return values[-1], [value for value in inputs if value in needed]


def combined(random, first, second):
    """Two numbers, or one, put together by an operation."""
    choice = random.integers(7)
    if choice < 4:
        kinds = (first + second, first * second, first - second / 3.0, 2.5 - first * first)
        return kinds[choice]
    return first**3 if choice == 4 else UNARY[random.integers(len(UNARY))](first)


def close(found, wanted):
    """Equal to 1e-12, relative, entry by entry."""
    return found == pytest.approx(wanted, rel=1e-12, abs=1e-14, nan_ok=True)
