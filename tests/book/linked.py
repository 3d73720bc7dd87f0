"""The surfaces and lines that a link of chapters 3 and 4 sets, in Python."""

from ptcode.widgets import RegressionExplorer, SurfaceExplorer


def value(text):
    return text == "true" if text in ("true", "false") else float(text)


def explorer(figure, state):
    """The figure that a link sets, in Python."""
    name = {"regression": "scale"}.get(figure, "surface")
    numbers = {key: value(text) for key, text in state.items() if key != name}
    for key in {"k", "point"} & set(numbers):
        numbers[key] = int(numbers[key])
    kind = RegressionExplorer if figure == "regression" else SurfaceExplorer
    return kind(**{name: state[name]}, **numbers)
