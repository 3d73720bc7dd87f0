"""The exercises of the book: the bank, the kinds, and what the browser needs of them."""

from ptcode.exercises.bank import find
from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.exercises.cards import Card, all_cards
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.texts import number

__all__ = [
    "Blank",
    "Bug",
    "BugExercise",
    "Card",
    "ChoiceExercise",
    "DerivativeExercise",
    "Exercise",
    "FillExercise",
    "NumberExercise",
    "OrderExercise",
    "all_cards",
    "exercise_data",
    "find",
    "number",
]
