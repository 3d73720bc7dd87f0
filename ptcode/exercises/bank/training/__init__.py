"""Exercises on training a network: single steps, many steps, and flat ground."""

from ptcode.exercises.bank.training.rounds import ROUNDS
from ptcode.exercises.bank.training.steps import STEPS

EXERCISES = (*STEPS, *ROUNDS)
