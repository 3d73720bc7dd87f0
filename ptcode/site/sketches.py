"""A tiny picture for each chapter on the map of Start: an ornament, computed where it can be.

Each is an SVG of 48 by 32 units in the page itself, so nothing is fetched, and its colours are
those of the meanings. A screen reader passes it by, for the row says in words what it shows.
"""

from itertools import pairwise, product

import numpy as np

from ptcode.descent import GradientDescent, Momentum, descend, gradient_descent

WIDTH, HEIGHT = 48, 32
BOWL = np.linspace(-1, 1, 25)


def sketch(name):
    """The picture of a chapter, by the name of its page; empty where there is none."""
    draw = SKETCHES.get(name)
    if draw is None:
        return ""
    return (
        f'<svg class="pt-sketch" aria-hidden="true" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" stroke-width="1.5" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(draw())}</svg>'
    )


def line(places, meaning="ink"):
    """A line through places, in the colour of a meaning."""
    path = "L".join(f"{x:.3g} {y:.3g}" for x, y in places)
    return f'<path d="M{path}" stroke="var(--pt-{meaning})"/>'


def dots(places, meaning="ink", radius=2):
    """Filled dots."""
    for x, y in places:
        yield (
            f'<circle cx="{x:.3g}" cy="{y:.3g}" r="{radius}" stroke="none" '
            f'fill="var(--pt-{meaning})"/>'
        )


def arrow(start, end, meaning="ink"):
    """A line with a head."""
    (x, y), (to_x, to_y) = start, end
    along = np.array([to_x - x, to_y - y]) / np.hypot(to_x - x, to_y - y)
    across = np.array([-along[1], along[0]])
    wings = [np.array(end) - 4 * along + side * 2.5 * across for side in (1, -1)]
    return line([start, end], meaning) + line([wings[0], end, wings[1]], meaning)


def box(x, y, width, height, meaning):
    """The edge of a box with round corners."""
    size = f'width="{width}" height="{height}" rx="3"'
    return f'<rect x="{x}" y="{y}" {size} stroke="var(--pt-{meaning})"/>'


def ellipse(width, height, meaning="function"):
    """A contour line around the middle."""
    middle = f'cx="{WIDTH / 2:g}" cy="{HEIGHT / 2:g}"'
    return f'<ellipse {middle} rx="{width}" ry="{height}" stroke="var(--pt-{meaning})"/>'


def on_bowl(t):
    """Where t, from −1 to 1, lies on the curve t²."""
    return 24 + 21 * t, 29 - 26 * t**2


def bowl():
    """The curve t²."""
    return line(map(on_bowl, BOWL), "function")


def derivatives():
    """A curve and its tangent, whose slope is 2t."""
    t, reach = 0.5, np.array([-0.3, 0.45])
    x, y = on_bowl(t)
    yield bowl()
    yield line(zip(x + 21 * reach, y - 26 * 2 * t * reach, strict=True), "slope")
    yield from dots([(x, y)], "parameter")


def descent():
    """Steps of gradient descent that jump from side to side."""
    places = [on_bowl(t) for t in gradient_descent("square", 0.95, 0.8, 3).positions]
    yield bowl()
    yield line(places, "slope")
    yield from dots(places, "parameter")


def partial_derivatives():
    """Contour lines, and the two parts of a nudge."""
    yield from (ellipse(width, width * 0.6) for width in (8, 15, 22))
    yield arrow((24, 16), (41, 16), "slope")
    yield arrow((24, 16), (24, 3), "slope")


def fitting():
    """Points and the line of least squares through them."""
    x = np.array([6, 14, 22, 31, 41])
    y = np.array([25, 23, 14, 14, 5])
    slope, height = np.polyfit(x, y, 1)
    yield line([(3, height + 3 * slope), (45, height + 45 * slope)], "function")
    yield from dots(zip(x, y, strict=True))


def composite():
    """One function inside another."""
    yield box(4, 3, 40, 26, "outer")
    yield box(14, 10, 20, 12, "inner")
    yield from dots([(24, 16)])


def chain_rule():
    """A nudge that is stretched by one link and then by the next."""
    ends = [(4, 8), (20, 14), (36, 26)]
    for (x, height), meaning in zip(ends, ("parameter", "inner", "outer"), strict=True):
        yield line([(x + 4, 16 - height / 2), (x + 4, 16 + height / 2)], meaning)
    for x, _ in ends[:2]:
        yield arrow((x + 7, 16), (x + 17, 16))


def several_paths():
    """Two paths from one value to another."""
    start, over, under, end = (5, 16), (24, 5), (24, 27), (43, 16)
    yield line([start, over, end], "slope")
    yield line([start, under, end], "slope")
    yield from dots((start, over, under, end), radius=3)


def backpropagation():
    """Forwards along the chain, and backwards."""
    places = [(7, 16), (24, 16), (41, 16)]
    yield arrow((8, 7), (40, 7), "function")
    yield arrow((40, 25), (8, 25), "slope")
    yield line(places)
    yield from dots(places, radius=3)


def gradient_cost():
    """Measuring costs more with every weight; a sweep backwards does not."""
    for i, x in enumerate((6, 17, 28, 39)):
        yield line([(x, 29), (x, 22 - 6 * i)])
        yield line([(x + 4, 29), (x + 4, 22)], "slope")


def training():
    """A cost that falls, rests on flat ground, and falls again."""
    x = np.linspace(0, 1, 33)
    cost = 1 / (1 + np.exp(16 * (x - 0.12))) + 1.1 / (1 + np.exp(20 * (x - 0.7)))
    yield line(zip(3 + 42 * x, 29 - 14 * cost, strict=True), "function")


def layers():
    """Every unit of a layer hears every unit of the one before."""
    columns = [[(6, 8), (6, 24)], [(24, 4), (24, 16), (24, 28)], [(42, 8), (42, 24)]]
    for before, after in pairwise(columns):
        yield from (line(pair, "muted") for pair in product(before, after))
    for column in columns:
        yield from dots(column, "function", 3)


def vanishing():
    """What arrives at each layer, backwards: half of what the next one had."""
    for i in range(6):
        yield line([(5 + 7.5 * i, 29), (5 + 7.5 * i, 29 - 26 * 0.5 ** (5 - i) - 0.3)], "slope")


def optimisers():
    """A narrow valley, down which descent goes in zigzags and momentum swings."""

    yield from (ellipse(width, width * 0.45) for width in (12, 23))
    for rule, meaning in ((GradientDescent(0.09), "ink"), (Momentum(0.03, 0.7), "momentum")):
        places = descend("narrow-valley", [-4, 1], rule, 14).positions
        yield line([(24 + 5 * a, 16 - 10 * b) for a, b in places], meaning)


def common_mistakes():
    """A tick and a cross."""
    yield line([(5, 17), (11, 24), (21, 7)])
    yield line([(29, 8), (43, 24)], "wrong") + line([(43, 8), (29, 24)], "wrong")


SKETCHES = {
    "derivatives": derivatives,
    "gradient-descent": descent,
    "partial-derivatives": partial_derivatives,
    "fitting-a-line": fitting,
    "composite-functions": composite,
    "the-chain-rule": chain_rule,
    "several-paths": several_paths,
    "backpropagation": backpropagation,
    "what-a-gradient-costs": gradient_cost,
    "training-a-network": training,
    "layers-as-matrices": layers,
    "vanishing-and-exploding": vanishing,
    "optimisers": optimisers,
    "common-mistakes": common_mistakes,
}
