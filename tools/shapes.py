"""TypeScript types of plain data, inferred from examples: the declarations of the figures.

The type of a place is what stands there in any of the examples; a key that only some of them have
is optional. Two numbers are a pair, more or fewer a list. A dict whose keys are data (TABLES) may
be asked for any name. A list that starts with the head of an expression is a tree.
"""

from itertools import chain

TREE = "Tree"
TABLES = {
    "activation",
    "activations",
    "alphas",
    "derivatives",
    "deviations",
    "fastest",
    "from_value",
    "initialisation",
    "names",
    "paces",
    "shown",
    "spoken",
    "starts",
    "steps",
    "told",
    "values",
    "wrong",
}
"""The keys of dicts that are looked up by a name."""
PLAIN = {bool: "boolean", int | float: "number", str: "string", type(None): "null"}
"""In this order, for True is an int too."""


def declared(examples, key="", indent=1):
    """The TypeScript type of everything that stands in one place, as text.

    >>> declared([{"x": [0, 1.5], "name": "u"}, {"x": [2, 3]}])
    '{\\n  x: [number, number];\\n  name?: string;\\n}'
    >>> declared([["Sin", "x"], "x", 2])
    'Tree'
    """
    examples = list(examples)
    kinds = dict.fromkeys(_kinds(examples, key, indent))
    if TREE in kinds and set(kinds) <= {TREE, "string", "number"}:
        return TREE
    return " | ".join(kinds) or "unknown"


def _kinds(examples, key, indent):
    """The types of a union, one after the other."""
    for example in examples:
        if _is_tree(example):
            yield TREE
        else:
            yield from [name for kind, name in PLAIN.items() if isinstance(example, kind)][:1]
    lists = [one for one in examples if isinstance(one, list | tuple) and not _is_tree(one)]
    dicts = [one for one in examples if isinstance(one, dict)]
    if lists:
        yield _list(lists, key, indent)
    if dicts:
        yield _table(dicts, indent) if key in TABLES else _object(dicts, indent)


def _is_tree(value):
    """Is this an operation on parts, such as ["Add", "x", 1]?"""
    return (
        isinstance(value, list | tuple)
        and len(value) > 1
        and isinstance(value[0], str)
        and value[0].isalpha()
        and value[0][0].isupper()
        and len(value[0]) > 1
        and all(isinstance(part, int | float | str) or _is_tree(part) for part in value[1:])
    )


def _list(lists, key, indent):
    numbers = all(type(item) in (int, float) for one in lists for item in one)
    if numbers and all(len(one) == 2 for one in lists):
        return "[number, number]"
    item = declared(chain.from_iterable(lists), "", indent)
    return f"({item})[]" if "|" in item and not item.startswith("{") else f"{item}[]"


def _table(dicts, indent):
    values = [value for one in dicts for value in one.values()]
    return f"Record<string, {declared(values, '', indent)}>"


def _object(dicts, indent):
    keys = dict.fromkeys(chain.from_iterable(dicts))
    margin = "  " * indent
    lines = []
    for key in keys:
        found = [one[key] for one in dicts if key in one]
        optional = "" if len(found) == len(dicts) else "?"
        name = key if key.isidentifier() else f'"{key}"'
        lines.append(f"{margin}{name}{optional}: {declared(found, key, indent + 1)};\n")
    return "{\n" + "".join(lines) + "  " * (indent - 1) + "}"
