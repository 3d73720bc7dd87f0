"""The same gradient written in other ways. Each maker returns a function without arguments."""

import math

import numpy as np

from ptcode.autodiff.backward import Variable, gradients
from ptcode.networks.losses import LOSSES


def engine(net, X, Y, loss):
    def gradient():
        parameters = [Variable(array) for array in net.parameters]
        return gradients(LOSSES[loss](net.forward(parameters, X), Y), parameters)

    return gradient


def numpy_small(net, X, Y):
    """tanh, tanh, σ, mean of ½(ŷ − y)², by hand."""
    W1, b1, W2, b2, W3, b3 = net.parameters

    def gradient():
        a1 = np.tanh(W1 @ X + b1)
        a2 = np.tanh(W2 @ a1 + b2)
        p = 1 / (1 + np.exp(-(W3 @ a2 + b3)))
        e = p - Y
        J = 0.5 * (e * e).sum() / X.shape[1]
        d3 = e / X.shape[1] * p * (1 - p)
        d2 = (W3.T @ d3) * (1 - a2 * a2)
        d1 = (W2.T @ d2) * (1 - a1 * a1)
        return J, by_layer((d1, X), (d2, a1), (d3, a2))

    return lambda: gradient()[1]


def numpy_large(net, X, Y):
    """ReLU, ReLU, softmax cross-entropy, by hand."""
    W1, b1, W2, b2, W3, b3 = net.parameters

    def gradient():
        a1 = np.maximum(W1 @ X + b1, 0)
        a2 = np.maximum(W2 @ a1 + b2, 0)
        z = W3 @ a2 + b3
        z -= z.max(axis=0)
        e = np.exp(z)
        s = e.sum(axis=0)
        J = (np.log(s) - (Y * z).sum(axis=0)).mean()
        d3 = (e / s - Y) / X.shape[1]
        d2 = (W3.T @ d3) * (a2 > 0)
        d1 = (W2.T @ d2) * (a1 > 0)
        return J, by_layer((d1, X), (d2, a1), (d3, a2))

    return lambda: gradient()[1]


def by_layer(*layers):
    return [g for d, a in layers for g in (d @ a.T, d.sum(axis=1, keepdims=True))]


def hips(net, X, Y, large):
    """HIPS autograd."""
    import autograd
    import autograd.numpy as anp

    def cost(parameters):
        W1, b1, W2, b2, W3, b3 = parameters
        if large:
            a1 = anp.maximum(anp.dot(W1, X) + b1, 0)
            z = anp.dot(W3, anp.maximum(anp.dot(W2, a1) + b2, 0)) + b3
            z = z - anp.max(z, axis=0)
            return anp.mean(anp.log(anp.sum(anp.exp(z), axis=0)) - anp.sum(Y * z, axis=0))
        a2 = anp.tanh(anp.dot(W2, anp.tanh(anp.dot(W1, X) + b1)) + b2)
        p = 1 / (1 + anp.exp(-(anp.dot(W3, a2) + b3)))
        return 0.5 * anp.sum((p - Y) ** 2) / X.shape[1]

    slope = autograd.grad(cost)
    return lambda: slope(list(net.parameters))


def pytorch(net, X, Y, large):
    """PyTorch in eager mode, double precision, one thread."""
    import torch

    torch.set_num_threads(1)
    X, Y = torch.tensor(X), torch.tensor(Y)
    parameters = [torch.tensor(array, requires_grad=True) for array in net.parameters]
    target = Y.argmax(dim=0)

    def gradient():
        W1, b1, W2, b2, W3, b3 = parameters
        if large:
            z = W3 @ torch.relu(W2 @ torch.relu(W1 @ X + b1) + b2) + b3
            J = torch.nn.functional.cross_entropy(z.T, target)
        else:
            a2 = torch.tanh(W2 @ torch.tanh(W1 @ X + b1) + b2)
            J = 0.5 * ((torch.sigmoid(W3 @ a2 + b3) - Y) ** 2).sum() / X.shape[1]
        return torch.autograd.grad(J, parameters)

    return gradient


class Scalar:
    """A number that remembers how it was made, in the manner of micrograd."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.adjoint = value, parents, 0.0

    def __mul__(self, other):
        return Scalar(self.value * other.value, ((self, other.value), (other, self.value)))

    def __sub__(self, other):
        return Scalar(self.value - other.value, ((self, 1.0), (other, -1.0)))

    def sigmoid(self):
        a = 1 / (1 + math.exp(-self.value))
        return Scalar(a, ((self, a * (1 - a)),))

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.adjoint = 1.0
        for node in reversed(order):
            for parent, slope in node.parents:
                parent.adjoint += slope * node.adjoint


def scalar_example():
    """The running example with numbers that remember."""
    W1, W2 = Scalar(0.8), Scalar(-1.2)
    y_hat = (W2 * (W1 * Scalar(1.5)).sigmoid()).sigmoid()
    error = y_hat - Scalar(1.0)
    (Scalar(0.5) * error * error).backward()
    return [W1.adjoint, W2.adjoint]
