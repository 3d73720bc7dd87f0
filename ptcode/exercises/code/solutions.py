"""One way to write each function that a reader is asked to complete; every one of them is right.

A slip is one line of these replaced by another, so that nothing wrong is written twice.
"""

import numpy as np

import ptcode as pt


def step(theta, slope, alpha):
    """One step of gradient descent: the next θ."""
    return theta - alpha * slope


def descend(slope, theta, alpha):
    """The first θ with |slope(θ)| ≤ 0.001, or θ after 1000 steps."""
    for _ in range(1000):
        if abs(slope(theta)) <= 0.001:
            break
        theta = theta - alpha * slope(theta)
    return theta


def partial(J, theta, i, h):
    """∂J/∂θᵢ at the array theta: a central difference, step h."""
    up, down = np.array(theta, float), np.array(theta, float)
    up[i] += h
    down[i] -= h
    return (J(up) - J(down)) / (2 * h)


def line_gradient(theta_1, theta_2, x, y):
    """∂J/∂θ₁ and ∂J/∂θ₂ of J, the mean of (θ₁ + θ₂x − y)²."""
    error = theta_1 + theta_2 * x - y
    by_theta_1 = 2 * error.mean()
    by_theta_2 = 2 * (error * x).mean()
    return by_theta_1, by_theta_2


def composite(x, f, g):
    """The value of f∘g at x."""
    u = g(x)
    return f(u)


def chain_slope(x, functions, slopes):
    """dy/dx; both lists hold functions, from the inside out."""
    slope = 1
    for f, df in zip(functions, slopes, strict=True):
        slope = slope * df(x)
        x = f(x)
    return slope


def total(J_by_v, v_by_x):
    """dJ/dx over the paths x → vᵢ → J, from their local derivatives."""
    return (J_by_v * v_by_x).sum()


def multiply_backward(a, b, u_bar, a_bar, b_bar):
    """u = a·b: both adjoints, with the share that u sends."""
    a_bar = a_bar + u_bar * b
    b_bar = b_bar + u_bar * a
    return a_bar, b_bar


def multiply_forward(a, a_dot, b, b_dot):
    """w = a·b in forward mode: its value and its tangent."""
    w = a * b
    w_dot = a_dot * b + a * b_dot
    return w, w_dot


def train_once(W1, W2, x, y, alpha):
    """One step for ŷ = σ(W₂·σ(W₁x)), J = ½(ŷ − y)²: new weights."""
    a1 = pt.sigmoid(W1 * x)
    y_hat = pt.sigmoid(W2 * a1)
    z2_bar = (y_hat - y) * y_hat * (1 - y_hat)
    W2_bar = z2_bar * a1
    z1_bar = z2_bar * W2 * a1 * (1 - a1)
    W1_bar = z1_bar * x
    return W1 - alpha * W1_bar, W2 - alpha * W2_bar


def layer_delta(W_next, delta_next, z):
    """δ of a layer of sigmoids, from W and δ of the next layer."""
    a = pt.sigmoid(z)
    return (W_next.T @ delta_next) * a * (1 - a)


def layer_gradients(A, Delta):
    """∂J/∂W and ∂J/∂b of a layer, where J is a sum over examples.

    One example a row: A, its activations in the layer before;
    Delta, its δ in this layer.
    """
    W_bar = Delta.T @ A
    b_bar = Delta.sum(axis=0)
    return W_bar, b_bar


def arriving(weights, activations):
    """∂J/∂x of x → a₁ = σ(w₁x) → a₂ = σ(w₂a₁) → …; J is the last."""
    adjoint = 1
    for w, a in zip(weights[::-1], activations[::-1], strict=True):
        adjoint = adjoint * w * a * (1 - a)
    return adjoint


def adam(theta, g, m, s, k, alpha=0.001, beta_1=0.9, beta_2=0.999):
    """Adam, step k ≥ 1, gradient g, numbers or arrays: new θ, m, s."""
    m = beta_1 * m + (1 - beta_1) * g
    s = beta_2 * s + (1 - beta_2) * g**2
    m_hat = m / (1 - beta_1**k)
    s_hat = s / (1 - beta_2**k)
    theta = theta - alpha * m_hat / (np.sqrt(s_hat) + 1e-8)
    return theta, m, s


def largest_error(J, theta, claimed, h):
    """The largest |claimed − measured|, by central differences."""
    worst = 0
    for i in range(len(theta)):
        up, down = np.array(theta, float), np.array(theta, float)
        up[i] += h
        down[i] -= h
        measured = (J(up) - J(down)) / (2 * h)
        worst = np.maximum(worst, abs(claimed[i] - measured))
    return worst
