"""The numbers in the prose of chapter 3, each in the words that surround it.

Every function yields phrases built from computed numbers; each must stand in the text as it is.
"""

import numpy as np

import claims_03_line
from claims_03_line import PRESSURES, RATIO, TEMPERATURES
from prose import show
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.regression import LineCost
from ptcode.descent.surfaces import descend, gradient_of, minima, missed_by, total_derivative
from ptcode.functions.catalogue import SURFACES
from ptcode.widgets.surface import FOLLOW
from ptcode.widgets.surface_views import VIEWS

VALLEY, PRODUCT, HIMMELBLAU, ROSENBROCK = (
    SURFACES[name] for name in ("narrow-valley", "product", "himmelblau", "rosenbrock")
)
LIMIT = quadratic_theory(VALLEY).critical_learning_rate


def pair(values, places=None):
    return "({}, {})".format(*(show(float(value) + 0.0, places) for value in values))


def run(cost, start, alpha, steps=40):
    return descend(cost, gradient_of(cost), start, alpha, steps)


def missed(place):
    return missed_by(place, gradient_of(VALLEY)(*place), [(0, 0)])


def slices():
    first, second = gradient_of(VALLEY)(2, 0.5)
    yield f"on the line of height {show(VALLEY(2, 0.5))}"
    yield f"At θ_1 = 2 that is {show(first)}."
    yield f"At θ_2 = 0.5 that is {show(second)}."
    yield f"the first curve rises by {show(VALLEY(2, 1) - VALLEY(2, 0.5))} as a whole"
    yield f"its slope stays {show(VALLEY.partials[0](2, 1))}."
    yield f"nabla J(2, 0.5) = {pair((first, second))}"


def gradient():
    first, second = gradient_of(VALLEY)(2, 0.5)
    steepest = show(np.hypot(first, second), 2)
    yield f"The direction {pair((second, -first))} does it: 4 · 10 − 10 · 4 = 0."
    yield f"sqrt{{{show(first)}^2 + {show(second)}^2}} = {steepest}."
    yield f"with slope −{steepest}."
    angle = float(np.degrees(np.arctan2(second, first)))
    yield f"the gradient lies at {show(angle, 1)}°"
    yield f"At {show(angle, 1)}° it is steepest. At {show(angle + 90, 1)}°, a right angle"
    yield f"At {show(angle + 180, 1)}° you go down"


def not_the_way():
    yield f"the two differ by {show(missed((2, 0.5)), 1)}°"
    for words, place in (
        ("on the floor of the valley", (2, 0)), ("just beside the floor", (2, 0.1)),
        ("up the slope", (2, 0.5)), ("straight above the ×", (0, 1)),
    ):  # fmt: skip
        down = pair(-np.array(gradient_of(VALLEY)(*place)))
        angle = show(missed(place), 1).removesuffix(".0")
        yield f"| {words} | {show(VALLEY(*place))} | {down} | {angle}° | [{pair(place)}]"
    around = np.radians(np.linspace(0, 90, 2001))
    worst = max(missed(place) for place in zip(np.cos(around), np.sin(around), strict=True))
    yield f"its opposite misses the minimum by up to {show(worst, 1)}°"
    assert missed_by((2, 1), gradient_of(SURFACES["bowl"])(2, 1), [(0, 0)]) == 0


def zigzag():
    theory = quadratic_theory(VALLEY)
    low, high = theory.curvatures
    yield f"The curvature is {show(low)} along θ_1 and {show(high)} along θ_2."
    rows = {
        0.02: "down to",
        0.05: "onto the floor",
        0.09: "zigzag",
        0.1: "from side",
        0.105: "leaves",
    }
    for alpha, words in rows.items():
        one, two = (show(round(float(factor), 9) + 0.0) for factor in theory.factors(alpha))
        yield f"| {show(alpha)} | {one} | {two} | {words}"
    yield f"α < 2/{show(high)} = {show(LIMIT)}."
    best = theory.best_learning_rate
    yield f"α = 2/({show(low)} + {show(high)}) = {show(best, 4)}"
    yield f"the factor is {show(1 - best * low, 3)}."
    yield f"{show(high)}/{show(low)} = {show(theory.condition_number)}, called the condition number"
    yield f"For a ratio of 1000 the best factor is {show(999 / 1001, 3)}."


