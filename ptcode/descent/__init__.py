"""Gradient descent and its relatives: on a curve, on a surface, for a line through data."""
