"""A still as PNG, for whoever shows no SVG: a preview of a page where somebody links to it.

It reads what matplotlib writes and no other SVG: paths, used again and moved, turned, scaled,
clipped by rectangles.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from typing import Any, TypeAlias
from xml.etree import ElementTree

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from ptcode.stills.style import colours

WIDTH, HEIGHT, MARGIN, DPI = 1200, 630, 40, 100
_HREF = "{http://www.w3.org/1999/xlink}href"
_CODES = {
    "M": [Path.MOVETO],
    "L": [Path.LINETO],
    "Q": [Path.CURVE3] * 2,
    "C": [Path.CURVE4] * 3,
}
_STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
_NUMBER = re.compile(r"-?[\d.]+(?:e[-+]?\d+)?")
_MOVE = re.compile(r"(\w+)\(([^)]*)\)")
Style: TypeAlias = dict[str, str]
Named: TypeAlias = dict[str, ElementTree.Element]
Clip: TypeAlias = "tuple[tuple[tuple[float, float], float, float], Transform] | None"


def png(svg: str) -> bytes:
    """A picture of 1200 by 630 pixels with the still, which matplotlib wrote, in its middle."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = numbers(root.attrib["viewBox"])
    scale = min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
    place = Affine2D().scale(scale)
    place.translate((WIDTH - scale * width) / 2, (HEIGHT - scale * height) / 2)
    figure = Figure((WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=colours()["paper"])
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    named = {f"#{node.attrib['id']}": node for node in root.iter() if "id" in node.attrib}
    picture = io.BytesIO()
    with rc_context({"lines.scale_dashes": False, "path.simplify": False}):
        for path, at, style, clip in paths(root, named, place, {}, None):
            made = axes.add_artist(patch(path, at + axes.transData, style))
            if clip is not None:
                made.set_clip_path(Rectangle(*clip[0], transform=clip[1] + axes.transData))
        figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def paths(
    node: ElementTree.Element, named: Named, place: Transform, style: Style, clip: Clip
) -> Iterator[tuple[str, Transform, Style, Clip]]:
    """What an element draws: each path, its place, its style and the rectangle that clips it."""
    place, style = moved(node.get("transform", ""), place), style | styled(node)
    if rectangle := named.get(node.get("clip-path", "")[len("url(") : -1]):
        x, y, width, height = (
            float(rectangle[0].attrib[key]) for key in ("x", "y", "width", "height")
        )
        clip = ((x, y), width, height), place
    inner = [child for child in node if child.tag.rpartition("}")[2] in ("g", "use", "path")]
    if node.tag.endswith("use"):
        x, y = (float(node.get(side, 0)) for side in "xy")
        place, inner = Affine2D().translate(x, y) + place, [named[node.attrib[_HREF]]]
    if "d" in node.attrib:
        yield node.attrib["d"], place, style, clip
    for child in inner:
        yield from paths(child, named, place, style, clip)


def patch(path: str, place: Transform, style: Style) -> PathPatch:
    """A path with its colours and its pen."""
    (a, b), (c, d) = place.get_matrix()[:2, :2]
    pen = math.sqrt(abs(float(a * d - b * c))) * 72 / DPI
    dashes = [pen * length for length in numbers(style.get("stroke-dasharray", ""))]
    return PathPatch(
        Path(*steps(path)),
        transform=place,
        facecolor=tint(style, "fill", "#000000"),
        edgecolor=tint(style, "stroke", "none"),
        linewidth=pen * float(style.get("stroke-width", 1)),
        linestyle=(pen * float(style.get("stroke-dashoffset", 0)), dashes) if dashes else "-",
        capstyle=style.get("stroke-linecap", "butt").replace("square", "projecting"),
        joinstyle=style.get("stroke-linejoin", "miter"),
    )


def numbers(text: str) -> list[float]:
    """The numbers of an attribute."""
    return [float(number) for number in _NUMBER.findall(text)]


def styled(node: ElementTree.Element) -> Style:
    """What an element says of its style."""
    parts = (part.partition(":") for part in node.get("style", "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, _, value in parts}


def tint(style: Style, part: str, default: str) -> Any:
    """The colour of a fill or a stroke with its opacity."""
    colour = style.get(part, default)
    opacity = float(style.get("opacity", 1)) * float(style.get(f"{part}-opacity", 1))
    return "none" if colour == "none" else (colour, opacity)


def moved(transform: str, place: Transform) -> Transform:
    """Where something stands that is transformed first: the last of its moves comes first."""
    made = Affine2D()
    for kind, given in reversed(_MOVE.findall(transform)):
        move: Any = {"translate": made.translate, "scale": made.scale, "rotate": made.rotate_deg}
        move[kind](*(numbers(given) + [0.0] * (kind == "translate"))[:2])
    return made + place


def steps(text: str) -> tuple[list[list[float]], list[int]]:
    """The points of a path and what leads to each."""
    places: list[list[float]] = []
    codes: list[int] = []
    for letter, values in _STEP.findall(text):
        if letter == "z":
            places.append(places[-1])
            codes.append(int(Path.CLOSEPOLY))
            continue
        places.extend(pairs(numbers(values)))
        codes.extend(int(code) for code in _CODES[letter])
    return places, codes


def pairs(values: list[float]) -> Iterator[list[float]]:
    """Numbers two by two."""
    return ([x, y] for x, y in zip(values[::2], values[1::2], strict=True))
