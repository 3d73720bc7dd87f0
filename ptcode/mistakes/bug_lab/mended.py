"""The eight programs of the bug lab without their wrong lines; see ``programs.py``."""

import numpy as np

from ptcode.functions.catalogue import sigmoid


def straight_line(W, b):
    """J = ½ Σ (y − ŷ)² over three points, with ŷ = Wx + b."""
    x, y = np.array([1.0, 2.0, 4.0]), np.array([2.0, 3.0, 3.0])
    error = y - (W * x + b)
    J = (error**2).sum() / 2
    y_hat_bar = -error
    W_bar = (y_hat_bar * x).sum()
    b_bar = y_hat_bar.sum()
    return J, [W_bar, b_bar]


def one_node(W, b, x=1.5, y=1.0):
    """J = ½(ŷ − y)², with ŷ = σ(Wx + b)."""
    y_hat = sigmoid(W * x + b)
    J = (y_hat - y) ** 2 / 2
    y_hat_bar = y_hat - y
    z_bar = y_hat_bar * y_hat * (1 - y_hat)
    W_bar = z_bar * x
    b_bar = z_bar
    return J, [W_bar, b_bar]


def two_weights(W1, W2, x=1.5, y=1.0):
    """J = ½(ŷ − y)² of the running example, with ŷ = σ(W₂·σ(W₁x))."""
    a1 = sigmoid(W1 * x)
    y_hat = sigmoid(W2 * a1)
    J = (y_hat - y) ** 2 / 2
    z2_bar = (y_hat - y) * y_hat * (1 - y_hat)
    W2_bar = z2_bar * a1
    a1_bar = z2_bar * W2
    z1_bar = a1_bar * a1 * (1 - a1)
    W1_bar = z1_bar * x
    return J, [W1_bar, W2_bar]


def borrowed_slope(W1, W2, x=1.5, y=1.0):
    """J = ½(ŷ − y)² of the running example, with σ′ taken from the catalogue."""
    slope = sigmoid.derivative
    z1 = W1 * x
    a1 = sigmoid(z1)
    z2 = W2 * a1
    error = sigmoid(z2) - y
    z2_bar = error * slope(z2)
    a1_bar = z2_bar * W2
    z1_bar = a1_bar * slope(z1)
    return error**2 / 2, [z1_bar * x, z2_bar * a1]


def first_step(W1, W2, x=1.5, y=1.0, alpha=0.5):
    """J = ½(ŷ − y)² of the running example; W₂ takes its step on the way back."""
    a1 = sigmoid(W1 * x)
    y_hat = sigmoid(W2 * a1)
    z2_bar = (y_hat - y) * y_hat * (1 - y_hat)
    W2_bar = z2_bar * a1
    W2_new = W2 - alpha * W2_bar
    a1_bar = z2_bar * W2
    W1_bar = a1_bar * a1 * (1 - a1) * x
    J, stepped = (y_hat - y) ** 2 / 2, [W1 - alpha * W1_bar, W2_new]
    return J, [W1_bar, W2_bar], stepped


def shared_weight(W, x=1.5, y=1.0):
    """J = ½(ŷ − y)², with one weight in both layers: ŷ = σ(W·σ(Wx))."""
    a1 = sigmoid(W * x)
    y_hat = sigmoid(W * a1)
    J = (y_hat - y) ** 2 / 2
    z2_bar = (y_hat - y) * y_hat * (1 - y_hat)
    W_bar = z2_bar * a1
    a1_bar = z2_bar * W
    z1_bar = a1_bar * a1 * (1 - a1)
    W_bar += z1_bar * x
    return J, [W_bar]


def four_points(W, b):
    """J = the mean of (ŷ − y)² over four points, with ŷ = Wx + b."""
    x, y = np.array([0.0, 1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0, 5.0])
    y_hat = W * x + b
    J = ((y_hat - y) ** 2).mean()
    y_hat_bar = 2 * (y_hat - y) / len(y)
    W_bar = (y_hat_bar * x).sum()
    b_bar = y_hat_bar.sum()
    return J, [W_bar, b_bar]


def two_layers(W1, b1, W2):
    """J = ½|ŷ − y|², with ŷ = W₂·tanh(W₁x + b₁), two nodes in each layer."""
    x, y = np.array([1.5, -0.5]), np.array([1.0, 0.0])
    a1 = np.tanh(W1 @ x + b1)
    y_hat = W2 @ a1
    J = ((y_hat - y) ** 2).sum() / 2
    y_hat_bar = y_hat - y
    W2_bar = np.outer(y_hat_bar, a1)
    a1_bar = W2.T @ y_hat_bar
    z1_bar = a1_bar * (1 - a1**2)
    W1_bar = np.outer(z1_bar, x)
    return J, [W1_bar, z1_bar, W2_bar]
