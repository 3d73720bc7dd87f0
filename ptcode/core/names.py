"""Things that are called by name: a look-up that fails says what there is, and what was meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NoReturn, TypeVar

Key = TypeVar("Key", str, int)
Thing = TypeVar("Thing")


class UnknownName(KeyError):
    """A name that is not in a table. As an error it reads like a sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


class Named(dict[str, Thing]):
    """A dict of things by name that helps whoever mistypes one.

    >>> Named("cost", {"square": 1, "plateau": 2})["sqare"]
    Traceback (most recent call last):
    ptcode.core.names.UnknownName: no cost is called 'sqare': did you mean 'square'? \
There are square, plateau
    """

    def __init__(self, kind: str, things: Mapping[str, Thing]) -> None:
        super().__init__(things)
        self.kind = kind

    def __missing__(self, name: object) -> NoReturn:
        raise UnknownName(f"no {self.kind} is called {name!r}: {meant(name, self)}")


def known_name(name: object, what: str, choices: Collection[Key], besides: str = "") -> Key:
    """``name`` if it is one of the choices, names or whole numbers, or a ValueError lists them.

    ``besides`` is what may be given instead of a name, or what one of them stands for.

    >>> known_name("tanh", "hidden", ["tanh", "relu"])
    'tanh'
    """
    if isinstance(name, str | int) and not isinstance(name, bool):
        for choice in choices:
            if choice == name:
                return choice
    allowed = ", ".join(map(str, choices)) + (f", {besides}" if besides else "")
    hint = closest(name, choices)
    raise ValueError(f"{what} must be one of {allowed}, got {name!r}" + (hint and f": {hint}"))


def meant(name: object, choices: Collection[str]) -> str:
    """The likeliest of the choices as a question, and all of them."""
    return f"{closest(name, choices)} There are {', '.join(choices)}".strip()


def closest(name: object, choices: Collection[str] | Collection[int]) -> str:
    """The choice that is spelt most like ``name``, as a question; empty if none is.

    >>> closest("Adamm", ["adam", "momentum"])
    "did you mean 'adam'?"
    """
    if not isinstance(name, str):
        return ""
    from difflib import get_close_matches  # for a mistake only: not every import pays for it

    spelt = {str(choice).lower(): choice for choice in choices}
    found = get_close_matches(name.lower().replace("_", "-"), spelt, n=1)
    found = found or get_close_matches(name.lower(), spelt, n=1)
    return f"did you mean {spelt[found[0]]!r}?" if found else ""
