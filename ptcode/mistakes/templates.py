"""The mistakes as data: what each makes of a chain, or of paths side by side.

For a function f_n(… f_1(x) …) or one whose parts stand side by side, a template says which
derivative the mistake leads to. It is plain JSON, so that the browser can make the mistakes of any
function that somebody types, and knows none of them; a test holds the templates against the rules
of ``wrong_answers``. A template is a list, its first word says what it is:

``"x"`` the variable · a number is itself · ``["value", i]`` what link i gives, and x for i = 0 ·
``["apply", i, t]`` link i at t · ``["slope", i, t]`` its derivative at t · ``["factor", i]`` its
derivative where it belongs, at the value before · ``["path", i]`` what the i-th path contributes ·
``["right"]`` the right answer · ``["scale", number, t]`` · ``["multiply", t, …]`` ·
``["add", t, …]`` · ``["product", name, from, to, t]`` and ``["sum", …]`` over an index, perhaps
with one more entry, the index to leave out · ``["fold", name, from, to, step, start, t]`` t again
and again, ``"so-far"`` being what it was before · ``["if-activation", i, t, other]`` for links
that are σ or tanh · ``["in-place"]`` the expression with the derivative of each part in the place
of the part. An index is a number, a name, ``"n"`` for the last, or ``["+", i, number]``.

``each`` runs over an index: one wrong answer for each. ``of`` are the heads that an expression must
have, or link k of a chain, or ``"exponential"``: e^u, 2^u.
"""

from __future__ import annotations

ACTIVATIONS = ("Sigmoid", "Tanh")
"""The links whose derivative is written with their own value: a(1 − a)."""


def _product(term, *left_out, first=1, last="n", index="i"):
    return ["product", index, first, last, term, *left_out]


def _sum(term, *left_out):
    return ["sum", "i", 1, "n", term, *left_out]


def _moved(index):
    """The derivative of a link, of σ and tanh at the value it gives, not at the one it takes."""
    return ["slope", index, ["if-activation", index, ["value", index], ["value", ["+", index, -1]]]]


_BEFORE_LAST = ["+", "n", -1]
_BEFORE_K = ["value", ["+", "k", -1]]
_FACTOR = ["factor", "i"]
_AT_INPUT = ["slope", "i", "x"]
_OUTER_AT_INPUT = ["slope", "n", "x"]
_TURNED = ["fold", "j", "n", ["+", "i", 1], -1, "x", ["apply", "j", "so-far"]]
"""What goes into link i when the last link comes first."""
_NEGATIVE = {"answer": ["scale", -1, ["right"]]}

CHAIN: dict[str, list[dict]] = {
    "unseen": [{"answer": _OUTER_AT_INPUT}],
    "swapped": [{"answer": _product(["slope", "i", _TURNED])}],
    "stopped": [
        {"each": ["k", 2, "n"], "answer": _product(_FACTOR, first="k")},
        {"each": ["k", 1, _BEFORE_LAST], "answer": _product(_FACTOR, "k")},
    ],
    "nested": [
        {"answer": ["fold", "i", 1, "n", 1, "x", ["slope", "i", "so-far"]]},
        {"each": ["k", 2, "n"], "answer": ["slope", "n", _product(_FACTOR, last=_BEFORE_LAST)]},
    ],
    "at-input": [
        {"answer": _product(_AT_INPUT)},
        {"answer": ["multiply", _OUTER_AT_INPUT, _product(_FACTOR, last=_BEFORE_LAST)]},
    ],
    "as-product": [
        {"answer": _sum(["multiply", _AT_INPUT, _product(["apply", "j", "x"], "i", index="j")])}
    ],
    "lost-sign": [_NEGATIVE],
    "at-activation": [
        {"answer": _product(_moved("i"))},
        {"each": ["k", 1, "n"], "answer": ["multiply", _moved("k"), _product(_FACTOR, "k")]},
    ],
}
"""By mistake, what it makes of a chain of n links."""

PATHS: dict[str, list[dict]] = {
    "lost-sign": [
        _NEGATIVE,
        {
            "each": ["k", 1, "n"],
            "answer": ["add", _sum(["path", "i"], "k"), ["scale", -1, ["path", "k"]]],
        },
    ],
    "overwritten": [{"each": ["k", 1, "n"], "answer": ["path", "k"]}],
}
"""By mistake, what it makes of n parts side by side."""


_INNER_SLOPE = _product(_FACTOR, last=_BEFORE_LAST)
_AS_A_POWER = ["multiply", _BEFORE_K, ["apply", "k", ["add", _BEFORE_K, -1]]]

SLIPS: dict[str, dict[str, list[dict]]] = {
    "chain": {
        "power-rule": [
            {
                "each": ["k", 1, "n"],
                "of": ["exponential"],
                "answer": ["multiply", _AS_A_POWER, _product(_FACTOR, first=["+", "k", 1])],
            },
            {
                "each": ["k", 1, "n"],
                "of": ["exponential"],
                "answer": ["multiply", _AS_A_POWER, _product(_FACTOR, "k")],
            },
        ],
        # Once, and not for a single link: it has nothing inside.
        "outer-kept": [{"each": ["k", 2, "n"], "answer": ["apply", "n", _INNER_SLOPE]}],
        "slope-inside": [
            {
                "each": ["k", 2, "n"],
                "answer": ["multiply", ["slope", "n", _INNER_SLOPE], _INNER_SLOPE],
            }
        ],
    },
    "paths": {
        "slopes-multiplied": [{"of": ["Multiply"], "answer": ["in-place"]}],
        "slopes-divided": [{"of": ["Divide"], "answer": ["in-place"]}],
    },
}
"""By slip, what it makes of a chain, and of parts side by side: none of the twelve mistakes."""


def templates() -> dict:
    """All of it as plain JSON: ``{"chain": …, "paths": …, "slips": …, "activations": […]}``."""
    return {"chain": CHAIN, "paths": PATHS, "slips": SLIPS, "activations": list(ACTIVATIONS)}
