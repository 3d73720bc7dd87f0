"""What an optimiser remembers: each step of a track taken apart again, into what made it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ptcode.core.types import Array
from ptcode.descent.optimisers import RULES, Adam, GradientDescent, Memory, Momentum, RMSProp
from ptcode.descent.tracks import Track
from ptcode.functions.function import Function


@dataclass(frozen=True)
class Step:
    """From one position to the next, each array with an entry for each parameter.

    ``at`` is where the ``gradient`` was asked for, ``memory`` what is remembered after the step
    (nothing by gradient descent). ``fair`` is what the means of Adam are divided by, as both began
    at 0; ``usual`` is the root of the mean square, made fair, where a rule keeps one. ``rates`` is
    the step size that each parameter gets; ``push`` what this gradient gives to the ``move``, and
    ``carry`` what the memory of earlier ones gives to it.
    """

    at: Array
    gradient: Array
    memory: Memory
    fair: tuple[float, float]
    usual: Array | None
    rates: Array
    push: Array
    carry: Array
    move: Array


def rule_with(name: str, alpha: float, constant: float) -> GradientDescent:
    """The rule of that name with its own constant: β, ρ of RMSProp, β₁ of Adam.

    >>> rule_with("adam", 0.2, 0.8)
    Adam(learning_rate=0.2, decay=0.8, second_decay=0.999, tiny=1e-08)
    """
    kind = RULES[name]
    return kind(alpha, constant) if issubclass(kind, (Momentum, RMSProp, Adam)) else kind(alpha)


def dissect(cost: Function, track: Track) -> list[Step]:
    """The steps of a track on the cost, each taken apart.

    >>> from ptcode.descent import Momentum, descend
    >>> from ptcode.functions.catalogue import SURFACES
    >>> bowl = SURFACES["bowl"]
    >>> step = dissect(bowl, descend(bowl, (2, 1), Momentum(0.1, 0.5), 2))[1]
    >>> [entries.round(6).tolist() for entries in (step.carry, step.push, step.move)]
    [[-0.2, -0.1], [-0.32, -0.16], [-0.52, -0.26]]
    """
    rule, found = track.rule, []
    memory = rule.memory(track.positions[0])
    with np.errstate(all="ignore"):
        for k, here in enumerate(track.positions[:-1], start=1):
            at, old = rule.look(here, memory), memory[0]
            slopes = [float(partial(*at)) for partial in cost.partials]
            gradient = track.gradients[k - 1] if at is here else np.array(slopes)
            move, memory = rule.move(gradient, memory, k)
            kept = memory if type(rule) is not GradientDescent else ()
            found.append(Step(at, gradient, kept, *_parts(rule, gradient, old, memory, k), move))
    return found


def _parts(
    rule: GradientDescent, gradient: Array, old: Array, memory: Memory, k: int
) -> tuple[tuple[float, float], Array | None, Array, Array, Array]:
    """What step k makes of the gradient and the ``old`` mean or sum of earlier ones."""
    keep, share, fair, usual = 0.0, 1.0, (1.0, 1.0), None
    if isinstance(rule, Adam):
        keep, share = rule.decay, 1 - rule.decay
        fair = 1 - rule.decay**k, 1 - rule.second_decay**k
        usual = np.sqrt(memory[1] / fair[1])
    elif isinstance(rule, RMSProp):
        usual = np.sqrt(memory[0])
    elif isinstance(rule, Momentum):
        keep = rule.momentum
    rates = np.full_like(gradient, rule.learning_rate)
    if usual is not None and isinstance(rule, Adam | RMSProp):
        rates = rule.learning_rate / (usual + rule.tiny)
    return fair, usual, rates, -rates * share * gradient / fair[0], -rates * keep * old / fair[0]
