"""The figures that are shown, by the ids that links to them have: in Python a name for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol
from weakref import WeakValueDictionary

from ptcode.core.names import known_name


class Named(Protocol):
    """What is asked of a figure here."""

    id: str


_SHOWN: WeakValueDictionary[str, Named] = WeakValueDictionary()
UNSEEN: dict[str, Callable[[], Named]] = {}
"""Makes the figures that the page shows without their code, when they are first asked for."""


def note(figure: Named) -> None:
    """Know a figure that is shown by its id; the one of that id before it is no longer meant."""
    _SHOWN[figure.id] = figure


def figure(id: str) -> Any:
    """The figure that a page or a notebook shows under this id, as links to it have it.

    What its sliders say are its attributes; one that is set moves the figure. A figure whose cell
    gives it no name has this one, and so has a figure whose code the page does not show. The id is
    what an address sets it by, ``"cases"`` in ``#cases?alpha=0.9``; another text is answered with
    all ids that there are.

    >>> import ptcode as pt
    >>> cases = pt.DescentExplorer(alpha=0.2, id="cases")
    >>> _ = cases._repr_mimebundle_()  # as a notebook does that shows it
    >>> pt.figure("cases") is cases
    True
    """
    name = known_name(id, "id", sorted({*_SHOWN, *UNSEEN}))
    return _SHOWN[name] if name in _SHOWN else UNSEEN[name]()
