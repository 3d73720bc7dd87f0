"""Expression trees: a SymPy expression as MathJSON, the plain JSON that a browser can evaluate.

A tree is a number, a symbol's name, or a list ``[head, argument, …]``. The heads are the
standard ones of MathJSON where it has one (``Add``, ``Power``, ``Sin``); ``Sigmoid``,
``Softplus``, ``ReLU`` and ``Step`` stand for the book's own functions.
"""

from __future__ import annotations

import re
import reprlib
from typing import Any

import sympy

from ptcode.functions import operations

Tree = int | float | str | list

HEADS = {row.head: row.function for row in operations.HEADS.values() if row.function}
"""The functions of one variable."""
_NAMES = {function: head for head, function in HEADS.items()}
CONSTANTS = {name: constant.value for name, constant in operations.CONSTANTS.items()}
_CONSTANT_NAMES = {value: name for name, value in CONSTANTS.items()}
KNOWN = tuple(operations.HEADS)
_HALF = sympy.Rational(1, 2)

MAX_DEPTH = 40
MAX_NODES = 600
MAX_NUMBER = 1e15
_EXCERPT = reprlib.Repr()
_EXCERPT.maxlevel, _EXCERPT.maxlist = 1, 5


def to_tree(expression: sympy.Expr, as_written: bool | None = False) -> Tree:
    """The expression as MathJSON.

    SymPy keeps its terms in an order of its own, so by default they come in the order in which it
    prints them. With ``as_written=True`` order and form are those of ``expression.args``, as in
    what was built with ``evaluate=False``; with None that holds only where SymPy itself would
    change the form. Raises ValueError for what is outside the book's language.

    >>> x = sympy.Symbol("x", real=True)
    >>> to_tree(x**4 - 3 * x**2 + x)
    ['Add', ['Power', 'x', 4], ['Negate', ['Multiply', 3, ['Power', 'x', 2]]], 'x']
    >>> to_tree(sympy.Mul(3, x + 1, evaluate=False), as_written=None)
    ['Multiply', 3, ['Add', 'x', 1]]
    """
    if expression in _CONSTANT_NAMES:
        return _CONSTANT_NAMES[expression]
    if expression.is_Symbol:
        return _symbol_name(expression)
    if expression.is_Number:
        return _number(expression)
    kept = is_changed(expression) if as_written is None else as_written
    if expression.is_Add:
        terms = expression.args if kept else expression.as_ordered_terms()
        return ["Add", *(to_tree(term, as_written) for term in terms)]
    if expression.is_Mul:
        return (_written_product if kept else _product)(expression, as_written)
    if expression.is_Pow:
        return _power(expression, as_written, kept)
    if expression.func in _NAMES:
        return [_NAMES[expression.func], *(to_tree(part, as_written) for part in expression.args)]
    raise ValueError(
        f"cannot write {type(expression).__name__} as a tree: it is not in the book's language; "
        f"allowed are + − · / powers, sqrt and {', '.join(sorted(HEADS))}"
    )


def from_tree(tree: Tree, evaluate: bool = True) -> sympy.Expr:
    """The SymPy expression that a MathJSON tree stands for; symbols are real.

    With ``evaluate=False`` nothing is carried out: x/x, (x²)³ and 3(x + 1) stand as they are.
    Raises the ValueError of ``check_tree``.

    >>> from_tree(["Multiply", 2, ["Sin", "x"]])
    2*sin(x)
    >>> from_tree(["Divide", "x", "x"], evaluate=False)
    x/x
    """
    return _built(check_tree(tree), {} if evaluate else {"evaluate": False})


def check_tree(tree: Tree, *, max_depth: int = MAX_DEPTH, max_nodes: int = MAX_NODES) -> Tree:
    """``tree`` itself if it is a well-formed tree of the book's language and of bounded size.

    ``max_depth`` bounds the nesting and ``max_nodes`` the number of parts. Raises ValueError that
    shows the offending part. Nothing is computed and nothing recurses, however deep the tree.

    >>> check_tree(["Sin", "x", "y"])
    Traceback (most recent call last):
    ...
    ValueError: ['Sin', 'x', 'y'] is not a tree of the book: Sin takes 1 argument, got 2
    """
    frontier, nodes = [(tree, 1)], 0
    while frontier:
        node, depth = frontier.pop()
        nodes += 1
        complaint = _complaint(node)
        if nodes > max_nodes:
            complaint = f"it has more than {max_nodes} parts; try something shorter"
        if depth > max_depth:
            complaint = f"it is nested more than {max_depth} deep; try something flatter"
        if complaint:
            raise ValueError(f"{_EXCERPT.repr(node)} is not a tree of the book: {complaint}")
        if isinstance(node, list):
            frontier.extend((argument, depth + 1) for argument in node[1:])
    return tree


def is_changed(node: sympy.Expr) -> bool:
    """Would SymPy write the outermost operation another way if it were free to?"""
    return bool(node.args) and node.func(*node.args) != node


def _symbol_name(symbol: sympy.Symbol) -> str:
    if symbol.name in CONSTANTS:
        raise ValueError(f"a symbol must not be called {symbol.name}: that is a constant")
    return symbol.name


