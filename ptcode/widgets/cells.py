"""Cells that run in the page: one namespace, what each of them shows, and the figures' states.

Where Python runs in the page there is no Jupyter: this is the little of a kernel that the book's
cells need. A worker of the page (js/src/reader/live/worker.js) calls ``run`` for each cell. What is
shown goes out piece by piece, as plain JSON: ``{"stream": …, "text": …}``, ``{"data": …}`` with one
text for each MIME type, ``{"error": …, "line": …}``, ``{"sliders": …, "controls": …}``.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import linecache
import pprint
import sys
import traceback
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from ptcode.widgets.base import LiveFigure
from ptcode.widgets.host import HAS_WIDGETS
from ptcode.widgets.shown import UNSEEN, note
from ptcode.widgets.sliders import Sliders

WIDTH = 79
Tell = Callable[[str], object]
State = dict[str, Any]


class Stream(io.TextIOBase):
    """Hands on what is printed, as it is printed."""

    def __init__(self, name: str, tell: Tell) -> None:
        self.named, self.hand_on = name, tell

    def write(self, text: str) -> int:
        """Tell it, if it is anything."""
        if text:
            self.hand_on(said(stream=self.named, text=text))
        return len(text)


class Cells:
    """Runs the cells of a page one after the other and tells what they show.

    ``unseen`` is the code of the figures whose cells the page hides, by id, as JSON.

    >>> told = []
    >>> Cells(told.append).run("a = 2; a + 1", "first"), told
    ('{}', ['{"data": {"text/plain": "3"}}'])
    """

    def __init__(self, tell: Tell, unseen: str = "{}") -> None:
        self.tell = tell
        self.namespace: dict[str, Any] = {"__name__": "__main__", "display": self.display}
        self.figures: dict[str, LiveFigure] = {}
        self.known: dict[str, State] = {}
        """The state of each figure as the page has it."""
        self.on_page: dict[str, State] = {}
        """What all figures of the page show now, those among them that Python has not made."""
        self.taken: set[str] = set()
        """The ids on the page that no figure of this cell may have."""
        self.sliders = Sliders(lambda **parts: tell(said(**parts)))
        if not HAS_WIDGETS:
            module = sys.modules["ipywidgets"] = ModuleType("ipywidgets", "interact alone")
            vars(module)["interact"] = self.sliders.interact
        for one, code in json.loads(unseen).items():
            UNSEEN[one] = partial(self._make, one, code)

    def run(self, source: str, name: str, shown: str = "{}", taken: str = "[]") -> str:
        """Run a cell; what figures show now comes in, by id, and what the cell changed goes out."""
        self.taken = set(json.loads(taken))
        self.on_page = json.loads(shown)
        place = f"<{name}>"
        linecache.cache[place] = (len(source), None, source.splitlines(keepends=True), place)
        self._heard(lambda: self._evaluate(source, place), place)
        return json.dumps(self._changed(), ensure_ascii=False)

    def slide(self, number: int, values: str) -> str:
        """Do what sliders of a cell ask for; what figures show is changed by cells alone."""
        self._heard(lambda: self.sliders.move(number, values), "")
        return "{}"

    def _heard(self, action: Callable[[], object], place: str) -> None:
        """Do it, and tell all that is printed and drawn, and what went wrong."""
        out, err = Stream("stdout", self.tell), Stream("stderr", self.tell)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                action()
                self._draw()
            except BaseException as error:  # a cell may raise whatever it likes
                self.tell(said(**told(error, place)))

    def display(self, *values: object) -> None:
        """Show each value as a notebook would."""
        for value in values:
            self.tell(said(data=self._bundle(value)))

    def _evaluate(self, source: str, place: str) -> None:
        """Run the statements; show the value of the last one, if it is an expression."""
        for one in self.on_page.keys() & self.figures.keys():
            self._take(one)
        value = result(source, place, self.namespace)
        if value is not None and not source.rstrip().endswith(";"):
            self.namespace["_"] = value
            self.display(value)

    def _bundle(self, value: object) -> dict[str, str]:
        """A value in every form that a page can show, by MIME type."""
        if isinstance(value, LiveFigure):
            self._enlist(value)
        data = {"text/plain": plain(value)}
        if hasattr(value, "_repr_mimebundle_"):
            bundle = value._repr_mimebundle_()
            data |= bundle[0] if isinstance(bundle, tuple) else bundle
        for kind, method in (("html", "_repr_html_"), ("latex", "_repr_latex_")):
            found = getattr(value, method, None)
            if not isinstance(value, type) and callable(found) and (text := found()):
                data[f"text/{kind}"] = text
        return data

    def _enlist(self, figure: LiveFigure) -> None:
        """Keep a figure under its id, with a number more where the page has another of that id."""
        stem, number = figure.id, 1
        while figure.id in self.taken:
            number += 1
            figure.id = f"{stem}-{number}"
        self.figures[figure.id] = figure
        self.known[figure.id] = figure.state()

    def _take(self, name: str) -> None:
        """Give a figure what the page shows of it now."""
        self._give(self.figures[name], name)
        self.known[name] = self.figures[name].state()

    def _give(self, figure: LiveFigure, name: str) -> None:
        """What the page says, read as what comes from a notebook's browser is."""
        with figure.hold_trait_notifications():
            for part, value in self.on_page[name].items():
                read = figure.trait_metadata(part, "from_json")
                setattr(figure, part, read(value, figure) if read else value)

    def _make(self, name: str, code: str) -> LiveFigure:
        """Python's half of a figure that the page shows without its code."""
        figure = result(code, f"<{name}>", dict(self.namespace))
        if name in self.on_page:  # not, for instance, before it is drawn
            self._give(figure, name)
        self.figures[name], self.known[name] = figure, figure.state()
        note(figure)
        return figure

    def _changed(self) -> dict[str, State]:
        """What Python has changed of what the page's figures show."""
        found = {}
        for name, figure in self.figures.items():
            now, before = figure.state(), self.known[name]
            if new := {part: value for part, value in now.items() if value != before[part]}:
                found[name] = new
            self.known[name] = now
        return found

    def _draw(self) -> None:
        """Show what matplotlib has drawn, as a notebook does at the end of a cell."""
        if "matplotlib" not in sys.modules:
            return
        from matplotlib import pyplot

        # A cell may show one picture before the next; pyplot writes attributes into what shows.
        vars(pyplot)["show"] = lambda *_, **__: self._draw()
        for number in pyplot.get_fignums():
            self.tell(said(data={"image/png": png(pyplot.figure(number))}))
        pyplot.close("all")


