"""Exercises on what a gradient costs."""

from ptcode.exercises.kinds import Exercise

EXERCISES: tuple[Exercise, ...] = ()
