"""The Chain Rule, Live: the mathematics of the book. Figures are in ``ptcode.widgets``.

Every function is defined once, as a SymPy expression (``Function``, ``catalogue``); the engine
(``Variable``, ``gradients``) holds the chain rule and nothing else.
"""

from ptcode import catalogue
from ptcode.autodiff import Variable, affine, concatenate, gradients
from ptcode.batches import batches, stochastic
from ptcode.chain_rule import differentiate, local_derivative
from ptcode.checks import (
    GradientCheck,
    central_difference,
    complex_step,
    forward_difference,
    gradient_check,
    numerical_gradient,
)
from ptcode.composites import decompose
from ptcode.data import circles, spiral, two_moons, xor
from ptcode.descent import Path, Regime, gradient_descent, quadratic_regime
from ptcode.diagnosis import Diagnosis, diagnose, diagnosis_table
from ptcode.experiments import Experiment, experiment
from ptcode.functions import Function
from ptcode.generators import SharedRandom
from ptcode.graphs import graph
from ptcode.initialisations import INITIALISATIONS
from ptcode.losses import LOSSES
from ptcode.mistakes import MISTAKES, Mistake, confusable
from ptcode.networks import Network, network
from ptcode.optimisers import Adam, GradientDescent, Momentum, Nesterov, RMSProp, steps
from ptcode.problems import ChainProblem, PathsProblem, WeightProblem, problem
from ptcode.quadratics import QuadraticTheory, quadratic_theory
from ptcode.running_example import RunningExample
from ptcode.tracks import Track, descend
from ptcode.training import Training, train
from ptcode.tree_check import check_tree
from ptcode.trees import from_tree, to_tree
from ptcode.working import Working, show_working

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
    "steps",
    "stochastic",
    "to_tree",
    "train",
    "two_moons",
    "xor",
]
