"""Measure the engine and print rows as JSON; run by autodiff.py with one thread."""

import json
import statistics
import sys
import time
import tracemalloc

import numpy as np

from ptcode.autodiff.backward import Variable, gradients
from ptcode.functions.catalogue import half_squared_error, sigmoid, sin
from ptcode.networks.layers import network
from ptcode.networks.losses import LOSSES
from tools.bench import _peers

SECONDS = float(sys.argv[1])
"""How long each contest lasts."""


def medians(functions):
    """Microseconds of processor time a call, the median of many; the functions take turns.

    Every call is timed alone, so that what another program interrupts is an outlier.
    """
    times = {name: [] for name in functions}
    for function in functions.values():
        function()
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        for name, function in functions.items():
            turn = time.monotonic() + 0.01
            while time.monotonic() < turn:
                started = time.process_time()
                function()
                times[name].append((time.process_time() - started) * 1e6)
    return {name: statistics.median(values) for name, values in times.items()}


def installed(make, *arguments):
    try:
        return make(*arguments)
    except ImportError:
        return None


def contest(sizes, points, large):
    """The peers' gradients of one network on random data, checked to be the same."""
    random = np.random.default_rng(0)
    hidden, output = ("relu", None) if large else ("tanh", "sigmoid")
    loss = "mean_softmax_cross_entropy" if large else "mean_half_squared_error"
    net = network(sizes, hidden, output, "he_normal", seed=0)
    X = random.normal(size=(sizes[0], points))
    Y = np.eye(sizes[-1])[random.integers(0, sizes[-1], points)].T
    if sizes[-1] == 1:
        Y = random.integers(0, 2, (1, points)).astype(float)
    by_hand = (_peers.numpy_large if large else _peers.numpy_small)(net, X, Y)
    functions = {
        "engine": _peers.engine(net, X, Y, loss),
        "NumPy by hand": by_hand,
        "HIPS autograd": installed(_peers.hips, net, X, Y, large),
        "PyTorch": installed(_peers.pytorch, net, X, Y, large),
    }
    functions = {name: function for name, function in functions.items() if function}
    for function in functions.values():
        for found, wanted in zip(function(), by_hand(), strict=True):
            np.testing.assert_allclose(np.asarray(found), wanted, rtol=1e-8, atol=1e-12)
    return functions


def contest_rows(sizes, points, large, limits):
    times = medians(contest(sizes, points, large))
    name = "-".join(map(str, sizes))
    own = times.pop("engine")
    for peer in ("NumPy by hand", "HIPS autograd", "PyTorch"):
        if peer in times:
            yield {
                "what": f"gradient of {name}, {points} points: engine / {peer}",
                "value": own / times[peer],
                "unit": "×",
                "limit": limits.get(peer),
                "note": f"{own:.0f} / {times[peer]:.0f} µs of processor time, one thread",
            }


def running_example():
    W1, W2 = Variable(0.8), Variable(-1.2)
    return gradients(half_squared_error(sigmoid(W2 * sigmoid(W1 * 1.5)), 1.0), [W1, W2])


def scalar_rows():
    np.testing.assert_allclose(running_example(), _peers.scalar_example(), rtol=1e-12)
    times = medians({"own": running_example, "scalar": _peers.scalar_example})
    own, scalar = times["own"], times["scalar"]
    yield {
        "what": "gradient of the 1-1-1 example: engine / scalar code like micrograd",
        "value": own / scalar,
        "unit": "×",
        "note": f"{own:.0f} / {scalar:.0f} µs: Python floats need no arrays",
    }


def difference_rows():
    """What a gradient costs in forward passes, where differences take two for every weight."""
    random = np.random.default_rng(1)
    for width in (1, 8, 30, 100, 315):
        net = network([width, width, 1], seed=0)
        X, Y = random.normal(size=(width, 20)), random.uniform(size=(1, 20))

        def forward(net=net, X=X, Y=Y):
            parameters = [Variable(array) for array in net.parameters]
            return LOSSES["mean_half_squared_error"](net.forward(parameters, X), Y)

        pair = {
            "forward": forward,
            "both": _peers.engine(net, X, Y, "mean_half_squared_error"),
        }
        times = medians(pair)
        passes = 2 * net.count
        yield {
            "what": f"gradient of {net.count} weights / one forward pass",
            "value": times["both"] / times["forward"],
            "unit": "×",
            "note": f"central differences: {passes} ×, {passes * times['forward'] / 1e6:.2g} s",
        }


def deep_rows(depth=100_000):
    tracemalloc.start()
    x = y = Variable(0.5)
    for _ in range(depth):
        y = sin(y)
    held = tracemalloc.get_traced_memory()[0]
    gradients(y, [x])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    yield {
        "what": f"memory of a chain {depth} deep, a value",
        "value": held / depth,
        "unit": "bytes",
        "note": f"{peak / depth:.0f} at the peak of the backward pass",
    }


def rows():
    ahead = {"HIPS autograd": 1.0, "PyTorch": 1.0}
    yield from contest_rows([2, 16, 16, 1], 100, False, {"NumPy by hand": 2.0} | ahead)
    yield from contest_rows([784, 128, 64, 10], 128, True, {"NumPy by hand": 1.15})
    yield from scalar_rows()
    yield from difference_rows()
    yield from deep_rows()


if __name__ == "__main__":
    print(json.dumps(list(rows())))
