"""The words in which a mistake is written down: a template says which derivative it leads to.

Templates are plain JSON. The browser fills them with trees (js/src/judge/filling.js), Python with
SymPy (``filling``); neither knows a mistake. A ``chain`` template is about f_n(… f_1(x) …), a
``paths`` template about parts that stand side by side, a ``network`` template about the chain from
a weight of the running example to the cost. A template is a list, its first word says what it is:

``"x"`` the variable · a number is itself · ``["value", i]`` what link i gives, and x for i = 0 ·
``["apply", i, t]`` link i at t · ``["slope", i, t]`` its derivative at t · ``["factor", i]`` its
derivative where it belongs, at the value before · ``["path", i]`` what the i-th path contributes ·
``["part", i]`` the i-th part that holds x ·
``["right"]`` the right answer · ``["scale", number, t]`` · ``["multiply", t, …]`` ·
``["add", t, …]`` · ``["product", name, from, to, t]`` and ``["sum", …]`` over an index, perhaps
with one more entry, the index to leave out · ``["fold", name, from, to, step, start, t]`` t again
and again, ``"so-far"`` being what it was before · ``["if-activation", i, t, other]`` for links
that are σ or tanh · ``["in-place"]`` the expression with the derivative of each part in the place
of the part · ``["moved"]`` the last weight of a network after its step. An index is a number, a
name, ``"n"`` for the last, or ``["+", i, number]``.

An entry ``{"answer": template}`` may say ``each``: an index to run over, one wrong answer for each;
and ``of``: the heads that an expression must have, or link k of a chain, or ``"exponential"``: e^u,
2^u; ``"power"``: u², √u, 1/u and so on; ``"stretch"``: all but u + a number; ``"curved"``: all but
a multiple of u with something added; of a network, the weights.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Index: TypeAlias = int | str | list
Template: TypeAlias = int | float | str | list
Entry: TypeAlias = dict[str, Any]
"""A template, and what it is an answer to."""

ACTIVATIONS = ("Sigmoid", "Tanh")
"""The links whose derivative is written with their own value: a(1 − a)."""


def product(
    term: Template, *left_out: Index, first: Index = 1, last: Index = "n", index: str = "i"
) -> list:
    """The product of a term over an index, perhaps without one of its numbers."""
    return ["product", index, first, last, term, *left_out]


def total(term: Template, *left_out: Index) -> list:
    """The sum of a term over the index i."""
    return ["sum", "i", 1, "n", term, *left_out]


def each(first: Index, last: Index, answer: Template, **more: list[str]) -> Entry:
    """One wrong answer for each k."""
    return {"each": ["k", first, last], **more, "answer": answer}


def instead(first: Index, factor: Template, **more: list[str]) -> tuple[Entry, ...]:
    """For each link k a wrong factor, the others as they should be."""
    return (each(first, "n", ["multiply", factor, product(FACTOR, "k")], **more),)


def at_its_value(index: Index) -> list:
    """The derivative of a link, of σ and tanh at the value it gives, not at the one it takes."""
    return ["slope", index, ["if-activation", index, ["value", index], ["value", ["+", index, -1]]]]


BEFORE_LAST = ["+", "n", -1]
FACTOR = ["factor", "i"]
SLOPE_AT_X = ["slope", "i", "x"]
LAST_SLOPE_AT_X = ["slope", "n", "x"]
INNER_SLOPE = product(FACTOR, last=BEFORE_LAST)
"""The derivative of all that is inside the last link."""
TURNED = ["fold", "j", "n", ["+", "i", 1], -1, "x", ["apply", "j", "so-far"]]
"""What goes into link i when the last link comes first."""
