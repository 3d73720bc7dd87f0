"""Expression trees: a SymPy expression as MathJSON, the plain JSON that a browser can evaluate.

A tree is a number, a symbol's name, or a list ``[head, argument, …]``. The heads are the
standard ones of MathJSON where it has one (``Add``, ``Power``, ``Sin``); ``Sigmoid``,
``Softplus``, ``ReLU`` and ``Step`` stand for the book's own functions.
"""

from __future__ import annotations

import sympy

from ptcode.functions.activations import relu, sigmoid, softplus, step

Tree = int | float | str | list

HEADS: dict[str, type] = {
    "Exp": sympy.exp,
    "Ln": sympy.log,
    "Sin": sympy.sin,
    "Cos": sympy.cos,
    "Tan": sympy.tan,
    "Tanh": sympy.tanh,
    "Abs": sympy.Abs,
    "Sign": sympy.sign,
    "Sigmoid": sigmoid,
    "Softplus": softplus,
    "ReLU": relu,
    "Step": step,
}
"""The functions of one variable."""
_NAMES = {function: head for head, function in HEADS.items()}
CONSTANTS = {"Pi": sympy.pi, "ExponentialE": sympy.E}
_CONSTANT_NAMES = {value: name for name, value in CONSTANTS.items()}
BUILDERS = {
    "Add": sympy.Add,
    "Multiply": sympy.Mul,
    "Power": sympy.Pow,
    "Negate": lambda a: -a,
    "Divide": lambda a, b: a / b,
    "Sqrt": sympy.sqrt,
}


def to_tree(expression: sympy.Expr) -> Tree:
    """The expression as MathJSON.

    Raises ValueError for anything outside the book's language, naming what is allowed.

    >>> x = sympy.Symbol("x", real=True)
    >>> to_tree(x**4 - 3 * x**2 + x)
    ['Add', ['Power', 'x', 4], ['Negate', ['Multiply', 3, ['Power', 'x', 2]]], 'x']
    """
    if expression in _CONSTANT_NAMES:
        return _CONSTANT_NAMES[expression]
    if expression.is_Symbol:
        return _symbol_name(expression)
    if expression.is_Number:
        return _number(expression)
    if expression.is_Add:
        return ["Add", *map(to_tree, expression.as_ordered_terms())]
    if expression.is_Mul:
        return _product(expression)
    if expression.is_Pow:
        return _power(expression)
    if expression.func in _NAMES:
        return [_NAMES[expression.func], *map(to_tree, expression.args)]
    raise ValueError(
        f"cannot write {expression} as a tree: {expression.func.__name__} is not in the book's "
        f"language; allowed are + − · / powers, sqrt and {', '.join(sorted(HEADS))}"
    )


def from_tree(tree: Tree) -> sympy.Expr:
    """The SymPy expression that a MathJSON tree stands for; symbols are real.

    For a tree from outside the program call ``tree_check.check_tree`` first.

    >>> from_tree(["Multiply", 2, ["Sin", "x"]])
    2*sin(x)
    """
    if isinstance(tree, str):
        return CONSTANTS.get(tree) or sympy.Symbol(tree, real=True)
    if isinstance(tree, int | float):
        return sympy.Integer(tree) if float(tree).is_integer() else sympy.Float(tree)
    head, *arguments = tree
    if head == "Rational":
        return sympy.Rational(*arguments)
    build = BUILDERS.get(head) or HEADS.get(head)
    if build is None:
        raise ValueError(f"unknown head {head!r}; allowed are {', '.join(BUILDERS | HEADS)}")
    return build(*map(from_tree, arguments))


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


def _product(expression: sympy.Mul) -> Tree:
    coefficient = expression.as_coeff_Mul()[0]
    if coefficient.is_negative:
        return ["Negate", to_tree(-expression)]
    above, below = [], []
    for factor in expression.as_ordered_factors():
        if factor.is_Rational and factor.q != 1:
            above += [sympy.Integer(factor.p)] * (factor.p != 1)
            below.append(sympy.Integer(factor.q))
        elif factor.is_Pow and factor.exp.could_extract_minus_sign():
            below.append(1 / factor)
        else:
            above.append(factor)
    return ["Divide", _factors(above), _factors(below)] if below else _factors(above)


def _factors(factors: list[sympy.Expr]) -> Tree:
    trees = [to_tree(factor) for factor in factors] or [1]
    return trees[0] if len(trees) == 1 else ["Multiply", *trees]


def _power(expression: sympy.Pow) -> Tree:
    base, exponent = expression.as_base_exp()
    if exponent == sympy.Rational(1, 2):
        return ["Sqrt", to_tree(base)]
    if exponent.could_extract_minus_sign():
        return ["Divide", 1, to_tree(base**-exponent)]
    return ["Power", to_tree(base), to_tree(exponent)]
