"""Source code of the book shown in the book, taken from the module itself, so never out of date."""

from __future__ import annotations

import inspect
from textwrap import dedent
from typing import Any


class Listing:
    """The source of functions, methods or classes of one module, in the order given.

    Its repr is that text; a notebook shows it as highlighted Python.

    >>> print(repr(Listing(Listing._repr_markdown_)).splitlines()[2])
    def _repr_markdown_(self) -> str:
    """

    def __init__(self, *parts: Any) -> None:
        names = {part.__module__ for part in parts}
        if len(names) != 1:
            raise ValueError(f"a listing shows parts of one module, got {sorted(names)}")
        file = names.pop().replace(".", "/") + ".py"
        sources = [dedent(inspect.getsource(part)).strip() for part in parts]
        self.text = "\n\n\n".join([f"# {file}\n\n{sources[0]}", *sources[1:]])

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return f"```python\n{self.text}\n```"