def result(source: str, place: str, namespace: dict[str, Any]) -> Any:
    """Run the statements; the value of the last one, if it is an expression."""
    body = ast.parse(source, place).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), place, "exec"), namespace)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), place, "eval"), namespace)
    return None


def said(**parts: object) -> str:
    """A piece of what a cell shows, as JSON."""
    return json.dumps(parts, ensure_ascii=False)


def plain(value: object) -> str:
    """What a notebook prints of a value: its repr, long collections in lines."""
    text = repr(value)
    if isinstance(value, list | dict | tuple | set) and len(text) > WIDTH:
        return pprint.pformat(value, width=WIDTH, sort_dicts=False)
    return text


def png(figure: Any) -> str:
    """A matplotlib figure as PNG in base64."""
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=100, bbox_inches="tight")
    return base64.b64encode(written.getvalue()).decode()


def told(error: BaseException, place: str) -> dict[str, object]:
    """The last lines that Python says of an error, and the line of the cell where it arose."""
    if isinstance(error, SyntaxError) and error.filename == place:
        line = error.lineno
    else:
        frames = traceback.extract_tb(error.__traceback__)
        line = next((f.lineno for f in reversed(frames) if f.filename == place), None)
    return {"error": "".join(traceback.format_exception_only(error)).strip(), "line": line}
