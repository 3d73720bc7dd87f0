"""Exercises on backpropagation: the running example, and graphs in which paths meet."""

from ptcode.exercises.bank.backpropagation.graphs import GRAPHS
from ptcode.exercises.bank.backpropagation.running_example import RUNNING_EXAMPLE

EXERCISES = (*GRAPHS, *RUNNING_EXAMPLE)
