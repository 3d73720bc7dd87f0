"""The numbers in the prose of chapter 1, each in the words that surround it.

Every function yields phrases built from computed numbers; each must stand in the text as it is.
"""

import numpy as np
import sympy

from prose import show
from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import tangent_at
from ptcode.widgets.tangent import FUNCTIONS, difference_quotient

SQUARE, CUBE, WAVE = (FUNCTIONS[name] for name in ("square", "cube", "wave"))
EPSILON = float(np.finfo(float).eps)
POWERS = {4: "⁴", 5: "⁵", 6: "⁶", 8: "⁸"}


def secant(function, at, h):
    return difference_quotient(function, at, h)


def slope(function, at):
    return tangent_at(function, at).slope


def n(value, places=None):
    """A number as the prose has it: rounding errors gone, a real minus sign."""
    return show(round(float(value), 9) + 0.0, places)


def power_of_ten(value):
    """A small number as a mantissa and a power of ten, in the plain text of a formula."""
    mantissa, exponent = f"{value:e}".split("e")
    return float(mantissa), f"10^{{−{-int(exponent)}}}"


def opening():
    rise = SQUARE(5) - SQUARE(1)
    yield f"x grows by {n(5 - 1)} and f grows by {n(rise)}"
    yield f"{n(rise)}/{n(5 - 1)} = {n(secant(SQUARE, 1, 4))}"
    steps = (4, 2, 1, 0.5, 0.1)
    slopes = ", ".join(n(secant(SQUARE, 1, h)) for h in steps)
    yield ", ".join(f"[h = {n(h)}]" for h in steps) + f". The slopes are {slopes}."
    left = [n(secant(SQUARE, 1, h)) for h in (-1, -0.1)]
    yield f"[h = −1] and [h = −0.1], they are {left[0]} and {left[1]}."
    yield f"that is {n(slope(SQUARE, 1))} + h, and there are the {slopes}."
    yield f"the slope closes in on {n(slope(SQUARE, 1))}."
    yield f"At [x = 5] the slope is {n(slope(SQUARE, 5))}."
    yield f"the slope is 10. At [x = −2] it is {n(slope(SQUARE, -2))}."


def definition():
    at_7, at_5 = n(SQUARE(7)), n(SQUARE(5))
    yield f"With h = 2 the secant has slope ({at_7} − {at_5})/2 = {n(secant(SQUARE, 5, 2))}."
    one, tenth = n(secant(SQUARE, 5, 1)), n(secant(SQUARE, 5, 0.1))
    yield f"With h = 1 it is {one}, with h = 0.1 it is {tenth}."
    yield f"The limit is {n(slope(SQUARE, 5))}. See [h = 2]"


def stretching():
    start, end, factor = n(SQUARE(5)), n(SQUARE(5.1)), n(slope(SQUARE, 5))
    yield f"Slope {factor}, but {factor} of what?"
    yield f"Go from x = 5 to x = 5.1. The step is {n(5.1 - 5)} long."
    yield f"f goes from {start} to {end}, a step of {n(SQUARE(5.1) - SQUARE(5))}."
    yield f"about {factor} times as long"
    yield f"at 5 and h = 0.1 it says {n(SQUARE(5) + slope(SQUARE, 5) * 0.1)}. The truth is {end}."
    yield f"At [x = 5] small steps become {factor} times as long."
    yield f"At [x = 0.25] the factor is {n(slope(SQUARE, 0.25))}"
    yield f"At [x = −2] it is {n(slope(SQUARE, -2))}: four times"


def places():
    yield f"At 1 the curve x^3 − 3x has the value {n(WAVE(1))}."
    corner = tangent_at(CURVES["absolute"], 0)
    yield f"Left of 0, |x| has slope {n(corner.left)}. Right of 0 it has slope {n(corner.right)}."
    root = CURVES["root"]
    steep = [n(secant(root, 0, h)) for h in (0.01, 0.0001)]
    yield f"Take h = 0.01: the slope is {n(root(0.01))}/0.01 = {steep[0]}."
    yield f"Take h = 0.0001: it is {steep[1]}."


def products():
    product = x**2 * sympy.sin(x)
    wrong = slope(SQUARE, 2) * slope(CURVES["sine"], 2)
    measured = central_difference(Function(product), 2.0)
    yield f"There f is {n(SQUARE(2))} and its slope is {n(slope(SQUARE, 2))}"
    yield f"It gives {n(wrong, 3)}. The measured slope is {n(measured, 3)}."