def landscapes():
    goals = minima(HIMMELBLAU, VIEWS["himmelblau"].x, VIEWS["himmelblau"].y)
    assert len(goals) == 4
    assert max(HIMMELBLAU(*goal) for goal in goals) < 1e-15
    ends = []
    for start in ((0, 0), (-1, 0), (-1, -1), (0, -2)):
        end = run(HIMMELBLAU, start, 0.01).positions[-1]
        assert min(np.hypot(*np.subtract(end, goal)) for goal in goals) < 1e-3
        ends.append(end)
    yield f"from (0, 0) you end at {pair(ends[0].round(3))}. Start at [(−1, 0)]"
    yield f"and you end at {pair(ends[1], 3)}, from [(−1, −1)] at {pair(ends[2], 3)}"
    yield f"from [(0, −2)] at {pair(ends[3], 3)}"
    bent = run(ROSENBROCK, (-1.2, 1), 0.0016).values
    yield f"From (−1.2, 1) the cost drops from {show(bent[0], 1)} to {show(bent[5], 1)} in five"
    yield f"and to {show(bent[40], 1)} in the next thirty-five"


def totals():
    partial, other = gradient_of(PRODUCT)(1.5, 2.25)
    total, rate = total_derivative(PRODUCT, 1.5, FOLLOW), FOLLOW.derivative(1.5)
    product = partial * other * rate
    yield f"the thin one has slope {show(partial)}, the thick one {show(total)}."
    yield f"at 1.5 it is {show(product)} instead of {show(total)}."
    yield f"{show(partial)} That is the partial"
    yield f"{show(other * rate)} That is the second part alone"
    yield f"{show(other)} · {show(rate)}: what J gains because"
    second = f"{show(other)} · {show(rate)}"
    yield f"{show(total)} {show(partial)} because θ₁ moves, and {second} = {show(other * rate)}"
    yield f"because θ₂ follows. Together {show(total)}."
    yield f"{show(product)} That is the product of all the rates, {show(partial)} · {second}."
    yield f"has the slope {show(total)} there"
    yield f"One path alone gives {show(2 * 3)}, and 6 is wrong"
    raised = 3.001 + 3.001**2
    yield f"y at 3.001 is {show(raised)}, up from {show(3 + 3**2)}, "
    yield f"a rise of {show((raised - 12) / 0.001)} for each"
    yield f"x → p → y | 1 · 1 | 1 | | x → q → y | 2x · 1 | {2 * 3} |"
    yield f"both, added | | {1 + 2 * 3} |"


def exercises():
    yield f"-nabla J = {pair(-np.array(gradient_of(VALLEY)(1, 1)))}"
    tilt = float(np.degrees(np.arctan2(20, 2)))
    yield f"The first points {show(tilt, 1)}° below"
    yield f"they differ by {show(missed((1, 1)), 1)}°"
    yield f"- {show(tilt, 1)}°: this is the angle to"
    slope = RATIO["raw"].minimum[1]
    moved = LineCost(TEMPERATURES + 100, PRESSURES)
    yield f"θ_2 stays {show(moved.minimum[1], 4)}: the line"
    yield f"− 100 · {show(slope, 4)} = {show(moved.minimum[0], 2)}, because"
    before, after = (cost.condition_number / 1e6 for cost in (RATIO["raw"], moved))
    yield f"rises from {show(before, 0)} million to about {show(round(after, -1))} million"


def predictions():
    yield f"at your place they differ by {show(missed((2, 0.5)), 0)}°"
    one, two = 1 - 0.09 * np.array([2, 20])
    yield f"Each step multiplies θ₂ by {show(two)}, so it changes sides, and θ₁ by {show(one)}"
    yield f"for every α above {show(LIMIT)}: [α = 0.105]"


CHAPTER = (
    slices,
    gradient,
    not_the_way,
    zigzag,
    landscapes,
    totals,
    exercises,
    predictions,
    *claims_03_line.CHAPTER,
)
