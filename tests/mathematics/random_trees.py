"""Random expressions of the book's language, from a seed."""

import numpy as np

SMOOTH = ("Exp", "Sin", "Cos", "Tanh", "Sigmoid", "Softplus")
ANY = (*SMOOTH, "Ln", "Sqrt", "Tan", "Abs", "ReLU", "Negate")


def random_tree(random, depth, variable="x", heads=ANY):
    """A tree at most `depth` deep in one variable; it need not be defined everywhere."""
    if depth == 0:
        return variable if random.random() < 0.8 else int(random.integers(1, 5))
    choice = random.random()
    if choice < 0.55:
        return [str(random.choice(heads)), random_tree(random, depth - 1, variable, heads)]
    if choice < 0.65:
        base = random_tree(random, depth - 1, variable, heads)
        return ["Power", base, int(random.integers(2, 4))]
    head = ["Add", "Multiply", "Divide"][random.integers(3)]
    parts = [random_tree(random, depth - 1, variable, heads) for _ in range(2)]
    return [head, *parts]


def defined_points(functions, count=6, window=(-2.0, 2.0)):
    """Points of a grid at which all the functions are finite and of ordinary size."""
    grid = np.linspace(*window, 41) + 0.0123
    values = np.abs([np.broadcast_to(f(grid), grid.shape) for f in functions])
    good = grid[(values < 1e4).all(axis=0)]
    return good[:: max(1, len(good) // count)][:count]
