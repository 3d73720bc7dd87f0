"""A matplotlib Figure with its result in words, shown in the colours of the page it stands on."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from matplotlib.cbook import is_math_text
from matplotlib.figure import Figure
from matplotlib.text import Text

from ptcode.stills.style import colours, svg_text


@dataclass(frozen=True)
class Picture:
    """A picture that says in ``words`` what it shows.

    In a notebook and on a page it is an inline SVG whose colours are the page's own, so that it
    turns dark with the page; the words are its alternative text and its repr. Its letters are the
    page's, too: what stands in it is plain text, and a formula is refused.
    """

    figure: Figure
    words: str

    def __repr__(self) -> str:
        return self.words

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        inline = _inline(svg_text(self.figure, letters="none"), f"{crc32(self.words.encode()):x}")
        _demand_plain_text(self.figure)
        return {
            "text/plain": self.words,
            "text/html": (
                f'<div class="pt-picture" role="img" aria-label="{html.escape(self.words)}">'
                f"{inline}</div>"
            ),
            "image/svg+xml": svg_text(self.figure),
        }


def _demand_plain_text(figure: Figure) -> None:
    """A formula has the letters of TeX's fonts, where ε has the code of a quotation mark."""
    texts: list[Any] = figure.findobj(Text)
    if formulas := sorted({text.get_text() for text in texts if is_math_text(text.get_text())}):
        raise ValueError(
            f"the page's fonts cannot set {', '.join(formulas)}: use plain text, as in h²"
        )


def _inline(drawing: str, own: str) -> str:
    """The SVG element for use inside a page: no prologue, the page's colours, and of the ids those
    that are used, with what is this picture's ``own`` at their end: two may have the same mark.
    """
    drawing = drawing[drawing.index("<svg") :]
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', drawing))
    drawing = re.sub(r' id="([^"]*)"', lambda m: m[0] if m[1] in used else "", drawing)
    drawing = re.sub(r'( id="|href="#|url\(#)([^")]+)', rf"\1\2-{own}", drawing)
    drawing = re.sub(r"<metadata>.*?</metadata>", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r'(<svg[^>]*?) height="[^"]*pt"', r'\1 aria-hidden="true"', drawing, count=1)
    drawing = re.sub(r'(<svg[^>]*?) width="([^"]*)pt"', _sized, drawing, count=1)
    drawing = re.sub(r"font-family: [^;\"]*", "font-family: inherit", drawing)
    for name, colour in colours().items():
        drawing = drawing.replace(colour, f"var(--pt-{name}, {colour})")
    return drawing


def _sized(found: re.Match[str]) -> str:
    width = float(found[2]) * 4 / 3
    return f'{found[1]} style="width: {width:.0f}px; max-width: 100%; height: auto"'
