"""How often a function is run for its gradient: finite differences, forward and reverse mode."""

from sympy import Rational

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import k, m, n, q, t
from ptcode.exercises.texts import number, pick
from ptcode.functions.activations import step

_BACKWARD = Rational(3, 2)
"""The operations of a backward pass for one operation of the forward pass."""

_NUDGES = NumberExercise(
    slug="passes-of-finite-differences",
    topic="gradient-cost",
    level=1,
    prompt=(
        f"A network has {number(n)} weights. You estimate its gradient by one-sided "
        "differences: nudge one weight, run the network, compare with the cost without a nudge, "
        "go on to the next weight. How many forward passes does that take?"
    ),
    answer=n + 1,
    tolerance=1e-6,
    parameters={"n": (12, 30, 75, 400, 2500)},
    wrong={
        "other: The pass without a nudge is missing. It is run once, for all weights.": n,
        "other: That is for central differences, with a nudge to both sides.": (2 * n, 2 * n + 1),
        "other: That is for a single weight.": 2,
    },
    hints=("One pass for each weight. Which one more do all of them need?",),
    solution=(
        f"{number(n)} passes with a nudge and one without, which serves all the differences: "
        f"{number(n + 1)}.",
    ),
)
_SPEED = NumberExercise(
    slug="how-much-faster-backwards",
    topic="gradient-cost",
    level=2,
    prompt=(
        f"A network has {number(n)} weights. Its backward pass takes {number(_BACKWARD)} times as "
        "long as its forward pass. How many times as long as backpropagation (forward and backward "
        "pass together) do one-sided differences take?"
    ),
    answer=(n + 1) / (1 + _BACKWARD),
    parameters={"n": (499, 1999, 74, 9)},
    wrong={
        "other: The forward pass belongs to backpropagation too: together 2.5 of them.": (n + 1)
        / _BACKWARD,
        "other: That is how many forward passes the differences take. Divide by what "
        "backpropagation takes.": n + 1,
        "other: You divided the other way round.": (1 + _BACKWARD) / (n + 1),
        "other: That is for central differences, with two passes for each weight.": 2
        * n
        / (1 + _BACKWARD),
    },
    hints=(
        "Count both in forward passes.",
        f"The differences take {number(n + 1)} forward passes, backpropagation as long as "
        f"{number(1 + _BACKWARD)} of them.",
    ),
    solution=(
        f"{number(n + 1)}/{number(1 + _BACKWARD)} = {number((n + 1) / (1 + _BACKWARD))} times as "
        "long. With ten times the weights it is about ten times that.",
    ),
)
_MINUTES = NumberExercise(
    slug="minutes-of-nudging",
    topic="gradient-cost",
    level=2,
    prompt=(
        f"One forward pass takes {number(t)} ms, and the network has {number(n)} weights. How "
        "many *minutes* do central differences (a nudge to either side) take for one gradient?"
    ),
    answer=2 * n * t / 60000,
    parameters={"n": (30000, 90000, 150000), "t": (2, 4, 10)},
    wrong={
        "other: Central differences nudge every weight to both sides: two passes each.": n
        * t
        / 60000,
        "other: Those are seconds.": 2 * n * t / 1000,
        "other: Those are milliseconds.": 2 * n * t,
        "other: Those are hours.": 2 * n * t / 3600000,
    },
    hints=(
        f"How many passes are it? Two for each of {number(n)} weights.",
        f"{number(2 * n)} passes of {number(t)} ms; a minute has 60000 ms.",
    ),
    solution=(
        f"{number(2 * n)} passes of {number(t)} ms are {number(2 * n * t / 1000)} s, or "
        f"{number(2 * n * t / 60000)} minutes. Backpropagation takes some "
        f"{number(t * (1 + _BACKWARD))} ms.",
    ),
)
_MODES = FillExercise(
    slug="passes-of-two-modes",
    topic="gradient-cost",
    level=2,
    prompt=(
        f"A function has {number(n)} inputs and {number(m)} outputs. You want the derivative of "
        "every output with respect to every input. Forward mode carries the derivatives with "
        "respect to one input along with the values; reverse mode carries the adjoints of one "
        "output back. Fill in the counts."
    ),
    parameters={"n": (3, 40, 8), "m": (5, 2, 60)},
    blanks=(
        Blank(
            "q",
            "derivatives in all",
            n * m,
            wrong={"other: There is one for each pair of an input and an output.": (n + m, n, m)},
        ),
        Blank(
            "r",
            "sweeps in forward mode",
            n,
            wrong={
                "other: That is the count of reverse mode: one sweep for each output.": m,
                "other: One sweep in forward mode gives the derivatives of all outputs.": n * m,
            },
        ),
        Blank(
            "t",
            "sweeps in reverse mode",
            m,
            wrong={
                "other: That is the count of forward mode: one sweep for each input.": n,
                "other: One reverse sweep gives the derivatives with respect to all inputs.": n * m,
                "other: That is right for a function with one output, such as a cost.": 1,
            },
        ),
    ),
    hints=(
        "What does one sweep in forward mode begin with: an input, or an output?",
        "Forward mode begins at one input and reaches every output. Reverse mode begins at one "
        "output and reaches every input.",
    ),
    solution=(
        f"{number(n)}·{number(m)} = {number(n * m)} derivatives.",
        f"Forward mode: one sweep for each input, {number(n)}. Reverse mode: one sweep for "
        f"each output, {number(m)}.",
        "A cost is a single output. So its whole gradient takes one reverse sweep.",
    ),
)
_WHICH = ChoiceExercise(
    slug="forward-or-reverse",
    topic="gradient-cost",
    level=2,
    prompt=(
        f"A program turns {number(n)} numbers into {number(m)}. You want the derivative of every "
        "output with respect to every input. Which way takes the fewest sweeps?"
    ),
    parameters={"n": (2, 5, 300, 1000), "m": (4, 12, 600)},
    values={"k": step(n - m), "t": n + k * (m - n), "q": n + m - t},
    choices=[
        (
            pick(k, "Reverse", "Forward") + f" mode: {number(q)} sweeps.",
            "It works, but one sweep serves a single " + pick(k, "output", "input") + " only.",
        ),
        (
            pick(k, "Forward", "Reverse") + f" mode: {number(t)} sweeps.",
            "One sweep for each " + pick(k, "input", "output") + ", and of those there are fewer.",
            True,
        ),
        (
            pick(k, "Forward", "Reverse") + " mode: 1 sweep.",
            "One sweep would do if there were a single " + pick(k, "input", "output") + ".",
        ),
        (
            f"Finite differences: {number(n + 1)} forward passes.",
            "Forward mode takes one sweep less than that, and is exact.",
        ),
    ],
    hints=("Forward mode: one sweep for each input. Reverse mode: one for each output.",),
    solution=(
        f"Forward mode takes {number(n)} sweeps, reverse mode {number(m)}. A network's cost is one "
        "output of many weights, so there it is reverse mode that wins.",
    ),
)
_RANKED = OrderExercise(
    slug="cheapest-first",
    topic="gradient-cost",
    level=1,
    prompt=f"A network with {number(n)} weights. Put these in order, the cheapest first.",
    parameters={"n": (50, 200, 1000, 7500)},
    items=(
        "the cost, without any gradient",
        "the gradient by backpropagation",
        f"the gradient by {number(n)} one-sided differences",
        f"the gradient by {number(n)} central differences",
    ),
    wrong={
        "other: Backpropagation is no shortcut round the forward pass: it begins with one.": (
            1,
            0,
            2,
            3,
        ),
        "other: A central difference runs the network twice for each weight, a one-sided "
        "difference once.": (0, 1, 3, 2),
    },
    hints=("Count forward passes. Backpropagation is worth two or three of them, always.",),
    solution=(f"In forward passes: 1, then 2 to 3, then {number(n + 1)}, then {number(2 * n)}.",),
)
PASSES = (_NUDGES, _RANKED, _MODES, _WHICH, _SPEED, _MINUTES)
