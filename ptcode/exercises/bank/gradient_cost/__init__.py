"""Exercises on what a gradient costs: passes, time and memory."""

from ptcode.exercises.bank.gradient_cost.memory import MEMORY
from ptcode.exercises.bank.gradient_cost.passes import PASSES

EXERCISES = (*PASSES, *MEMORY)
