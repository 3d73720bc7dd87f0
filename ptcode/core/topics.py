"""The topics of the book, by name, in the order in which a reader meets them.

Exercises, and the words in which a mistake is told, belong to a topic and not to a chapter's
number: chapters may be moved, split and joined.
"""

from __future__ import annotations

TOPICS = {
    "derivatives": "derivatives",
    "gradient-descent": "gradient descent",
    "partial-derivatives": "partial derivatives",
    "fitting-a-line": "fitting a line",
    "composite-functions": "composite functions",
    "chain-rule": "the chain rule",
    "several-paths": "several paths",
    "backpropagation": "backpropagation",
    "gradient-cost": "what a gradient costs",
    "training": "training a network",
    "layers": "layers as matrices",
    "vanishing-gradients": "vanishing gradients",
    "optimisers": "optimisers",
    "common-mistakes": "checking and common mistakes",
}
