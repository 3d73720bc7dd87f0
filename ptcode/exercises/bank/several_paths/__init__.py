"""Exercises on several paths: along them and over them, then where they meet."""

from ptcode.exercises.bank.several_paths.along_and_over import (
    FILLED,
    PATHS,
    PRODUCT,
    QUOTIENT,
    TOTAL,
)
from ptcode.exercises.bank.several_paths.meetings import LARGEST, MANY, MEETING, RECTANGLE

EXERCISES = (
    PATHS,
    RECTANGLE,
    TOTAL,
    PRODUCT,
    FILLED,
    MEETING,
    LARGEST,
    MANY,
    QUOTIENT,
)
