"""The numbers in the prose of chapter 7."""

import math

import pytest

from accounts import section, show
from ptcode.autodiff.paths import layered_adjoints, path_products
from ptcode.descent.surfaces import total_derivative
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.widgets import PathCounter, ProductRectangle
from ptcode.widgets.surface import FOLLOW
from typed import typed

PAGE = "07-several-paths"
PRODUCT = SURFACES["product"]


def slope(text, at):
    return float(Function(differentiate(typed(text), x), (x,))(at))


@section("several-paths-multiply-along-add-over")
def paths():
    total, straight = slope("x + x²", 3), 1
    yield straight
    through = f"1 · 2x = {show(total - straight)} {show(total)}"
    yield through
    yield show(total - straight)


@section("exercises")
def exercises():
    yield f"x = {show(math.sqrt(0.5), 4)}"
    assert slope("x e^(−x²)", math.sqrt(0.5)) == pytest.approx(0, abs=1e-15)


def gradient_of(cost):
    return lambda *place: [partial(*place) for partial in cost.partials]


@section("predict", "when-the-others-move-too", "two-paths", "what-could-go-wrong")
def totals():
    partial, other = gradient_of(PRODUCT)(1.5, 2.25)
    total, rate = total_derivative(PRODUCT, 1.5, FOLLOW), FOLLOW.derivative(1.5)
    product = partial * other * rate
    yield f"{show(partial)} {show(total)}"
    yield show(partial)
    yield show(other * rate)
    yield f"{show(other)} · {show(rate)}"
    second = f"{show(other)} · {show(rate)}"
    yield show(total)
    yield f"{show(partial)} θ₁ {second} = {show(other * rate)}, θ₂ {show(total)}"
    yield show(product)
    yield f"{show(partial)} · {second}"
    yield show(total)


@section("several-paths")
def shop():
    sold, price, more, fewer = 40, 10, 1, 3
    before, after = sold * price, (sold - fewer) * (price + more)
    gained, lost = sold * more, fewer * price
    yield f"{sold} {price} {before} {more} {fewer}"
    yield f"{more} {gained} {fewer} {price} {lost} {gained - lost}"
    yield f"{after - before} {fewer}"
    yield f"{gained} {lost}"


@section("the-rectangle")
def strips():
    at, small = 3, ProductRectangle(x=3, nudge=0.01)
    yield f"{at} {at} + {at} = {at + at}"
    yield f"0.01 {show(round(small.growth.ratio, 9))}"


@section("how-many-paths")
def counted_paths():
    three, six = PathCounter().counts, PathCounter(layers=6).counts
    yield f"4^3 = {three.paths} 4^6 = {six.paths}"
    yield f"{three.paths} · 3 = {three.multiplied} 16 + 16 + 4 = {three.factored}"
    yield f"{six.multiplied // 1000} {six.multiplied % 1000} {six.factored}"


@section("how-many-paths")
def adding_early():
    up, again = (2 * value for value in (3, 3 + 3**2))
    links = [[[up, 1]], [[again, 1], [again, 1]], [[1], [1]]]
    brought, (by_s, *_) = path_products(links), layered_adjoints([[[again, 1]], [[1], [1]]])[0]
    by_x = up * by_s + by_s
    assert by_x == sum(brought) == slope("(x + x²) + (x + x²)²", 3)
    both = f"{up} · 1 · {again} · 1 + {up} · 1 · 1 + 1 · {again} · 1 + 1 · 1 = {by_x}"
    s_gets, x_gets = f"{again} · 1 + 1 · 1 = {by_s}", f"{up} · {by_s} + 1 · {by_s} = {by_x}"
    yield f"{both} s: {s_gets}, x: {x_gets}"
