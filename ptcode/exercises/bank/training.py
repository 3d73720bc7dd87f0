"""Exercises on training a network: one step after another."""

from ptcode.exercises.kinds import (
    NumberExercise,
)
from ptcode.exercises.symbols import (
    g,
    r,
    v,
)
from ptcode.exercises.texts import number

_UPDATE = NumberExercise(
    slug="one-step-of-a-weight",
    topic="training",
    level=1,
    prompt=f"W₂ = {number(v)}, ∂J/∂W₂ = {number(g)}, α = {number(r)}. What is W₂ after one step?",
    answer=v - r * g,
    tolerance=1e-3,
    parameters={"v": (-1.2, 0.8, 1.5), "g": (-0.5, 0.4, -0.3), "r": (0.5, 2)},
    wrong={
        "lost-sign": v + r * g,
        "other: The step is α times the derivative.": v - g,
        "other: That is the step; add it to W₂.": -r * g,
        "other: Both signs are lost.": -v - r * g,
    },
    hints=("W := W − α·∂J/∂W.",),
    solution=(f"{number(v)} − {number(r)}·({number(g)}) = {number(v - r * g)}.",),
)

EXERCISES = (_UPDATE,)
