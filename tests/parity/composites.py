"""Random composites from a seed, right forms of their derivative by SymPy, and near misses."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import sympy

from ptcode.functions.function import Function, x
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write
from ptcode.mistakes.comparison import OTHER, SAME, at_point
from witness import SPARSE

HEADS = ("Sin", "Cos", "Exp", "Ln", "Sqrt", "Tanh", "Sigmoid", "Softplus", "ReLU", "Abs", "Tan")
PLAIN = (
    lambda e: e,
    lambda e: sympy.Add(3 * e, -2 * e, evaluate=False),
    lambda e: sympy.Mul(2 * e, sympy.Rational(1, 2), evaluate=False),
)
REWRITTEN = (sympy.expand, sympy.factor, sympy.together)
HIGHEST, LARGEST = 4, 60
LONGEST = 150


def composite(random, depth, powers=(2, 3, 4, 8, 20)):
    """A tree of polynomials, functions, products and quotients, with kinks and edges anywhere."""
    choice = random.random()
    if depth == 0:
        shift, factor = int(random.integers(-10, 11)), int(random.integers(1, 5))
        line = "x" if choice < 0.4 else ["Add", "x", shift]
        return ["Multiply", factor, line] if choice > 0.8 else line
    # A power of a power is a square: SymPy would take minutes over the forms of a higher one.
    is_power = 0.5 <= choice < 0.65
    inner = composite(random, depth - 1, powers[:1] if is_power else powers)
    if choice < 0.5:
        return [str(random.choice(HEADS)), inner]
    if choice < 0.65:
        return ["Power", inner, int(random.choice(powers))]
    if choice < 0.72:
        return ["Divide", int(random.integers(1, 4)), inner]
    head = str(random.choice(["Add", "Multiply", "Divide"], p=[0.4, 0.45, 0.15]))
    return [head, inner, composite(random, depth - 1, powers)]


def near_misses(right) -> Iterator[sympy.Expr]:
    """Answers that look like the right one: a number changed, a part left out, another function."""
    yield from (right + 1, -right, right * sympy.Rational(1001, 1000), 2 * right)
    yield right + sympy.Rational(1, 1000) * x
    for part in sympy.preorder_traversal(right):
        if part.is_Integer and part not in (0, -1, 1):
            yield right.xreplace({part: part + 1})
        if isinstance(part, sympy.Add | sympy.Mul):
            yield from (right.xreplace({part: each}) for each in part.args[:2])
        if isinstance(part, sympy.sin | sympy.cos):
            other = {sympy.sin: sympy.cos, sympy.cos: sympy.sin}[part.func]
            yield right.xreplace({part: other(*part.args)})
        if isinstance(part, sympy.Function):
            yield right.xreplace({part: part.args[0]})


def apart(one, other) -> tuple[int, int]:
    """At how many places the two are surely the same, and surely not, to fifty digits."""
    found = [at_point(one, other, x, place) for place in SPARSE]
    return found.count(SAME), found.count(OTHER)


def forms_of(right):
    """The ways to write it; SymPy would take minutes to multiply out a high power, or to factor."""
    powers = [abs(power.exp) for power in right.atoms(sympy.Pow) if power.exp.is_Integer]
    small = max(powers, default=0) <= HIGHEST and right.count_ops() <= LARGEST
    return (*REWRITTEN, *PLAIN) if small else PLAIN


def is_defined(form, right) -> bool:
    """Has it a value wherever the right one has one?"""
    return sum(apart(form, right)) == sum(apart(right, right))


def questions(seed, most_forms=4, most_misses=5):
    """About one composite: its text, right answers, and wrong ones that surely differ somewhere."""
    random = np.random.default_rng(seed)
    while True:
        function = from_tree(composite(random, int(random.integers(1, 4))), evaluate=False)
        if function.has(sympy.zoo, sympy.nan, sympy.oo, sympy.I) or not function.has(x):
            continue
        right = Function(function, (x,)).derivative.expression
        typed = texts([right])
        if typed and len(texts([function])) == 1 and sum(apart(right, right)) >= 3:
            break
    whole = (form for form in (how(right) for how in forms_of(right)) if is_defined(form, right))
    forms = texts(whole)[:most_forms]
    misses = []
    for miss in islice(near_misses(right), 40):
        written = texts([miss])
        if written and apart(miss, right)[1] and written[0] not in forms:
            misses += written
    random.shuffle(misses)
    return {"function": write(function), "right": forms, "wrong": misses[:most_misses]}


def texts(expressions):
    """As they would be typed, each once, but for those outside the language or very long."""
    found = []
    for each in expressions:
        try:
            found.append(write(each))
        except ValueError:
            continue
    whole = (text for text in dict.fromkeys(found) if "10^(" not in text)  # not rounded to a float
    return [text for text in whole if len(text) <= LONGEST]
