"""The little algebra that keeps a derivative readable: 0, 1, signs, numbers. No derivative here.

It works on trees and does what one does without thinking: 1·cos u becomes cos u, −(−x) becomes x,
cos(x²)·2·x becomes 2x·cos(x²), a + a becomes 2a. The twin of js/src/language/simplify.js.
"""

from __future__ import annotations

import json
import math

from ptcode.functions.tree import Tree

_SAFE = 2**53


def simplify(tree: Tree) -> Tree:
    """The tree with its outermost operation carried out where that is trivial.

    >>> simplify(["Multiply", 1, ["Cos", "u"]]), simplify(["Power", "u", 1])
    (['Cos', 'u'], 'u')
    """
    head, *parts = tree
    rule = {"Negate": negate, "Divide": divide, "Power": power}.get(head)
    if rule:
        return rule(*parts)
    if head in ("Add", "Multiply"):
        return (add if head == "Add" else multiply)(parts)
    return tree


def add(terms: list[Tree]) -> Tree:
    """The sum: flattened, equal terms and numbers taken together, first a term without a minus.

    >>> add(["x", 1, "x", ["Add", 2, "y"]])
    ['Add', ['Multiply', 2, 'x'], 'y', 3]
    """
    constant, rest = (0, 1), {}
    for term in (part for tree in terms for part in _spread(tree, "Add")):
        value = _fraction(term)
        if value is None:
            key = json.dumps(term)
            rest[key] = (term, rest.get(key, (term, 0))[1] + 1)
        else:
            (a, b), (c, d) = constant, value
            constant = _reduced(a * d + c * b, b * d)
    found = [multiply([count, term]) if count > 1 else term for term, count in rest.values()]
    if constant[0]:
        found.append(_written(*constant))
    first = next((i for i, term in enumerate(found) if not _is_negative(term)), 0)
    found = found[first : first + 1] + found[:first] + found[first + 1 :]
    return _joined("Add", found, empty=0)


def multiply(factors: list[Tree]) -> Tree:
    """The product: flattened, numbers first, then names, then the rest; quotients made one.

    >>> multiply([["Cos", ["Power", "x", 2]], 2, "x", "x"])
    ['Multiply', 2, ['Power', 'x', 2], ['Cos', ['Power', 'x', 2]]]
    """
    constant, above, below = (1, 1), [], []
    for factor in (piece for tree in factors for piece in _pieces(tree)):
        value = _fraction(factor)
        if value is not None:
            constant = _reduced(constant[0] * value[0], constant[1] * value[1])
        elif _head(factor) == "Divide":
            above += _pieces(factor[1])
            below += _pieces(factor[2])
        else:
            above.append(factor)
    for number in filter(_is_number, above):
        constant = _reduced(constant[0] * number, constant[1])
    for number in filter(_is_number, below):
        constant = _reduced(constant[0], constant[1] * number) if number else constant
    if not constant[0]:
        return 0
    above = _in_order([tree for tree in above if not _is_number(tree)])
    return _assembled(
        *constant, above, [tree for tree in below if not _is_number(tree) or not tree]
    )


def negate(tree: Tree) -> Tree:
    """The opposite: the sign of a number, or a minus put in front or taken away."""
    if _is_number(tree):
        return -tree if tree else 0
    return tree[1] if _head(tree) == "Negate" else ["Negate", tree]


def divide(above: Tree, below: Tree) -> Tree:
    """The quotient; carried out for numbers."""
    if below == 1 or above == 0:
        return above
    value = _fraction(["Divide", above, below])
    return ["Divide", above, below] if value is None else _written(*value)


def power(base: Tree, exponent: Tree) -> Tree:
    """The power; carried out for the exponents 0 and 1."""
    if exponent == 1:
        return base
    return 1 if exponent == 0 else ["Power", base, exponent]


def _in_order(factors):
    """Names first, each with one power, then everything else."""
    names, rest = {}, []
    for factor in factors:
        name, exponent = _power_of_name(factor)
        if name:
            names[name] = names.get(name, 0) + exponent
        else:
            rest.append(factor)
    powers = sorted(names.items(), key=lambda pair: pair[1] != 1)
    return [power(name, exponent) for name, exponent in powers] + rest


def _power_of_name(tree):
    if isinstance(tree, str):
        return tree, 1
    if _head(tree) == "Power" and isinstance(tree[1], str) and isinstance(tree[2], int):
        return (tree[1], tree[2]) if tree[2] > 0 else ("", 0)
    return "", 0


def _assembled(p, q, above, below):
    size = abs(p)
    bottom = [q, *below] if q != 1 and below else below
    number = [["Rational", size, q]] if q != 1 and not below else [] if size == 1 else [size]
    tree = _joined("Multiply", [*number, *above], empty=1)
    if bottom:
        tree = ["Divide", tree, _joined("Multiply", bottom, empty=1)]
    return negate(tree) if p < 0 else tree


def _joined(head, parts, empty):
    return [head, *parts] if len(parts) > 1 else parts[0] if parts else empty


def _is_number(tree):
    return isinstance(tree, int | float)


def _is_negative(tree):
    return tree < 0 if _is_number(tree) else _head(tree) == "Negate"


def _head(tree):
    return tree[0] if isinstance(tree, list) else None


def _spread(tree, head):
    return tree[1:] if _head(tree) == head else [tree]


def _pieces(tree):
    """The factors of a factor; a minus is a factor −1."""
    if _head(tree) == "Multiply":
        return [piece for part in tree[1:] for piece in _pieces(part)]
    return [-1, *_pieces(tree[1])] if _head(tree) == "Negate" else [tree]


def _fraction(tree):
    """Numerator and denominator of a number or a fraction of whole numbers, else None."""
    if _is_number(tree):
        return tree, 1
    head = _head(tree)
    if head == "Negate":
        value = _fraction(tree[1])
        return None if value is None else (-value[0], value[1])
    whole = head in ("Rational", "Divide") and all(isinstance(part, int) for part in tree[1:])
    return _reduced(tree[1], tree[2]) if whole and tree[2] else None


def _reduced(above, below):
    """In lowest terms, the denominator positive; decimal numbers are divided out."""
    if not all(isinstance(n, int) and abs(n) < _SAFE for n in (above, below)):
        return _tidy(above / below), 1
    divisor = math.gcd(above, below) or 1
    sign = -1 if below < 0 else 1
    return sign * above // divisor, sign * below // divisor


def _tidy(value):
    """0.3 for 0.1 + 0.2, and 2 for 2.0."""
    value = float(f"{value:.15g}")
    return int(value) if value.is_integer() and abs(value) < _SAFE else value


def _written(above, below):
    if below == 1:
        return above
    return ["Negate", ["Rational", -above, below]] if above < 0 else ["Rational", above, below]
