"""Typed text as the browser reads it, for tests that begin with what a reader types."""

from functools import cache

from nodejs import parsed
from ptcode.functions.tree import from_tree

_answer = cache(parsed)


def read(text, variables=("x",)):
    """The tree of a text; a ValueError with the browser's words where it cannot be read."""
    answer = _answer(text, tuple(variables))
    if "error" in answer:
        raise ValueError(f"{text!r}: {answer['error']['message']}")
    return answer["tree"]


def typed(text, variables=("x",)):
    """The SymPy expression of a text, as it stands."""
    return from_tree(read(text, variables), evaluate=False)


def type_into(figure, text):
    """What the browser sends of a text that a reader types, right or wrong."""
    tree = _answer(text, tuple(map(str, figure.symbols))).get("tree")
    figure.set_state({"expression": text, "tree": tree})