def _number(value: sympy.Number) -> Tree:
    if value.is_Integer:
        return int(value)
    if value.is_Rational:
        return ["Negate", _number(-value)] if value < 0 else ["Rational", value.p, value.q]
    if value.is_finite:
        return float(value)
    raise ValueError(f"cannot write {value} as a tree: only finite real numbers are allowed")


def _product(expression: sympy.Mul, as_written: bool | None) -> Tree:
    """A product that SymPy has put in order; what has a negative exponent goes below."""
    if expression.as_coeff_Mul()[0].is_negative:
        return ["Negate", to_tree(-expression, as_written)]
    above, below = [], []
    for factor in expression.as_ordered_factors():
        if factor.is_Rational and factor.q != 1:
            above += [sympy.Integer(factor.p)] * (factor.p != 1)
            below.append(sympy.Integer(factor.q))
        elif factor.is_Pow and factor.exp.could_extract_minus_sign():
            below.append(1 / factor)
        else:
            above.append(factor)
    return _quotient(above, below, as_written)


def _written_product(expression: sympy.Mul, as_written: bool | None) -> Tree:
    """A product as it was built: a minus in front, and below what stands last with exponent −1."""
    first, *factors = expression.args
    if first.is_Number and first.is_negative:
        rest = factors if first == -1 else [-first, *factors]
        return ["Negate", _quotient(*_last_below(rest), as_written)]
    return _quotient(*_last_below([first, *factors]), as_written)


def _last_below(factors: list[sympy.Expr]) -> tuple[list[sympy.Expr], list[sympy.Expr]]:
    """The factors up to the last that has not exponent −1; the bases of those that follow."""
    end = len(factors)
    while end and factors[end - 1].is_Pow and factors[end - 1].exp == -1:
        end -= 1
    return factors[:end], [factor.base for factor in factors[end:]]


def _quotient(above: list[sympy.Expr], below: list[sympy.Expr], as_written: bool | None) -> Tree:
    top = _factors(above, as_written)
    return ["Divide", top, _factors(below, as_written)] if below else top


def _factors(factors: list[sympy.Expr], as_written: bool | None) -> Tree:
    trees = [to_tree(factor, as_written) for factor in factors] or [1]
    return trees[0] if len(trees) == 1 else ["Multiply", *trees]


def _power(expression: sympy.Pow, as_written: bool | None, kept: bool) -> Tree:
    base, exponent = expression.args if kept else expression.as_base_exp()
    if exponent == _HALF:
        return ["Sqrt", to_tree(base, as_written)]
    if exponent == -1 if kept else exponent.could_extract_minus_sign():
        below = base if exponent == -1 else base**-exponent
        return ["Divide", 1, to_tree(below, as_written)]
    return ["Power", to_tree(base, as_written), to_tree(exponent, as_written)]


def _built(tree: Tree, options: dict) -> sympy.Expr:
    if isinstance(tree, str):
        return CONSTANTS.get(tree) or sympy.Symbol(tree, real=True)
    if isinstance(tree, int | float):
        return sympy.Integer(tree) if float(tree).is_integer() else sympy.Float(tree)
    head, *parts = tree
    if head == "Rational":
        return sympy.Rational(*parts)
    return _applied(head, [_built(part, options) for part in parts], options)


def _applied(head: str, parts: list[sympy.Expr], options: dict) -> sympy.Expr:
    first, last = parts[0], parts[-1]
    match head:
        case "Add":
            return sympy.Add(*parts, **options)
        case "Multiply":
            return sympy.Mul(*parts, **options)
        case "Power":
            return sympy.Pow(first, last, **options)
        case "Sqrt":
            return sympy.Pow(first, _HALF, **options)
        case "Negate":
            return -first if first.is_Number else sympy.Mul(-1, first, **options)
        case "Divide":
            reciprocal = sympy.Pow(last, -1, **options)
            return reciprocal if first == 1 else sympy.Mul(first, reciprocal, **options)
    return HEADS[head](first, **options)


def _complaint(node: Any) -> str:
    """What is wrong with this node, not looking at its arguments; empty if nothing is."""
    if isinstance(node, str):
        fits = re.fullmatch(r"[^\W\d_]\w{0,30}", node)
        return "" if fits else "a symbol is a letter followed by letters, digits and _"
    if isinstance(node, bool) or not isinstance(node, int | float | list):
        return f"a tree is a number, a string or a list, not {type(node).__name__}"
    if isinstance(node, list):
        return _list_complaint(node)
    if not abs(node) <= MAX_NUMBER:
        return f"a number must be finite and at most {MAX_NUMBER:g} in size"
    return ""


def _list_complaint(node: list) -> str:
    if not node or not isinstance(node[0], str):
        return "a list must start with a head such as 'Add'"
    head, count = node[0], len(node) - 1
    if head not in KNOWN:
        return f"unknown head {head!r}; allowed are {', '.join(KNOWN)}"
    wanted = operations.HEADS[head].arguments
    if wanted is None:
        return "" if count else f"{head} needs at least 1 argument"
    if count != wanted:
        return f"{head} takes {wanted} argument{'s' * (wanted > 1)}, got {count}"
    if head == "Rational" and not all(type(part) is int and part for part in node[1:]):
        return "Rational takes two whole numbers other than 0"
    return ""
