"""What a saved notebook shows of a figure when it is opened without its kernel: the still.

JupyterLab's view of a widget falls back to nothing, and so does nbconvert's. So the still is an
output of its own, above the live view, which hides it (static/notebook.css). It is drawn when the
kernel has been at rest for a while, and costs a running cell nothing; at once where nobody waits,
as in `jupyter nbconvert --execute`.
"""

from __future__ import annotations

import asyncio
import base64
import html
import os
import sys
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from ptcode.core.bare import is_bare
from ptcode.widgets.host import HAS_WIDGETS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

REST = 1.0
"""Seconds without a new figure after which the kernel takes itself to be at rest."""
# Where the still is seen, no live view follows; what JupyterLab says in its place is hidden.
_STYLE = (
    "<style>.jp-OutputArea-child:has(.pt-still) + .jp-OutputArea-child"
    " .jupyter-widgets:not(:has(.pt-view), .pt-view) { display: none; }</style>"
)
_waiting: deque[tuple[float, Callable[[], object]]] = deque()


class Shown(Protocol):
    """What is asked of a figure."""

    caption: str

    def still(self) -> Figure | None:
        """The picture, if it has one."""

    def as_text(self) -> str:
        """HTML that says what the picture would show."""


def in_notebook() -> bool:
    """Whether a Jupyter server runs this kernel for a notebook, which it will save."""
    return "JPY_SESSION_NAME" in os.environ


def is_saved() -> bool:
    """Whether a notebook will be saved with the outputs of this kernel."""
    return in_notebook() or _runs_alone()


def in_browser() -> bool:
    """Whether this Python runs in a browser, as Pyodide: there a still would only cost time."""
    return sys.platform == "emscripten"


def shows_widgets_alone() -> bool:
    """Whether nothing is taken from a bundle but the live view: in a notebook, or in Pyodide."""
    return HAS_WIDGETS and (in_notebook() or in_browser())


def _runs_alone() -> bool:
    """Whether a program runs the notebook, from top to bottom: it answers no question of a cell.

    The book's own programs, and Voilà, keep nothing of it but what is shown.
    """
    if in_browser() or is_bare() or any(name.startswith("VOILA_") for name in os.environ):
        return False
    from IPython import get_ipython  # which Pyodide has not

    kernel = getattr(get_ipython(), "kernel", None)
    asked = kernel.get_parent("shell") if kernel else {}
    return asked.get("content", {}).get("allow_stdin") is False


def leave_still(figure: Shown) -> None:
    """Give the running cell an output of the figure's still; where somebody waits, drawn later."""
    from IPython.display import display

    if not in_notebook():
        display({"text/html": still_html(figure)}, raw=True)
        return
    empty = {"text/html": '<div class="pt-still"></div>', "text/plain": ""}
    handle = display(empty, raw=True, display_id=True)
    if handle is None:
        return
    loop = asyncio.get_event_loop()
    if not _waiting:
        loop.call_later(REST, _draw_next, loop)

    def draw() -> None:
        handle.update({"text/html": still_html(figure), "text/plain": ""}, raw=True)

    _waiting.append((time.monotonic(), draw))


def _draw_next(loop: asyncio.AbstractEventLoop) -> None:
    """Draw one still if there was rest, and let the kernel do something else before the next."""
    rested = time.monotonic() - _waiting[-1][0]
    try:
        if rested >= REST:
            _waiting.popleft()[1]()
    finally:
        if _waiting:
            loop.call_later(max(0.05, REST - rested), _draw_next, loop)


def still_html(figure: Shown) -> str:
    """The still as a picture, or the figure in words, with its caption, as HTML that JupyterLab
    takes from anybody; the style only from who ran it.
    """
    from ptcode.stills.style import svg_text  # which loads matplotlib

    drawn = figure.still()
    if drawn is None:
        shown = figure.as_text()
    else:
        data = base64.b64encode(svg_text(drawn).encode()).decode()
        shown = f'<img alt="{html.escape(repr(figure))}" src="data:image/svg+xml;base64,{data}">'
    return f'<div class="pt-still">{_STYLE}{shown}<p>{figure.caption}</p></div>'
