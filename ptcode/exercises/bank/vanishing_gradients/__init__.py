"""Exercises on vanishing and exploding gradients: what depth does, and what helps."""

from ptcode.exercises.bank.vanishing_gradients.depth import DEPTH
from ptcode.exercises.bank.vanishing_gradients.remedies import REMEDIES

EXERCISES = (*DEPTH, *REMEDIES)
