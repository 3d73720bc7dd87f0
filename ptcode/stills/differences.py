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
from ptcode.stills.style import Tone, blank, colours

EPSILON = float(np.finfo(float).eps)
SMALLEST, LARGEST, PER_DECADE = -16, 0, 12


def difference_errors(f: Function, x: float) -> Picture:
    """The errors of the forward and the central difference of f at x, for h from 10⁻¹⁶ to 1.

    Dotted lines are what theory says: truncation ½|f″|h and ⅙|f′′′|h², and rounding ε|f|/h. The
    quotients are the bare ones, divided by the h that was asked for.
    """
    x = finite_number(x, "x")
    first = f.derivative
    second, third = first.derivative, first.derivative.derivative
    value, slope = float(f(x)), float(first(x))
    h = np.logspace(SMALLEST, LARGEST, PER_DECADE * (LARGEST - SMALLEST) + 1)
    forward = np.abs((f(x + h) - f(x)) / h - slope)
    central = np.abs((f(x + h) - f(x - h)) / (2 * h) - slope)
    theory = {
        r"$\varepsilon\,|f|\,/\,h$": EPSILON * abs(value) / h,
        r"$\frac{1}{2}|f''|\,h$": abs(float(second(x))) / 2 * h,
        r"$\frac{1}{6}|f'''|\,h^2$": abs(float(third(x))) / 6 * h**2,
    }
    return Picture(_draw(h, forward, central, theory), _words(f, x))


def _draw(h: Array, forward: Array, central: Array, theory: dict[str, Array]) -> Figure:
    tone = colours()
    figure, (axes,) = blank(width=5.2, height=3.7)
    axes.set(xscale="log", yscale="log", xlim=(h[0], h[-1]), ylim=(1e-15, 30))
    axes.set(xlabel="step $h$", ylabel="error of the derivative")
    for line in theory.values():
        axes.plot(h, line, color=tone["muted"], lw=1, ls=":")
    axes.plot(h, forward, color=tone["slope"], lw=1.6)
    axes.plot(h, central, color=tone["ink"], lw=1.6, ls=(0, (4, 1.5)))
    for step in (EPSILON ** (1 / 2), EPSILON ** (1 / 3)):
        axes.axvline(step, color=tone["ink"], lw=0.8)
    _label(axes, theory, tone)
    return figure


def _label(axes: Axes, theory: dict[str, Array], tone: Tone) -> None:
    muted, halo = tone["muted"], {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
    rounding, straight, parabola = theory
    marks = [
        (3e-12, 3e-2, f"rounding {rounding}", muted),
        (3e-6, 3e-2, f"forward {straight}", tone["slope"]),
        (1e-2, 1e-9, f"central {parabola}", tone["ink"]),
        (EPSILON ** (1 / 2), 6, r"$\sqrt{\varepsilon}$", tone["ink"]),
        (EPSILON ** (1 / 3), 6, r"$\sqrt[3]{\varepsilon}$", tone["ink"]),
    ]
    for step, error, text, colour in marks:
        axes.text(
            step, error, text, color=colour, bbox=halo, ha="center", va="center", fontfamily="serif"
        ).set_math_fontfamily("cm")


def _words(f: Function, x: float) -> str:
    return (
        f"Error of the numerical derivative of {plain(f.expression)} at {short(x)} against h, on "
        "log axes: the forward difference is best near h = √ε ≈ "
        f"{short(EPSILON ** (1 / 2), 2)}, the central near h = ∛ε ≈ "
        f"{short(EPSILON ** (1 / 3), 2)}; below that both grow as 1/h, above it as h and as h²"
    )
