"""Exercises on derivatives: slopes and secants, then the rules."""

from ptcode.exercises.bank.derivatives.rules import CUBIC, FLAT, PRODUCT, STEEPER
from ptcode.exercises.bank.derivatives.slopes import MEANING, ROAD, SECANT, SLOPE

EXERCISES = (
    SLOPE,
    MEANING,
    SECANT,
    CUBIC,
    ROAD,
    PRODUCT,
    FLAT,
    STEEPER,
)
