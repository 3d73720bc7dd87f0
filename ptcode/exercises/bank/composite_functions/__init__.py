"""Exercises on composite functions: inner and outer, then machines in a row."""

from ptcode.exercises.bank.composite_functions.inner_and_outer import (
    DOMAIN,
    HEATING,
    NOT_COMPOSITE,
    OUTER,
    VALUE,
    WHICH,
)
from ptcode.exercises.bank.composite_functions.machines import MACHINES, NETWORK, THROUGH

EXERCISES = (
    OUTER,
    VALUE,
    MACHINES,
    THROUGH,
    HEATING,
    NOT_COMPOSITE,
    NETWORK,
    WHICH,
    DOMAIN,
)
