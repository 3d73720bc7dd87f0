"""Exercises on gradient descent: its steps, and how large the learning rate may be."""

from ptcode.exercises.bank.gradient_descent.learning_rates import CRITICAL, NEAREST, REGIME, SUM
from ptcode.exercises.bank.gradient_descent.steps import BACK, DOES, FILLED, STEP, THREE

EXERCISES = (
    STEP,
    FILLED,
    DOES,
    REGIME,
    THREE,
    NEAREST,
    CRITICAL,
    SUM,
    BACK,
)
