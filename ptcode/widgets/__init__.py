"""The live figures of the book."""

from ptcode.widgets.batches import BatchNoise
from ptcode.widgets.clinic import Clinic
from ptcode.widgets.cut import CutSurface
from ptcode.widgets.derivation import DerivationStepper
from ptcode.widgets.descent import DescentExplorer
from ptcode.widgets.exercise import ExerciseFigure
from ptcode.widgets.flow import GradientFlow
from ptcode.widgets.graph import GraphStepper
from ptcode.widgets.machine import FunctionMachine
from ptcode.widgets.method import OneOptimiser
from ptcode.widgets.modes import TwoModes
from ptcode.widgets.nesting import NestedGraphs
from ptcode.widgets.numberlines import NumberLines
from ptcode.widgets.paths import PathCounter
from ptcode.widgets.practice import Practice
from ptcode.widgets.question import Question
from ptcode.widgets.race import OptimiserRace
from ptcode.widgets.rectangle import ProductRectangle
from ptcode.widgets.regression import RegressionExplorer
from ptcode.widgets.rounds import Rounds
from ptcode.widgets.sorting import SortingGame
from ptcode.widgets.surface import SurfaceExplorer
from ptcode.widgets.tangent import TangentExplorer
from ptcode.widgets.trainer import NetworkTrainer
from ptcode.widgets.training import TrainingView
from ptcode.widgets.units import UnitDiagram
from ptcode.widgets.zoom import ZoomExplorer

__all__ = [
    "BatchNoise",
    "Clinic",
    "CutSurface",
    "DerivationStepper",
    "DescentExplorer",
    "ExerciseFigure",
    "FunctionMachine",
    "GradientFlow",
    "GraphStepper",
    "NestedGraphs",
    "NetworkTrainer",
    "NumberLines",
    "OneOptimiser",
    "OptimiserRace",
    "PathCounter",
    "Practice",
    "ProductRectangle",
    "Question",
    "RegressionExplorer",
    "Rounds",
    "SortingGame",
    "SurfaceExplorer",
    "TangentExplorer",
    "TrainingView",
    "TwoModes",
    "UnitDiagram",
    "ZoomExplorer",
]
