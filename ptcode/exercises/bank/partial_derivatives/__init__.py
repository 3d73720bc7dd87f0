"""Exercises on partial derivatives: held parameters, then the gradient."""

from ptcode.exercises.bank.partial_derivatives.gradients import BOTH, FAR, LONG, POINTS, VALLEY
from ptcode.exercises.bank.partial_derivatives.slices import GRADIENT, MEASURED, SLICE, WALK

EXERCISES = (
    POINTS,
    SLICE,
    GRADIENT,
    WALK,
    BOTH,
    MEASURED,
    VALLEY,
    FAR,
    LONG,
)
