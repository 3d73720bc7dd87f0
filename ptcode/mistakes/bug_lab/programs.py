"""Costs with their backward passes, all of them right; a bug puts a wrong line in.

A program returns the cost and what it claims for the adjoints of its arguments, in their order.
"""

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


def one_unit(W, b, x=1.5, y=1.0):
    """J = ½(ŷ − y)², with ŷ = σ(Wx + b)."""
    y_hat = sigmoid(W * x + b)
    J = (y_hat - y) ** 2 / 2
    y_hat_bar = y_hat - y
    z_bar = y_hat_bar * y_hat * (1 - y_hat)
    W_bar = z_bar * x
    b_bar = z_bar
    return J, [W_bar, b_bar]


def two_layers(W1, b1, W2):
    """J = ½|ŷ − y|², ŷ = W₂·tanh(W₁x + b₁), two units a layer."""
    x, y = np.array([1.5, -0.5]), np.array([1.0, 0.0])
    a1 = np.tanh(W1 @ x + b1)
    y_hat = W2 @ a1
    J = ((y_hat - y) ** 2).sum() / 2
    y_hat_bar = y_hat - y
    W2_bar = np.outer(y_hat_bar, a1)
    a1_bar = W2.T @ y_hat_bar
    z1_bar = a1_bar * (1 - a1**2)
    return J, [np.outer(z1_bar, x), z1_bar, W2_bar]


def descent_step(W, b, x=2.0, y=1.0, alpha=0.1):
    """J = ½(Wx + b − y)², and one step of descent."""
    error = W * x + b - y
    J = error**2 / 2
    W_bar = error * x
    b_bar = error
    W_new = W - alpha * W_bar
    b_new = b - alpha * b_bar
    return J, [(W - W_new) / alpha, (b - b_new) / alpha]


def two_weights(W1, W2, x=1.5, y=1.0):
    """J = ½(ŷ − y)², with ŷ = σ(W₂·σ(W₁x))."""
    slope = sigmoid.derivative
    z1 = W1 * x
    a1 = sigmoid(z1)
    z2 = W2 * a1
    y_hat = sigmoid(z2)
    J = (y_hat - y) ** 2 / 2
    z2_bar = (y_hat - y) * slope(z2)
    W2_bar = z2_bar * a1
    a1_bar = z2_bar * W2
    z1_bar = a1_bar * slope(z1)
    W1_bar = z1_bar * x
    return J, [W1_bar, W2_bar]


def first_step(W1, W2, x=1.5, y=1.0, alpha=0.5):
    """J = ½(ŷ − y)², ŷ = σ(W₂·σ(W₁x)); W₂ steps."""
    a1 = sigmoid(W1 * x)
    y_hat = sigmoid(W2 * a1)
    J = (y_hat - y) ** 2 / 2
    z2_bar = (y_hat - y) * y_hat * (1 - y_hat)
    W2_bar = z2_bar * a1
    W2_new = W2 - alpha * W2_bar
    a1_bar = z2_bar * W2
    z1_bar = a1_bar * a1 * (1 - a1)
    W1_bar = z1_bar * x
    return J, [W1_bar, (W2 - W2_new) / alpha]


def shared_weight(W, x=1.5, y=1.0):
    """J = ½(ŷ − y)², with ŷ = σ(W·σ(Wx))."""
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
    """J = the mean of (ŷ − y)², with ŷ = Wx + b."""
    x, y = np.arange(4), np.array([1, 3, 2, 5])
    y_hat = W * x + b
    J = ((y_hat - y) ** 2).mean()
    y_hat_bar = 2 * (y_hat - y) / len(y)
    W_bar = (y_hat_bar * x).sum()
    b_bar = y_hat_bar.sum()
    return J, [W_bar, b_bar]


def a_layer(W1, W2):
    """J = ½(ŷ − y)², with ŷ = W₂·tanh(W₁x); δ is the adjoint of z."""
    x, y = np.array([1.5, -0.5]), 1.0
    z1 = W1 @ x
    a1 = np.tanh(z1)
    y_hat = W2 @ a1
    J = (y_hat - y) ** 2 / 2
    delta2 = y_hat - y
    W2_bar = delta2 * a1
    delta1 = delta2 * W2 * (1 - a1**2)
    W1_bar = np.outer(delta1, x)
    return J, [W1_bar, W2_bar]


def nudged(W, x=1.5):
    """J = (W³ − x)², and its slope, measured."""
    J = (W**3 - x) ** 2
    h = 1e-5
    above = ((W + h) ** 3 - x) ** 2
    below = ((W - h) ** 3 - x) ** 2
    slope = (above - below) / (2 * h)
    return J, [slope]


def adam_step(W, alpha=0.01, beta_1=0.9, beta_2=0.999):
    """J = ¼(W² − 3)², and Adam's first step; m and s were 0."""
    W_bar = W * (W**2 - 3)
    J = (W**2 - 3) ** 2 / 4
    m = (1 - beta_1) * W_bar
    s = (1 - beta_2) * W_bar**2
    m_hat = m / (1 - beta_1)
    s_hat = s / (1 - beta_2)
    W_new = W - alpha * m_hat / np.sqrt(s_hat)
    return J, [(W - W_new) / alpha * abs(W_bar)]
