"""What a gradient costs against the number of weights: operations counted, seconds measured."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from ptcode.autodiff.gradient_cost import Cost, costs, counted, measured
from ptcode.stills.picture import Picture
from ptcode.stills.style import arrow, blank, colours, powers_of_ten

WORDS = (
    "Cost of one gradient against the number of weights, from 10 to 100 000, on log axes, in "
    "operations and in seconds: one forward pass and a backpropagation stay side by side; one "
    "finite difference per weight leaves them behind"
)


def gradient_cost() -> Picture:
    """Operations counted and seconds measured for networks with 10 to 10⁵ weights.

    The time of the finite differences is one measured forward pass times their number. An arrow
    says in each panel how much backpropagation saves the largest network.
    """
    figure, (operations, seconds) = blank(2, width=5.6, height=3.5)
    _draw(operations, costs(counted), "operations, counted")
    _draw(seconds, costs(measured), "seconds, measured")
    lines, names = seconds.get_legend_handles_labels()
    place: dict[str, Any] = {"loc": "outside upper center", "ncols": 3, "frameon": False}
    font: dict[str, Any] = {"prop": {"family": "serif", "size": 10}, "labelcolor": colours()["ink"]}
    figure.legend(lines, names, **place, **font)
    return Picture(figure, WORDS)


def _draw(axes: Axes, found: list[Cost], unit: str) -> None:
    tone = colours()
    weights = [cost.weights for cost in found]
    lines = {
        "differences": ("finite differences", tone["ink"], "s--"),
        "backpropagation": ("backpropagation", tone["slope"], "o-"),
        "forward": ("forward pass", tone["function"], "^:"),
    }
    for kind, (name, colour, marks) in lines.items():
        values = [getattr(cost, kind) for cost in found]
        axes.plot(weights, values, marks, color=colour, label=name, ms=5, lw=1.6)
    _say_saving(axes, found[-1])
    powers_of_ten(axes)
    axes.set(xlabel="number of weights", xlim=(6, 2e5))
    axes.minorticks_off()  # a hundred marks that nobody reads
    axes.set_title(unit, fontsize=10, loc="left")


def _say_saving(axes: Axes, largest: Cost) -> None:
    """A two-headed arrow over the gap at the largest network, with its factor to two digits."""
    low, high = largest.backpropagation, largest.differences
    ends = (largest.weights, low), (largest.weights, high)
    ink = colours()["ink"]
    arrow(axes, *ends, ink, arrowstyle="<|-|>", shrinkA=5, shrinkB=5)
    factor = f"× {float(f'{largest.saving:.2g}'):,.0f}".replace(",", "\u202f")
    below = low ** (3 / 4) * high ** (1 / 4)  # where the steep line is far
    look: dict[str, Any] = {"ha": "right", "va": "center", "family": "serif", "color": ink}
    axes.annotate(
        factor, (largest.weights, below), (-6, 0), textcoords="offset points", size=10, **look
    )
