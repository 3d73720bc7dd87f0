"""The Chain Rule, Live: the mathematics of the book. Figures are in ``ptcode.widgets``.

Every function is defined once, as a SymPy expression (``Function``, ``catalogue``); the engine
(``Variable``, ``gradients``) holds the chain rule and nothing else.
"""

from ptcode.autodiff.backward import Variable, affine, concatenate, gradients, stack
from ptcode.autodiff.checks import (
    GradientCheck,
    central_difference,
    complex_step,
    forward_difference,
    gradient_check,
    numerical_gradient,
)
from ptcode.autodiff.graph.export import graph
from ptcode.core.generators import SharedRandom
from ptcode.descent.batches import batches, stochastic
from ptcode.descent.descent import Path, Regime, gradient_descent, quadratic_regime
from ptcode.descent.optimisers import Adam, GradientDescent, Momentum, Nesterov, RMSProp, steps
from ptcode.descent.quadratics import QuadraticTheory, quadratic_theory
from ptcode.descent.tracks import Track, descend
from ptcode.functions import catalogue
from ptcode.functions.chain_rule import differentiate, local_derivative
from ptcode.functions.composition import decompose
from ptcode.functions.function import Function
from ptcode.functions.tree import check_tree, from_tree, to_tree
from ptcode.functions.working import Working, show_working
from ptcode.mistakes.diagnosis import Diagnosis, diagnose, diagnosis_table
from ptcode.mistakes.mistakes import MISTAKES, Mistake, confusable
from ptcode.mistakes.problems import ChainProblem, PathsProblem, WeightProblem, problem
from ptcode.networks.data import circles, spiral, two_moons, xor
from ptcode.networks.experiments import Experiment, experiment
from ptcode.networks.initialisations import INITIALISATIONS
from ptcode.networks.losses import LOSSES
from ptcode.networks.network import Network, network
from ptcode.networks.running_example import RunningExample
from ptcode.networks.training import Training, train

__all__ = [
    "INITIALISATIONS",
    "LOSSES",
    "MISTAKES",
    "Adam",
    "ChainProblem",
    "Diagnosis",
    "Experiment",
    "Function",
    "GradientCheck",
    "GradientDescent",
    "Mistake",
    "Momentum",
    "Nesterov",
    "Network",
    "Path",
    "PathsProblem",
    "QuadraticTheory",
    "RMSProp",
    "Regime",
    "RunningExample",
    "SharedRandom",
    "Track",
    "Training",
    "Variable",
    "WeightProblem",
    "Working",
    "affine",
    "batches",
    "catalogue",
    "central_difference",
    "check_tree",
    "circles",
    "complex_step",
    "concatenate",
    "confusable",
    "decompose",
    "descend",
    "diagnose",
    "diagnosis_table",
    "differentiate",
    "experiment",
    "forward_difference",
    "from_tree",
    "gradient_check",
    "gradient_descent",
    "gradients",
    "graph",
    "local_derivative",
    "network",
    "numerical_gradient",
    "problem",
    "quadratic_regime",
    "quadratic_theory",
    "show_working",
    "spiral",
    "stack",
    "steps",
    "stochastic",
    "to_tree",
    "train",
    "two_moons",
    "xor",
]
