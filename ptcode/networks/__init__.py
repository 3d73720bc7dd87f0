"""Networks: layers, losses, starts, training, data, the running example, gradient flow."""

from ptcode.networks.data import circles, spiral, two_moons, xor
from ptcode.networks.experiments import Experiment, experiment
from ptcode.networks.flow import Flow, Setting, measure, predict
from ptcode.networks.initialisations import INITIALISATIONS
from ptcode.networks.layers import Network, network
from ptcode.networks.losses import LOSSES, mean_half_squared_error
from ptcode.networks.running_example import RunningExample
from ptcode.networks.training import Training, train
from ptcode.networks.units import Pass, passes

__all__ = [
    "INITIALISATIONS",
    "LOSSES",
    "Experiment",
    "Flow",
    "Network",
    "Pass",
    "RunningExample",
    "Setting",
    "Training",
    "circles",
    "experiment",
    "mean_half_squared_error",
    "measure",
    "network",
    "passes",
    "predict",
    "spiral",
    "train",
    "two_moons",
    "xor",
]
