"""The figures: every class of ptcode.widgets that is shown without being told anything."""

import inspect

from ptcode import widgets
from ptcode.widgets.base import LiveFigure


def _shown_alone(kind):
    needed = inspect.Parameter.empty
    given = inspect.signature(kind).parameters.values()
    return not any(one.default is needed and one.kind is one.POSITIONAL_OR_KEYWORD for one in given)


ALL = [getattr(widgets, name) for name in widgets.__all__]
FIGURES = [kind for kind in ALL if issubclass(kind, LiveFigure) and _shown_alone(kind)]
