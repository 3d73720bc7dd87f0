"""What every live figure is in Python: typed traits, one MIME bundle, a still, a sentence."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import traitlets

from ptcode.core import plain_first
from ptcode.core.names import known_name
from ptcode.widgets.host import Widget
from ptcode.widgets.saved import in_browser, is_saved, leave_still, shows_widgets_alone
from ptcode.widgets.shown import note
from ptcode.widgets.traits import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STATIC = Path(__file__).parent.parent / "static"
_SHEETS = ("colours", "meanings", "notebook", "scroll", "figures")
_ID = re.compile(r"[a-z][a-z0-9-]*")
# In a checkout the scripts are built, not committed; a wheel holds them.
_NOT_BUILT = """\
export default {
  render({ el }) {
    el.setAttribute("role", "alert");
    el.textContent = "This figure's script is not built: run “make js”, then restart the kernel.";
  },
};
"""


def fields(view: object) -> dict[str, Any]:
    """The fields of a dataclass as the browser gets them: a pair is a list."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in vars(view).items()
    }


class LiveFigure(Widget):
    """A figure that is alive in a notebook and on the static page.

    A subclass names itself (``kind``), lists the traits that make up its state (tagged
    ``state=True``), hands the browser its constants (``data``), and draws a ``still`` of the same
    state with matplotlib. All behaviour is in JavaScript; Python offers the results as values.

    ``controls`` names the controls that the figure's place needs, of those its class ``offers``:
    each is called as the trait it moves, the buttons of a player ``play``. The others stand behind
    one fold. Without it the figure decides.
    """

    kind: ClassVar[str]
    title: ClassVar[str] = ""
    """The short name that a screen reader calls the figure; a page numbers those of one name."""
    shows: ClassVar[tuple[str, ...]] = ()
    """The kinds of other figures that are a part of this one, and bring their style along."""
    data = traitlets.Dict().tag(sync=True)
    controls = traitlets.List(traitlets.Unicode(), None, allow_none=True, read_only=True)
    controls.tag(sync=True)
    offers: ClassVar[tuple[str, ...]] = ()
    link = traitlets.Dict(read_only=True).tag(sync=True)
    """What a notebook has to know: the figure's id and caption, and what a link may ask."""
    id: str
    caption: str
    default_caption: ClassVar[str] = ""
    """What to do with the figure, and what it shows; it stands alone."""
    subject: tuple[str, ...] = ()
    """The parts of the state that a caption may speak of: with others it is the default one."""

    def __init_subclass__(cls, **options: Any) -> None:
        if "kind" in cls.__dict__:  # traitlets subclasses every instance's class anew
            script = STATIC / f"{cls.kind}.mjs"
            cls._esm = script if script.exists() else _NOT_BUILT
            names = (*_SHEETS, *(f"figures/{kind}" for kind in (*cls.shows, cls.kind)))
            sheets = [STATIC / f"{name}.css" for name in names]
            texts = [path.read_text("utf-8") for path in sheets if path.exists()]
            cls._css = plain_first(texts[0]) + "".join(texts[1:])
        super().__init_subclass__(**options)

    def __init__(
        self,
        *,
        id: str = "",
        caption: str = "",
        controls: Iterable[str] | None = None,
        **state: Any,
    ) -> None:
        self.id = id or self.kind
        if not _ID.fullmatch(self.id):
            raise ValueError(
                f"id must be lower-case letters, digits and hyphens, starting with a letter, "
                f"got {id!r}: it becomes the link #{self.kind}?…"
            )
        self.caption = caption or self.default_caption
        self.set_trait("controls", None if controls is None else self._offered(controls))
        super().__init__(**state)

    def _offered(self, controls: Iterable[str]) -> list[str]:
        """The names of controls as a list; a ValueError says what there is."""
        name = type(self).__name__
        if isinstance(controls, str):
            raise ValueError(f"controls must be a list of names, as [{controls!r}], not a text")
        if not self.offers:
            raise ValueError(f"{name} has no controls to choose from: leave controls out")
        return [
            known_name(one, f"every name in controls of {name}", self.offers) for one in controls
        ]

    @traitlets.default("link")
    def _link(self) -> dict[str, Any]:
        return {"id": self.id, "allowed": self.allowed(), "caption": self._figcaption()}

    def state(self) -> dict[str, Any]:
        """The values that a link or a reader can set, by name."""
        return {name: getattr(self, name) for name in self.trait_names(state=True)}

    def allowed(self) -> dict[str, dict[str, Any]]:
        """What a link may ask of each part of the state that does not take anything."""
        parts = self.traits(state=True).items()
        found = {name: trait.allowed(self) for name, trait in parts if isinstance(trait, Shown)}
        return {name: allowed for name, allowed in found.items() if allowed}

    def still(self) -> Figure | None:
        """A matplotlib Figure of the same state; None if the mount says all of it in words."""
        from ptcode import stills  # which loads matplotlib

        given = self._pictured()
        return None if given is None else getattr(stills, f"{self.kind}_still")(*given)

    def _pictured(self) -> tuple[Any, ...] | None:
        """What the still of this kind is drawn from; None if there is none."""
        raise NotImplementedError

    def as_text(self) -> str:
        """HTML for a reader without JavaScript, of a figure that is text and has no still."""
        return ""

    def mount(self) -> str:
        """The HTML element where the static page brings the figure to life."""
        text = f"<noscript>{text}</noscript>" if (text := self.as_text()) else ""
        caption = f"{self._figcaption()}\n" if self.caption else ""
        data = json.dumps(self.data, ensure_ascii=False).replace("</", "<\\/")
        state, allowed = (
            html.escape(json.dumps(values, ensure_ascii=False))
            for values in (self.state(), self.allowed())
        )
        chosen = "" if self.controls is None else f" data-controls='{json.dumps(self.controls)}'"
        name = f' aria-label="{html.escape(self.title)}"' if self.title else ""
        return (
            f'<figure class="pt-figure" id="{self.id}" data-figure="{self.kind}" '
            f'data-state="{state}" data-allowed="{allowed}"{chosen}{name}>\n'
            f'<div class="pt-view">{text}</div>\n'
            f'<script type="application/json" class="pt-data">{data}</script>\n{caption}</figure>'
        )

    def _figcaption(self) -> str:
        """The caption as HTML, if there is one."""
        return self.caption and f"<figcaption{self._general()}>{self.caption}</figcaption>"

    def _general(self) -> str:
        """What the page shows instead of an author's caption when its subject has changed."""
        if not self.subject or self.caption == self.default_caption:
            return ""
        general = html.escape(self.default_caption)
        return f' data-of="{" ".join(self.subject)}" data-general="{general}"'

    def _refuse_copy(self, *_: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be copied or pickled, for a figure lives in its page or "
            "notebook: keep figure.state(), make a new one and set its traits to that"
        )

    __copy__ = __deepcopy__ = __reduce__ = __reduce_ex__ = __getstate__ = _refuse_copy

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        note(self)
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        data = dict(data or {})
        data["text/plain"] = repr(self)
        if is_saved():
            leave_still(self)
        if shows_widgets_alone():
            return data, metadata
        data["text/html"] = self.mount()
        if not in_browser() and (still := self.still()) is not None:
            from ptcode.stills.style import svg_text  # which loads matplotlib

            data["image/svg+xml"] = svg_text(still)
        return data, metadata
