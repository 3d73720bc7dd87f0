"""Dense networks: layers z = Wa + b with an activation after each, their files, their training."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from ptcode.autodiff.backward import Variable, affine
from ptcode.core.generators import Generator, generator
from ptcode.core.names import known_name
from ptcode.core.types import Array, ArrayLike
from ptcode.core.validation import finite_array, whole_number
from ptcode.functions.catalogue import ACTIVATIONS
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function
from ptcode.networks.initialisations import INITIALISATIONS


@dataclass(frozen=True)
class Network:
    """The parameters W₁, b₁, W₂, b₂, … and the functions between them.

    W_l has shape (nodes, nodes before), b_l (nodes, 1). ``hidden`` follows every layer but the
    last, ``output`` the last; None leaves its weighted inputs as they are.
    """

    parameters: tuple[Array, ...]
    hidden: Function
    output: Function | None

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of inputs, then of nodes layer by layer."""
        weights = self.parameters[::2]
        return (weights[0].shape[1], *(w.shape[0] for w in weights))

    @property
    def count(self) -> int:
        """The number of weights and biases together."""
        return sum(array.size for array in self.parameters)

    @property
    def vector(self) -> Array:
        """All parameters as one vector θ, in order."""
        return np.concatenate([array.ravel() for array in self.parameters])

    def with_vector(self, theta: Array) -> Network:
        """The same network with the parameters θ, a vector of shape (count,)."""
        ends = np.cumsum([array.size for array in self.parameters])
        pieces = np.split(theta, ends[:-1])
        shapes = [array.shape for array in self.parameters]
        arrays = tuple(p.reshape(s) for p, s in zip(pieces, shapes, strict=True))
        return replace(self, parameters=arrays)

    def forward(self, parameters: Sequence[Variable], columns: Array) -> Variable:
        """The last layer for inputs of shape (inputs, points), traced through the parameters."""
        inputs: Variable | Array = columns
        last = len(parameters) - 2
        for layer in range(0, len(parameters), 2):
            signal = affine(parameters[layer], inputs, parameters[layer + 1])
            activation = self.hidden if layer < last else self.output
            if activation is not None:
                signal = activation(signal)
            inputs = signal
        return signal

    def __call__(self, points: ArrayLike) -> Array:
        """The predictions (points, outputs) for points of shape (points, inputs).

        >>> network([2, 3, 1], seed=1)([[0.0, 0.0], [1.0, 0.0]]).shape
        (2, 1)
        """
        with np.errstate(all="ignore"):
            parameters = [Variable(array) for array in self.parameters]
            return np.asarray(self.forward(parameters, self.columns(points)).value).T

    def columns(self, points: ArrayLike) -> Array:
        """Points (points, inputs) as columns (inputs, points), or an error if they do not fit."""
        points = finite_array(points, "points")
        if points.ndim != 2 or points.shape[1] != self.sizes[0]:
            raise ValueError(
                f"points must have shape (points, {self.sizes[0]}), got {points.shape}"
                + (": for one point write [point]" if points.ndim == 1 else "")
            )
        return points.T

    def save(self, path: str | Path) -> None:
        """Write the parameters to an .npz file, by the names W1, b1, W2, …."""
        arrays: dict[str, Any] = dict(zip(self._names(), self.parameters, strict=True))
        np.savez(_npz(path), **arrays)

    def load(self, path: str | Path) -> Network:
        """This network with the parameters of a file; ValueError if the file does not fit."""
        try:
            with np.load(_npz(path), allow_pickle=False) as file:
                found = {name: file[name] for name in file.files}
        except (zipfile.BadZipFile, ValueError, EOFError) as problem:
            raise ValueError(f"{path} is not a file of parameters: {problem}") from None
        names = self._names()
        if sorted(found) != sorted(names):
            raise ValueError(f"{path} holds {sorted(found)}, this network needs {sorted(names)}")
        arrays = []
        for name, own in zip(names, self.parameters, strict=True):
            array = finite_array(found[name], f"{name} in {path}")
            if array.shape != own.shape:
                raise ValueError(
                    f"{name} in {path} has shape {array.shape}, this network of sizes "
                    f"{self.sizes} needs {own.shape}"
                )
            arrays.append(array)
        return replace(self, parameters=tuple(arrays))

    def __repr__(self) -> str:
        output = self.output.name if self.output else "none"
        sizes = "-".join(map(str, self.sizes))
        return f"Network {sizes}, {self.hidden.name} then {output}, {self.count} parameters"

    def _names(self) -> list[str]:
        return [f"{kind}{layer + 1}" for layer in range(len(self.sizes) - 1) for kind in "Wb"]


def network(
    sizes: Sequence[int],
    hidden: str | Function = "tanh",
    output: str | Function | None = "sigmoid",
    initialisation: str = "glorot_uniform",
    seed: int | Generator = 0,
) -> Network:
    """A network of the given sizes, inputs first, with random weights and biases 0.

    ``seed`` may be a generator, to draw the weights from it, layer by layer and row by row.

    >>> network([2, 16, 16, 1])
    Network 2-16-16-1, tanh then sigmoid, 337 parameters
    """
    if not isinstance(sizes, Iterable) or isinstance(sizes, str):
        raise TypeError(
            "sizes must be a list, the inputs first, then the units of each layer, as in "
            f"network([2, 8, 1]), got {type(sizes).__name__} {sizes!r}"
        )
    sizes = [whole_number(size, f"sizes[{i}]", 1) for i, size in enumerate(sizes)]
    if len(sizes) < 2:
        raise ValueError(f"sizes must name the inputs and at least one layer, got {sizes}")
    random = generator(seed)
    start = INITIALISATIONS[known_name(initialisation, "initialisation", INITIALISATIONS)]
    parameters = []
    for before, after in pairwise(sizes):
        parameters += [start(after, before, random), np.zeros((after, 1))]
    hidden = function_of(hidden, ACTIVATIONS, "hidden, an activation,")
    if output is not None:
        output = function_of(output, ACTIVATIONS, "output, an activation or None,")
    return Network(tuple(parameters), hidden, output)


def _npz(file: str | Path) -> Path:
    path = Path(file)
    if path.suffix != ".npz":
        raise ValueError(f"parameters are kept in a file named ….npz, got {path.name}")
    return path
