"""Code for the reader to complete: stubs, a check that names the slip, and one solution of each."""

from ptcode.exercises.code.bank import TASKS
from ptcode.exercises.code.checking import check, solution
from ptcode.exercises.code.report import Report
from ptcode.exercises.code.task import Slip, Task

__all__ = ["TASKS", "Report", "Slip", "Task", "check", "solution"]
