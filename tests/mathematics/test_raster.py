"""A still as PNG shows what matplotlib itself would draw."""

import io

import matplotlib.pyplot as plt
import numpy as np
import pytest

from ptcode import widgets
from ptcode.stills import raster
from ptcode.stills.style import colours, svg_text

KINDS = ("DescentExplorer", "SurfaceExplorer", "GraphStepper", "OptimiserRace", "GradientFlow")


def pixels(png):
    return plt.imread(io.BytesIO(png), format="png")[..., :3]


@pytest.mark.parametrize("name", KINDS)
def test_a_still_as_png_is_what_matplotlib_draws(name):
    still = getattr(widgets, name)().still()
    made = pixels(raster.png(svg_text(still)))
    assert made.shape == (raster.HEIGHT, raster.WIDTH, 3)
    width, height = still.get_size_inches() * 72
    scale = min((raster.WIDTH - 80) / width, (raster.HEIGHT - 80) / height)
    drawn = io.BytesIO()
    still.savefig(drawn, format="png", dpi=72 * scale, facecolor=colours()["paper"])
    own = pixels(drawn.getvalue())
    top, left = ((raster.HEIGHT - len(own)) // 2, (raster.WIDTH - len(own[0])) // 2)
    cut = made[top : top + len(own), left : left + len(own[0])]
    # Edges lie a part of a pixel apart: what is compared are blocks of eight.
    apart = np.abs(blocks(cut) - blocks(own))
    assert apart.mean() < 0.01
    assert (apart.max(axis=-1) > 0.25).mean() < 0.005


def blocks(picture, side=8):
    rows, columns = (size // side for size in picture.shape[:2])
    parts = picture[: rows * side, : columns * side].reshape(rows, side, columns, side, 3)
    return parts.mean(axis=(1, 3))
