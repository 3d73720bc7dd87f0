"""What figures have in common whose answers the browser judges, and tells Python the verdict."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Text


class Judged(LiveFigure):
    """A figure with an ``answer``, and the ``verdict`` that the page comes to.

    ``verdict`` is empty before there is one, else ``{"kind": "mistake", "mistakes": ["stopped"],
    "lines": ["Not right: …", …], "on": …}``, where ``on`` holds the values that were judged. It is
    the browser's: an answer set in Python is judged as soon as the figure is shown.
    """

    judged: ClassVar[tuple[str, ...]]
    """The names of the values that a verdict is about."""
    answer = Text("")
    verdict = traitlets.Dict().tag(sync=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.observe(self._forget, list(self.judged))

    def _forget(self, _: traitlets.Bunch) -> None:
        """A verdict on what was there before is none."""
        if self.verdict and self.verdict.get("on") != self._on():
            self.verdict = {}

    def _on(self) -> list[Any]:
        return [getattr(self, name) for name in self.judged]

    def _said(self) -> str:
        """The answer and what is known of it, in a few words."""
        if not self.answer:
            return "not answered"
        said = ", ".join([self.verdict["kind"], *self.verdict["mistakes"]]) if self.verdict else ""
        return f"answered {self.answer}" + (f" → {said}" if said else "")
