"""Still of the sizes that go through a deep network: the adjoints, and the slopes beside them."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from ptcode.networks.flow import Flow
from ptcode.stills.style import DASHED, blank, colours, powers_of_ten


def flow_still(measured: Flow, theory: Flow) -> Figure:
    """The size of ā layer by layer on a logarithmic axis, and that of σ′(z); dashed: theory."""
    tone = colours()
    figure, (adjoints, slopes) = blank(2, width_ratios=(1.5, 1))
    layers = np.arange(len(measured.adjoints))
    for axes, name, at in ((adjoints, "adjoints", layers), (slopes, "slopes", layers[1:])):
        sizes = np.where(getattr(measured, name) > 0, getattr(measured, name), np.nan)
        axes.plot(at, sizes, "o-", ms=3, lw=1.5, color=tone["slope"], label="measured")
        axes.plot(at, getattr(theory, name), color=tone["ink"], lw=1.5, ls=DASHED, label="theory")
        axes.set(xlim=(0, layers[-1] + 0.4), xlabel="layer l")
    powers_of_ten(adjoints, "y")
    adjoints.set(ylabel="size of ā")
    slopes.set(ylim=(0, 1.08), ylabel="size of σ′(z)")
    adjoints.legend(frameon=False)
    return figure
