"""The misconceptions of the book as one table, the diagnosis made of it, and the bug lab."""

from ptcode.mistakes.bug_lab import examine
from ptcode.mistakes.clinic import CLINIC
from ptcode.mistakes.diagnosis import Diagnosis, diagnose
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.network import wrong_numbers

__all__ = [
    "CLINIC",
    "MISTAKES",
    "Diagnosis",
    "Mistake",
    "diagnose",
    "examine",
    "wrong_numbers",
]
