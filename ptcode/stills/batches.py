"""Stills of stochastic gradient descent: θ and the learning rate against the step."""

from __future__ import annotations

from matplotlib.figure import Figure

from ptcode.descent.schedules import Descent
from ptcode.stills.style import blank, colours


def batches_still(run: Descent, k: int, best: float) -> Figure:
    """The first k places of a run with the band of its last steps, and the rates of all steps."""
    tone, size = colours(), run.distance(k, best)
    figure, (above, below) = blank(2, width_ratios=(1.75, 1))
    above.axhspan(best - size, best + size, color=tone["parameter"], alpha=0.15, lw=0)
    above.axhline(best, color=tone["function"], lw=1.5)
    above.plot(run.places[: k + 1], color=tone["parameter"], lw=1.2)
    above.set(xlim=(0, max(len(run.places) - 1, 1)), xlabel="step $k$", ylabel=r"$\theta$")
    below.plot(range(1, len(run.rates) + 1), run.rates, color=tone["ink"], lw=1.5)
    below.set(xlabel="step $k$", ylabel=r"$\alpha_k$", ylim=(0, None))
    return figure
