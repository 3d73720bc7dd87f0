"""A progress bar for long runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def watched(items: Sequence[Item], shown: bool, what: str) -> Iterable[Item]:
    """The items one by one, with a bar that counts them if it is to be ``shown``.

    Where Python runs in a page there is no tqdm, and the run goes without a bar.

    >>> list(watched(range(3), False, "steps"))
    [0, 1, 2]
    """
    if not shown:
        return items
    try:  # when there is something to watch: it takes longer to load than ptcode
        from tqdm import tqdm
    except ImportError:
        return items
    return tqdm(items, desc=what)
