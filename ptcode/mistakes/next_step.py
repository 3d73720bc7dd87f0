"""What to do next about an answer that no mistake explains: the first step to compare with."""

from __future__ import annotations

import sympy

from ptcode.functions.composition import Kind, decompose
from ptcode.functions.writing import write
from ptcode.mistakes.sentences import say


def next_step(expression: sympy.Expr, variable: sympy.Symbol) -> str:
    """A sentence about the step that is done last, which a derivative begins with.

    >>> x = sympy.Symbol("x", real=True)
    >>> next_step(sympy.sin(x**2), x)
    'Next: call what is inside u = x². Differentiate sin(u) by u, then multiply by du/dx.'
    """
    found, name = decompose(expression, variable), str(variable)
    if found.kind is Kind.COMPOSITE:
        outer, inner = write(found.outer), write(found.inner)
        return say("next-composite", outer=outer, inner=inner, name=name)
    if found.parts:
        first, *others = map(write, (part for part in found.parts if part.has(variable)))
        return say(f"next-{found.kind.value}", first=first, second=others[0], name=name)
    return say("next-basic", name=name)
