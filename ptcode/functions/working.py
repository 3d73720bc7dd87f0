"""The whole working of a derivative as a teacher writes it: names, links, product, result.

Where ``derivation`` replaces one derivative at a time in the line, this gives every inner value
its name first, so that local derivatives can be read, multiplied and put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ptcode.functions.function import Function
from ptcode.functions.simplify import add, multiply
from ptcode.functions.structure import Kind, U, chain, contains, decompose, replace
from ptcode.functions.tree import Tree
from ptcode.functions.tree_latex import tree_latex
from ptcode.functions.typed.rules import differentiate, local_derivative, substitute

INNER_NAMES = "uvwstrqp"


@dataclass(frozen=True)
class Link:
    """One machine of a chain: ``name`` = ``formula`` in ``inner``, with d name/d inner.

    ``value`` is the same in terms of the variable itself.
    """

    name: str
    inner: str
    formula: Tree
    value: Tree
    local_derivative: Tree


@dataclass(frozen=True)
class Step:
    """One line: a sentence, and the equation ``left`` = ``right`` (LaTeX, and a tree)."""

    text: str
    left: str
    right: Tree
    depth: int = 0

    @property
    def latex(self) -> str:
        """The equation as LaTeX, without delimiters."""
        return f"{self.left} = {tree_latex(self.right)}"


@dataclass(frozen=True)
class Working:
    """How the derivative of an expression is found.

    ``kind`` says what the expression is, ``links`` name the values of a chain from the inside
    out, ``parts`` are the workings of what stands side by side (for a chain: of what is
    innermost, if that is not a basic function), ``product`` is the derivative of a chain in
    those names, ``derivative`` the result in the variable.
    """

    kind: Kind
    expression: Tree
    variable: str
    derivative: Tree
    links: tuple[Link, ...] = ()
    parts: tuple[Working, ...] = ()
    product: Tree | None = None

    @property
    def steps(self) -> list[Step]:
        """The lines a teacher would write, the innermost questions first."""
        return list(_steps(self, 0))

    def as_json(self) -> list[dict]:
        """The steps as plain data: text, left, right, latex, depth."""
        return [vars(step) | {"latex": step.latex} for step in self.steps]


def show_working(expression: Function | Tree, variable: str | None = None) -> Working:
    """How to differentiate an expression, step by step.

    ``expression`` is a Function of one variable or a tree in ``variable`` (x if not given).

    >>> for step in show_working(["Sin", ["Power", "x", 2]]).steps:
    ...     print(step.text, step.latex)
    Name the inner value. u = x^{2}
    The outer function, with that name in it. y = \\sin u
    Local derivative of the inner function. \\frac{du}{dx} = 2 x
    Local derivative of the outer function. \\frac{dy}{du} = \\cos u
    Multiply along the chain. \\frac{dy}{dx} = \\cos u \\cdot 2 x
    Put the inner value back. \\frac{dy}{dx} = \\cos\\left(x^{2}\\right) \\cdot 2 x
    Simplify. \\frac{dy}{dx} = 2 x \\cdot \\cos\\left(x^{2}\\right)
    """
    if isinstance(expression, Function):
        if len(expression.variables) != 1:
            raise TypeError(f"{expression} has several variables: use .partial(variable)")
        return show_working(expression.tree, str(expression.variables[0]))
    variable = variable or "x"
    free = [name for name in INNER_NAMES if not contains(expression, name) and name != variable]
    return _working(expression, variable, free)


def _working(expression, variable, free):
    """``free`` are the names still to be given."""
    kind = decompose(expression, variable).kind
    if kind is Kind.COMPOSITE:
        return _chain(expression, variable, free)
    if kind in (Kind.CONSTANT, Kind.VARIABLE, Kind.BASIC):
        return Working(kind, expression, variable, differentiate(expression, variable))
    return _side_by_side(kind, expression, variable, free)


def _chain(expression, variable, free):
    innermost, *machines = chain(expression, variable)
    spare = [f"u_{i}" for i in range(1, 1 + len(machines))]
    names = [*[*free, *spare][: len(machines)], "y"]
    start = _working(innermost, variable, free[len(machines) :])
    links = [Link(names[0], variable, innermost, innermost, start.derivative)]
    for name, machine in zip(names[1:], machines, strict=True):
        links.append(_link(name, links[-1], machine))
    product = ["Multiply", *(link.local_derivative for link in reversed(links))]
    derivative = multiply([substitute(product, {link.name: link.value for link in links})])
    parts = () if start.kind is Kind.BASIC else (start,)
    return Working(Kind.COMPOSITE, expression, variable, derivative, tuple(links), parts, product)


def _link(name, inner, machine):
    """The machine, a tree in u, put after the link ``inner``."""
    formula, value = replace(machine, U, inner.name), replace(machine, U, inner.value)
    slope = substitute(differentiate(machine, U), {U: inner.name})
    return Link(name, inner.name, formula, value, slope)


def _side_by_side(kind, expression, variable, free):
    moving = [i for i, part in enumerate(expression[1:]) if contains(part, variable)]
    parts = tuple(_working(expression[1 + i], variable, free) for i in moving)
    terms = [
        multiply([local_derivative(expression, i), part.derivative])
        for i, part in zip(moving, parts, strict=True)
    ]
    return Working(kind, expression, variable, add(terms), parts=parts)


_SENTENCES = {
    Kind.CONSTANT: "A constant: its derivative is 0.",
    Kind.VARIABLE: "The variable itself: its derivative is 1.",
    Kind.BASIC: "A basic function: its derivative is in the table.",
    Kind.SUM: "A sum: differentiate term by term and add.",
    Kind.PRODUCT: "A product: differentiate one factor at a time, keep the others, and add.",
    Kind.QUOTIENT: "A quotient: top and bottom each contribute; the bottom with a minus.",
    Kind.POWER: "Base and exponent both move: two paths, whose contributions add.",
}


def _steps(found: Working, depth: int) -> Iterator[Step]:
    if found.kind is Kind.COMPOSITE:
        yield from _chain_steps(found, depth)
        return
    left = rf"\frac{{d}}{{d{found.variable}}}\left[{tree_latex(found.expression)}\right]"
    for part in found.parts:
        yield from _steps(part, depth + 1)
    yield Step(_SENTENCES[found.kind], left, found.derivative, depth)


def _chain_steps(found, depth):
    *inner, outer = found.links
    for i, link in enumerate(inner):
        text = "Name the inner value." if i == 0 else "Name the next value."
        yield Step(text, tree_latex(link.name), link.formula, depth)
    yield Step("The outer function, with that name in it.", "y", outer.formula, depth)
    for part in found.parts:
        yield from _steps(part, depth + 1)
    for i, link in enumerate(found.links):
        place = "inner" if i == 0 else "outer" if link is outer else "next"
        yield Step(
            f"Local derivative of the {place} function.",
            _ratio(link.name, link.inner),
            link.local_derivative,
            depth,
        )
    whole = _ratio("y", found.variable)
    values = {link.name: link.value for link in found.links}
    back = replace_all(found.product, values)
    yield Step("Multiply along the chain.", whole, found.product, depth)
    yield Step("Put the inner value back.", whole, back, depth)
    if found.derivative != back:
        yield Step("Simplify.", whole, found.derivative, depth)


def replace_all(tree: Tree, values: dict[str, Tree]) -> Tree:
    """The tree with trees in the place of symbols and nothing simplified."""
    if isinstance(tree, list):
        return [tree[0], *(replace_all(part, values) for part in tree[1:])]
    return values.get(tree, tree) if isinstance(tree, str) else tree


def _ratio(above, below):
    return rf"\frac{{d{tree_latex(above)}}}{{d{tree_latex(below)}}}"
