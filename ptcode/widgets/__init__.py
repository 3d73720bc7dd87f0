"""The live figures of the book."""

from ptcode.widgets.derivation import DerivationStepper
from ptcode.widgets.descent import DescentExplorer
from ptcode.widgets.machine import FunctionMachine
from ptcode.widgets.numberlines import NumberLines
from ptcode.widgets.question import Question
from ptcode.widgets.regression import RegressionExplorer
from ptcode.widgets.sorting import SortingGame
from ptcode.widgets.surface import SurfaceExplorer
from ptcode.widgets.tangent import TangentExplorer

__all__ = [
    "DerivationStepper",
    "DescentExplorer",
    "FunctionMachine",
    "NumberLines",
    "Question",
    "RegressionExplorer",
    "SortingGame",
    "SurfaceExplorer",
    "TangentExplorer",
]
