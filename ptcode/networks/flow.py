"""How the size of the adjoint changes from layer to layer, measured in a network and predicted.

The network has layers of one width, biases 0: a_l = σ(z_l) with z_l = W_l a_{l−1}. Forwards go the
values, backwards ā_{l−1} = W_lᵀ δ_l with δ_l = ā_l ⊙ σ′(z_l). Both start with size 1, where the
*size* of a vector is its root mean square.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from ptcode.core.names import known_name
from ptcode.core.random import normals, uniforms
from ptcode.core.types import Array
from ptcode.core.validation import finite_number, whole_number
from ptcode.functions import activations, catalogue
from ptcode.functions.function import Function, u

DEPTHS, WIDTHS, SEEDS = (1, 50), (1, 32), (0, 2**32 - 1)
LARGEST = 100.0
"""The largest weight scale: beyond it fifty layers leave the finite numbers."""

ACTIVATIONS = {
    "sigmoid": catalogue.sigmoid,
    "tanh": catalogue.tanh,
    "relu": catalogue.relu,
    "linear": Function(u, name="linear"),
}
VARIANCES = {
    "equal": lambda width: 1.0,
    "normal": lambda width: 1.0,
    "xavier": lambda width: 2 / (width + width),
    "he": lambda width: 2 / width,
}
"""The variance of a weight for scale 1, fan-in and fan-out being the width."""

# The mean over a standard normal number, as a sum. The nodes 0.05·sinh(t) lie close around 0, where
# the slopes of saturating activations are.
_T = np.arange(0.5, 59) / 10
_POSITIVE = 0.05 * np.sinh(_T)
_NODES = np.concatenate([-_POSITIVE, _POSITIVE])
_SHARES = np.tile(0.005 * np.cosh(_T) * np.exp(-(_POSITIVE**2) / 2) / np.sqrt(2 * np.pi), 2)


@dataclass(frozen=True)
class Flow:
    """Sizes layer by layer: of the values a₀ … a_L, the slopes σ′(z₁) …, the adjoints ā₀ ….

    ``slopes[0]`` belongs to layer 1; the other two begin with the input, layer 0.
    """

    values: Array
    slopes: Array
    adjoints: Array

    @property
    def factor(self) -> float:
        """What one link multiplies the adjoint by, as the geometric mean over all links."""
        return float(self.adjoints[0] ** (1 / len(self.slopes)))


@dataclass(frozen=True)
class Setting:
    """A network's depth (links), width, activation, initialisation, weight scale and seed.

    ``equal`` takes W = scale·I, so that each node is a chain of its own; otherwise the weights are
    normal numbers with standard deviation scale·√VARIANCES.
    """

    depth: int = 30
    width: int = 16
    activation: str = "sigmoid"
    initialisation: str = "xavier"
    scale: float = 1.0
    seed: int = 1

    def __post_init__(self) -> None:
        whole_number(self.depth, "depth", *DEPTHS)
        whole_number(self.width, "width", *WIDTHS)
        known_name(self.activation, "activation", ACTIVATIONS)
        known_name(self.initialisation, "initialisation", VARIANCES)
        whole_number(self.seed, "seed", *SEEDS)
        require_scale(self.scale)

    @property
    def deviation(self) -> float:
        """The standard deviation of a weight (with ``equal``: the weight)."""
        return float(self.scale * np.sqrt(VARIANCES[self.initialisation](self.width)))

    @property
    def matrices(self) -> list[Array]:
        """W₁ … W_L, each of shape (width, width)."""
        n, blocks = self.width, _draws(self.seed)[1]
        if self.initialisation == "equal":
            blocks = np.broadcast_to(np.eye(n), (self.depth, n, n))
        return [self.deviation * block[:n, :n] for block in blocks[: self.depth]]

    @property
    def ends(self) -> tuple[Array, Array]:
        """The input a₀ and the adjoint ā_L of the output, each of size 1."""
        first, last = _draws(self.seed)[0][:, : self.width]
        return kept(first / size(first)), last / size(last)


def measure(setting: Setting) -> Flow:
    """One forward and one backward pass through a random network.

    >>> flow = measure(Setting(50, 1, "linear", "equal", 0.5))
    >>> float(flow.adjoints[0]) == 0.5**50
    True
    """
    activation, slope = functions_of(setting.activation)
    (value, adjoint), matrices = setting.ends, setting.matrices
    values, slopes = [value], []
    for matrix in matrices:
        z = kept(matrix @ values[-1])
        values.append(kept(activation(z)))
        slopes.append(slope(z))
    adjoints = [adjoint]
    for matrix, local in zip(matrices[::-1], slopes[::-1], strict=True):
        adjoints.append(matrix.T @ (adjoints[-1] * local))
    return Flow(*(np.array([size(v) for v in layer]) for layer in (values, slopes, adjoints[::-1])))


def predict(setting: Setting) -> Flow:
    """What to expect, without drawing a weight.

    Between layers so wide that every z is normal with mean 0, one link multiplies the mean square
    of the adjoint by n·τ²·E[σ′(z)²], τ² being the variance of a weight, and the variance of z is
    n·τ²·E[a²] (Poole and others 2016; Schoenholz and others 2017). For ``equal`` it is the bound:
    the scale times the steepest slope, link by link.
    """
    depth = setting.depth
    if setting.initialisation == "equal":
        slopes = np.full(depth, steepest(setting.activation))
        return Flow(np.full(depth + 1, np.nan), slopes, _backwards(slopes * setting.scale))
    activation, slope = functions_of(setting.activation)
    gain = setting.width * setting.deviation**2
    squares, steepness = [1.0], []
    for _ in range(depth):
        z = np.sqrt(gain * squares[-1]) * _NODES
        squares.append(float(_SHARES @ activation(z) ** 2))
        steepness.append(float(np.sqrt(_SHARES @ slope(z) ** 2)))
    slopes = np.array(steepness)
    return Flow(np.sqrt(squares), slopes, _backwards(slopes * np.sqrt(gain)))


@cache
def functions_of(name: str) -> tuple[Function, Function]:
    """An activation and its derivative."""
    function = ACTIVATIONS[name]
    # 1 − tanh² loses every digit far from 0, where it matters here; this form keeps them.
    form = Function(2 * activations.sigmoid(2 * u) - 1) if name == "tanh" else function
    return function, form.derivative


@lru_cache(maxsize=8)
def steepest(name: str) -> float:
    """The largest slope of an activation.

    >>> steepest("sigmoid")
    0.25
    """
    return float(functions_of(name)[1](np.linspace(-5, 5, 1001)).max())


def size(vector: Array) -> float:
    """The root mean square of the entries."""
    return float(np.sqrt(np.mean(np.square(vector))))


def kept(values: Array) -> Array:
    """The values to 20 binary digits, six decimal ones (Veltkamp's splitting).

    Where adjoints explode, so do differences between the values: the last digit of an ``exp`` that
    two machines round differently would fill the picture after fifty layers. It is dropped here.
    """
    far = values * (2.0**33 + 1)
    return far - (far - values)


def require_scale(value: float) -> float:
    """``value`` if it may multiply the weights, or a ValueError."""
    if not 0 < finite_number(value, "scale") <= LARGEST:
        raise ValueError(f"scale must be above 0 and at most {LARGEST:g}, got {value}")
    return float(value)


def _backwards(factors: Array) -> Array:
    """The adjoints from the input on, when link l multiplies by factors[l − 1]."""
    return np.append(np.cumprod(factors[::-1])[::-1], 1.0)


@lru_cache(maxsize=8)
def _draws(seed: int) -> tuple[Array, Array]:
    """The ends (2, 32) and one block (32, 32) of normal numbers for every layer, from a seed.

    Narrower layers take the corner of their block, so that neither depth nor width redraws it.
    """
    draw, most = normals(uniforms(seed)), WIDTHS[1]
    count = 2 * most + DEPTHS[1] * most**2
    numbers = kept(np.array([draw() for _ in range(count)]))
    return numbers[: 2 * most].reshape(2, most), numbers[2 * most :].reshape(-1, most, most)
