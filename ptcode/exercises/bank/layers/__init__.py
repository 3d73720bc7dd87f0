"""Exercises on layers as matrices: forwards and shapes, then backwards."""

from ptcode.exercises.bank.layers.backwards import BACKWARDS
from ptcode.exercises.bank.layers.forwards import FORWARDS

EXERCISES = (*FORWARDS, *BACKWARDS)
