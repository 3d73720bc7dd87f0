"""The sentence of each step, in words and in symbols. The twin of js/src/figures/graph/words.js."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ptcode.autodiff.graph.nodes import put
from ptcode.autodiff.graph.run import Run
from ptcode.autodiff.graph.stepping import Kind, Step, steps
from ptcode.core.formatting import short
from ptcode.functions.tree import Tree
from ptcode.functions.writing import write

DIGITS = 6
TOLERANCE = 1e-6


def sentence(run: Run, step: int) -> str:
    """What the step does, and with which numbers; step 0 is before the first.

    >>> from ptcode.networks.graph_presets import presets
    >>> two = presets()["two-paths"]
    >>> sentence(Run(two.graph, two.starts), 1)
    'Step 1 of 6, forward: x makes u. u = x² = 3² = 9.'
    """
    ordered = steps(run.graph)
    if step == 0:
        starts = [f"{n.label} = {shown(run.inputs[n.key])}" for n in run.graph.inputs]
        return f"Given: {_listed(starts)}. Step forward, and the rest is computed."
    current = ordered[step - 1]
    tell = {Kind.FORWARD: _forward, Kind.TURN: _turn, Kind.BACKWARD: _backward}[current.kind]
    return f"Step {step} of {len(ordered)}, {tell(run, current)}"


def _forward(run: Run, step: Step) -> str:
    node, value = run.graph.nodes[step.place], run.values[step.place]
    makers = list(dict.fromkeys(run.graph.nodes[place].label for place in node.arguments))
    verb = "makes" if len(makers) == 1 else "make"
    parts = [write(node.formula), write(_in_numbers(run, node.formula)), shown(value)]
    symbols = " = ".join([node.label, *dict.fromkeys(parts)])
    end = "" if math.isfinite(value) else " From here on there is no number, and no derivative."
    return f"forward: {_listed(makers)} {verb} {node.label}. {symbols}.{end}"


def _turn(run: Run, step: Step) -> str:
    name = run.graph.nodes[step.place].label
    return f"the turn: {name} changes exactly as fast as itself. ∂{name}/∂{name} = 1."


def _backward(run: Run, step: Step) -> str:
    nodes = run.graph.nodes
    node, output = nodes[step.place], nodes[-1].label
    argument = node.arguments[step.position]
    name, edge = nodes[argument].label, run.edges[step.place, step.position]
    local, partial = _local_name(run, step, name), node.partials[step.position]
    factors = _factor(shown(run.adjoints[step.place])), _factor(shown(edge.local_derivative))
    product = f"{factors[0]} · {factors[1]} = {shown(edge.share)}"
    equals = "=" if step.shares == 1 else "+="
    symbols = f"∂{output}/∂{name} {equals} ∂{output}/∂{node.label} · {local} = {product}"
    reason = "" if isinstance(partial, int | float) else f", for {local} = {write(partial)}"
    words = f"backward from {node.label} to {name}: adjoint times local derivative."
    return f"{words} {symbols}{reason}. {_sum_so_far(run, step, argument)}"


def _local_name(run: Run, step: Step, argument: str) -> str:
    """The local derivative in symbols.

    Where paths meet at what the result is made of directly, its adjoint would have the same name:
    there the formula stands for the result.
    """
    node = run.graph.nodes[step.place]
    clash = node is run.graph.output and step.shares > 1
    return f"∂({write(node.formula)})/∂{argument}" if clash else f"∂{node.label}/∂{argument}"


def _sum_so_far(run: Run, step: Step, argument: int) -> str:
    """Where paths meet, the sum as it grows; at the end, what a nudge measures."""
    sums = partial_sums(run, argument)
    text = ""
    if step.shares > 1:
        share = run.edges[step.place, step.position].share
        before, after = sums[step.share - 1], sums[step.share]
        terms = f"{shown(before)} + {_factor(shown(share))}"
        text = f"Share {step.share} of {step.shares}: {terms} = {shown(after)}. "
    if step.share < step.shares:
        return f"{text}Another path is still to come."
    return f"{text}{_verdict(run.graph.nodes[argument].label, sums[-1], run.measured(argument))}"


def partial_sums(run: Run, argument: int) -> list[float]:
    """The adjoint of a node as its shares arrive, from 0 on."""
    sums = [0.0]
    for step in steps(run.graph):
        if step.kind is not Kind.BACKWARD:
            continue
        if run.graph.nodes[step.place].arguments[step.position] == argument:
            sums.append(sums[-1] + run.edges[step.place, step.position].share)
    return sums


def _verdict(name: str, adjoint: float, measured: float) -> str:
    if not (math.isfinite(adjoint) and math.isfinite(measured)):
        return "The result has no value here, so there is no derivative."
    says = f"A nudge of {name} measures {shown(measured)}:"
    if abs(adjoint - measured) <= TOLERANCE * max(1.0, abs(adjoint), abs(measured)):
        return f"{says} they agree."
    return f"{says} they differ, for there is a corner, a jump or a pole here."


def _in_numbers(run: Run, tree: Tree) -> Tree:
    nodes = zip(run.graph.nodes, run.values, strict=True)
    return put(tree, {node.label: _number(value) for node, value in nodes})


def shown(value: float) -> str:
    """A value with six digits, but not more than six decimals unless it is tiny.

    >>> shown(0.0466377523), shown(12), shown(0.0000123456789)
    ('0.046638', '12', '1.23457·10⁻⁵')
    """
    return short(_rounded(value), DIGITS)


def _rounded(value: float) -> float:
    return round(value, DIGITS) if 1e-3 <= abs(value) < 1 else value


def _number(value: float) -> Tree:
    """A value rounded as it is shown: a number, or where a tree has none, its text."""
    rounded = float(f"{_rounded(value):.{DIGITS - 1}e}")
    if rounded == 0 or 1e-4 <= abs(rounded) < 1e6:
        return rounded
    return f"({shown(value)})"


def _factor(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _listed(texts: Sequence[str]) -> str:
    return " and ".join([*([", ".join(texts[:-1])] if len(texts) > 1 else []), texts[-1]])
