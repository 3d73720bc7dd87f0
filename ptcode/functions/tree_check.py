"""Is this JSON a tree of the book? Asked of everything that comes from a browser or a reader."""

from __future__ import annotations

import re

from ptcode.functions.tree import BUILDERS, HEADS, Tree

MAX_DEPTH = 40
MAX_NODES = 600
MAX_NUMBER = 1e15
_TWO_ARGUMENTS = ("Power", "Divide", "Rational")
_MANY_ARGUMENTS = ("Add", "Multiply")


def check_tree(tree: Tree, *, max_depth: int = MAX_DEPTH, max_nodes: int = MAX_NODES) -> Tree:
    """``tree`` itself if it is a well-formed tree of the book's language and of bounded size.

    ``max_depth`` bounds the nesting and ``max_nodes`` the number of parts. Raises ValueError that
    shows the offending part. Nothing is computed and nothing recurses, however deep the tree.

    >>> check_tree(["Sin", "x"])
    ['Sin', 'x']
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
            raise ValueError(f"{_excerpt(node)} is not a tree of the book: {complaint}")
        if isinstance(node, list):
            frontier.extend((argument, depth + 1) for argument in node[1:])
    return tree


def _complaint(node) -> str:
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
    if head not in HEADS and head not in BUILDERS and head != "Rational":
        return f"unknown head {head!r}; allowed are {', '.join(BUILDERS | HEADS)}"
    if head in _MANY_ARGUMENTS:
        return "" if count else f"{head} needs at least 1 argument"
    wanted = 2 if head in _TWO_ARGUMENTS else 1
    if count != wanted:
        return f"{head} takes {wanted} argument{'s' * (wanted > 1)}, got {count}"
    if head == "Rational" and not all(type(part) is int and part for part in node[1:]):
        return "Rational takes two whole numbers other than 0"
    return ""


def _excerpt(node) -> str:
    """The node alone, cut short: what hangs below it may be of any size."""
    if not isinstance(node, list):
        return _short(node)
    parts = [_short(part) for part in node[:5]] + ["…"] * (len(node) > 5)
    return f"[{', '.join(parts)}]"


def _short(part) -> str:
    if isinstance(part, int) and abs(part) > MAX_NUMBER:
        return "a huge number"
    text = "[…]" if isinstance(part, list | dict) else repr(part)
    return text if len(text) <= 40 else text[:39] + "…"
