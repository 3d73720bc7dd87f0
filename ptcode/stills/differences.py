"""How far a numerical derivative is off, against the step h, on logarithmic axes."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import plain, short
from ptcode.core.types import Array
from ptcode.core.validation import finite_number
from ptcode.functions.function import Function
from ptcode.stills.picture import Picture
from ptcode.stills.style import Tone, blank, colours, powers_of_ten

EPSILON = float(np.finfo(float).eps)
BEST = EPSILON ** (1 / 2), EPSILON ** (1 / 3)  # of the forward and of the central difference
SMALLEST, LARGEST, PER_DECADE = -16, 0, 12


def difference_errors(f: Function, x: float) -> Picture:
    """The errors of the forward and the central difference of f at x, for h from 10⁻¹⁶ to 1.

    Dotted lines are what theory says: truncation ½|f″|h and ⅙|f′′′|h², and rounding ε|f|/h; upright
    ones stand at √ε and ∛ε. The quotients are the bare ones, divided by the h that was asked for.
    """
    x = finite_number(x, "x")
    first = f.derivative
    second, third = first.derivative, first.derivative.derivative
    value, slope = float(f(x)), float(first(x))
    h = np.logspace(SMALLEST, LARGEST, PER_DECADE * (LARGEST - SMALLEST) + 1)
    forward = np.abs((f(x + h) - f(x)) / h - slope)
    central = np.abs((f(x + h) - f(x - h)) / (2 * h) - slope)
    theory = [
        EPSILON * abs(value) / h,
        abs(float(second(x))) / 2 * h,
        abs(float(third(x))) / 6 * h**2,
    ]
    return Picture(_draw(h, forward, central, theory), _words(f, x))


def _draw(h: Array, forward: Array, central: Array, theory: list[Array]) -> Figure:
    tone = colours()
    figure, (axes,) = blank(width=5.2, height=3.7)
    powers_of_ten(axes)
    axes.set(xlim=(h[0], h[-1]), ylim=(1e-15, 30))
    axes.set(xlabel="step h", ylabel="error of the derivative")
    for line in theory:
        axes.plot(h, line, color=tone["muted"], lw=1, ls=":")
    axes.plot(h, forward, color=tone["slope"], lw=1.6)
    axes.plot(h, central, color=tone["ink"], lw=1.6, ls=(0, (4, 1.5)))
    for step in BEST:
        axes.axvline(step, color=tone["ink"], lw=0.8)
    _label(axes, tone)
    return figure


def _label(axes: Axes, tone: Tone) -> None:
    halo = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
    left, right = BEST
    marks = [
        (3e-12, 3e-2, "rounding", tone["muted"], "left"),
        (1e-3, 1e-1, "forward", tone["slope"], "right"),
        (1e-2, 1e-9, "central", tone["ink"], "left"),
        (left / 1.5, 6, f"h = {short(left, 2)}", tone["ink"], "right"),
        (right * 1.5, 6, f"h = {short(right, 2)}", tone["ink"], "left"),
    ]
    for step, error, text, colour, side in marks:
        axes.text(
            step, error, text, color=colour, bbox=halo, ha=side, va="center", fontfamily="serif"
        )


def _words(f: Function, x: float) -> str:
    return (
        f"Error of the numerical derivative of {plain(f.expression)} at {short(x)} against h, on "
        "log axes: the forward difference is best near h = √ε ≈ "
        f"{short(BEST[0], 2)}, the central near h = ∛ε ≈ "
        f"{short(BEST[1], 2)}; below that both grow as 1/h, above it as h and as h²"
    )