def worked_example():
    yield f"The value there is 8 − 6 = {n(WAVE(2))}."
    h = sympy.Symbol("h")
    grown = sympy.Poly(sympy.expand(WAVE.expression.subs(x, 2 + h)), h).all_coeffs()[::-1]
    yield "= {} + {}h + {}h^2 + h^3 end".format(*grown)
    yield f"Subtract f(2) = {grown[0]}, divide by h, and {grown[1]} + {grown[2]}h + h^2 is left."
    one, tenth, hundredth = (n(secant(WAVE, 2, step)) for step in (1, 0.1, 0.01))
    yield f"With h = 1 that is {one}. With h = 0.1 it is {tenth}. With h = 0.01 it is {hundredth}."
    yield f"The limit is {n(slope(WAVE, 2))}. Then"
    yield f"At 2 this is 12 − 3 = {n(slope(WAVE, 2))}, as before."
    signs = ", ".join(f"f'({n(at)}) = {n(slope(WAVE, at))}" for at in (-2, 0, 2))
    yield f"enough: {signs}. So f rises, falls, rises."
    yield f"At −1 it has a maximum, with the value {n(WAVE(-1))}."
    yield f"At 1 it has a minimum, with the value {n(WAVE(1))}."
    line = n(WAVE(2) + slope(WAVE, 2) * 0.1)
    yield f"point (2, {n(WAVE(2))}) with slope {n(slope(WAVE, 2))}. Its equation is 2 + 9(x − 2)."
    yield f"At x = 2.1 it is at {line}, and the curve is at {n(WAVE(2.1))}."


def rounding():
    gap, (mantissa, ten) = float(np.spacing(25.0)), power_of_ten(float(np.spacing(25.0)))
    yield f"Near 25 the stored numbers lie {mantissa:.2f} · {ten} apart"
    rise = (5 + 1e-15) * (5 + 1e-15) - 25
    yield f"It comes out as {round(rise / gap)} gaps, {rise * 1e14:.3f} · 10^{{−14}}."
    yield f"Divided by 10^{{−15}} that is {rise / 1e-15:.2f}."
    yield f"about {rise / 1e-15:.2f} Nearly all"
    digits = round(53 * np.log10(2))
    yield f"with {np.finfo(float).nmant + 1} binary digits, about {digits} decimal ones"
    yield "varepsilon = {:.2f} · {}".format(*power_of_ten(EPSILON))
    yield "sqrt{{varepsilon}} approx {:.1f} · {}".format(*power_of_ten(EPSILON ** (1 / 2)))
    yield "sqrt[3]{{varepsilon}} approx {:.1f} · {}".format(*power_of_ten(EPSILON ** (1 / 3)))
    yield f"{slope(CUBE, 1):.0f} + {slope(CUBE.derivative, 1) / 2:.0f}h + h^2. The central"
    yield f"where the slope is {n(slope(CUBE, 1))}. The forward difference is"


def exercises():
    yield f"At ½ it is {n(slope(CURVES['reciprocal'], 0.5))}."
    yield f"- {n(-(0.5**2))}: x^2 in place of 1/x^2"
    hills = Function(x**3 - 12 * x)
    tests = [n(slope(hills, at)) for at in (-3, 0, 3)]
    yield f"The slope at −3 is {tests[0]}, at 0 it is {tests[1]}, at 3 it is {tests[2]}."
    yield f"−2 is a maximum with the value {n(hills(-2))}, and"
    yield f"and 2 is a minimum with the value {n(hills(2))}"
    yield f"At 0 and ±{12**0.5:.2f}: there f itself is zero"
    yield f"with the value −1/e approx {show(-np.exp(-1), 3)}"


def traps():
    yield f"[the secant from −1 to 1] has slope {n(secant(CURVES['reciprocal'], -1, 2))} and rises."
    yield f"at 5 looks no steeper than a staircase, yet its slope is {n(slope(SQUARE, 5))}."
    yield f"f(5) = {n(SQUARE(5))} says where"
    yield f"f'(5) = {n(slope(SQUARE, 5))} says where"


CHAPTER = (
    opening,
    definition,
    stretching,
    places,
    products,
    worked_example,
    rounding,
    exercises,
    traps,
)
