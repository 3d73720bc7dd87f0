"""What a live figure stands on: anywidget where it is, and else traitlets alone.

In a notebook the figure is a widget. Where ipywidgets is not, as when Python runs in the page, the
page's own host mounts the figure from its ``text/html``, and its traits are all that Python needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

if TYPE_CHECKING:
    from anywidget import AnyWidget as Widget
else:
    try:
        from anywidget import AnyWidget as Widget
    except ImportError:

        class Widget(traitlets.HasTraits):
            """The traits of a figure, and a bundle that says nothing yet."""

            def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
                return {}


HAS_WIDGETS = Widget.__module__ != __name__
__all__ = ["HAS_WIDGETS", "Widget"]
