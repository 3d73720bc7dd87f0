"""Exercises on optimisers: gradients with noise, and what a rule makes of them."""

from ptcode.exercises.bank.optimisers.bugs import ADAM
from ptcode.exercises.bank.optimisers.noise import NOISE
from ptcode.exercises.bank.optimisers.rules import RULES

EXERCISES = (*NOISE, *RULES, ADAM)
