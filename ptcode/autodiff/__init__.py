"""Automatic differentiation: the chain rule on a graph, and measured derivatives."""
