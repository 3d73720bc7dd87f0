"""Exercises on fitting a line: errors and cost, then its slopes."""

from ptcode.exercises.bank.fitting_a_line.errors import BEST, COST, ERROR, GROW, UNITS
from ptcode.exercises.bank.fitting_a_line.slopes import PARTIALS, SQUARE, STEP, UPDATE

EXERCISES = (
    ERROR,
    COST,
    GROW,
    STEP,
    SQUARE,
    PARTIALS,
    UPDATE,
    UNITS,
    BEST,
)
