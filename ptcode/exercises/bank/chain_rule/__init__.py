"""Exercises on the chain rule: typed, then link by link."""

from ptcode.exercises.bank.chain_rule.links import BALLOON, FACTORS, FOUR, THREE
from ptcode.exercises.bank.chain_rule.typed import BELL, COSINE, DECAY, SINE, TABLE

EXERCISES = (
    BALLOON,
    SINE,
    COSINE,
    FOUR,
    FACTORS,
    TABLE,
    BELL,
    THREE,
    DECAY,
)
