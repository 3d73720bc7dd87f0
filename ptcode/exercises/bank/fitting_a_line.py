"""Exercises on fitting a line: a cost of two parameters."""

from ptcode.exercises.kinds import Exercise

EXERCISES: tuple[Exercise, ...] = ()
