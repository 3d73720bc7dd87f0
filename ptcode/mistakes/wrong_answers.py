"""The wrong answers that each of the twelve mistakes gives, as SymPy expressions.

A rule yields every answer that making the mistake can lead to, and none where the problem leaves
no room for it.
"""

from __future__ import annotations

import sympy

from ptcode.functions import activations
from ptcode.mistakes.problems import ChainProblem, PathsProblem, WeightProblem, at

_SIGMOIDS = (activations.sigmoid, sympy.tanh)


def _is_chain(problem):
    return isinstance(problem, ChainProblem) and len(problem.links) > 1


def unseen(problem):
    """f′(x): the inner function is not looked at."""
    if _is_chain(problem):
        yield at(problem.links[-1].derivative, problem.variable)


def swapped(problem):
    """The derivative of the links in the opposite order."""
    if _is_chain(problem):
        value, links = problem.variable, reversed(problem.links)
        slope = sympy.Integer(1)
        for link in links:
            slope, value = slope * at(link.derivative, value), at(link, value)
        yield slope


def stopped(problem):
    """The product with the inner links left out, or with one link left out."""
    if _is_chain(problem):
        slopes = problem.local_derivatives
        for link in range(1, len(slopes)):
            yield sympy.prod(slopes[link:])
        for link in range(len(slopes) - 1):
            yield sympy.prod(slopes[:link] + slopes[link + 1 :])


def nested(problem):
    """f′(g′(x)): every derivative put into the next, or the right g′ put into the outermost."""
    if _is_chain(problem):
        value = problem.variable
        for link in problem.links:
            value = at(link.derivative, value)
        yield value
        yield at(problem.links[-1].derivative, sympy.prod(problem.local_derivatives[:-1]))


def at_input(problem):
    """Every slope at x; or the outer one at x and the others right."""
    if _is_chain(problem):
        raw = [at(link.derivative, problem.variable) for link in problem.links]
        yield sympy.prod(raw)
        yield raw[-1] * sympy.prod(problem.local_derivatives[:-1])


def as_product(problem):
    """f′(x)g(x) + f(x)g′(x)."""
    if _is_chain(problem):
        factors = [at(link, problem.variable) for link in problem.links]
        yield sympy.diff(sympy.prod(factors), problem.variable)


def lost_sign(problem):
    """The opposite of what is right."""
    yield -problem.correct


def by_input(problem):
    """∂z/∂x = W where ∂z/∂W = x is asked for."""
    if isinstance(problem, WeightProblem):
        yield problem.variable * sympy.prod(problem.local_derivatives[1:])


def at_activation(problem):
    """Where f′ is written with f's value, as σ′ = a(1 − a), putting a into σ′ is one σ too many.

    In all such links, or in one of them alone.
    """
    if isinstance(problem, ChainProblem):
        slopes = problem.local_derivatives
        wrong = {
            i: at(link.derivative, problem.values[i + 1])
            for i, link in enumerate(problem.links)
            if _is_activation(link)
        }
        for taken in ([*wrong], *([i] for i in wrong)):
            if taken:
                yield sympy.prod([wrong[i] if i in taken else s for i, s in enumerate(slopes)])


def _is_activation(link):
    return isinstance(link.expression, _SIGMOIDS)


def overwritten(problem):
    """One path alone."""
    if isinstance(problem, PathsProblem):
        yield from problem.paths
    if isinstance(problem, WeightProblem):
        # (ŷ − y)² is a product of two equal factors: two paths, of which one is kept.
        yield problem.correct / 2


def updated(problem):
    """The adjoint of a₁ with the W₂ that the step has already moved."""
    if isinstance(problem, WeightProblem) and problem.weight == "W1":
        old = problem.example.W2
        new = problem.example.step(problem.learning_rate).W2
        yield problem.correct * new / old


def factor(problem):
    """The gradient of (ŷ − y)², without the ½."""
    if isinstance(problem, WeightProblem):
        yield 2 * problem.correct
