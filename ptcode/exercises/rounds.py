"""Ten fixed questions of understanding, the same before the book and after it.

No number changes from reader to reader, or two rounds could not be compared. They are not those of
the chapters, so that a right answer is not one that was remembered. The right choice and the wrong
ones that are numbers are computed by tests/mathematics/test_rounds.py.
"""

from __future__ import annotations

from typing import NamedTuple

UNSURE = "I do not know"
"""The last choice of every question: it says more than a guess."""


class Asked(NamedTuple):
    """One question: its name, its topic in the book, what it asks, its choices.

    A choice is ``(text, feedback)``, the right one ``(text, feedback, True)``; as in a ``Question``
    a fourth part holds former texts.
    """

    slug: str
    topic: str
    prompt: str
    choices: tuple[tuple, ...]


TEN = (
    Asked(
        "sign-of-a-slope",
        "derivatives",
        "At x = 3 the slope of a function is −2. You go from 3 to 3.1. By about how much does the "
        "function change?",
        (
            ("It falls by 2.", "That would be a step of 1: the slope is a change per step."),
            ("It falls by 0.2.", "Slope times step: −2 · 0.1 = −0.2.", True),
            ("It rises by 0.2.", "The sign says the way: negative, so it falls as x grows."),
            ("It falls to −2.", "−2 is a slope; nothing here says what the value is."),
        ),
    ),
    Asked(
        "against-the-gradient",
        "partial-derivatives",
        "The cost J = 3θ₁² + θ₂² has the gradient (6, 4) at the point (1, 2). Which way does minus "
        "the gradient point from there?",
        (
            ("To the minimum, which is at (0, 0).", "From (1, 2) that way is (−1, −2)."),
            ("Along the contour line.", "Along that J stays the same; the gradient crosses it."),
            (
                "The way in which J falls fastest at this point, which need not lead to the "
                "minimum.",
                "(−6, −4) is not the way to (0, 0), but near (1, 2) no other falls faster.",
                True,
            ),
            ("The way in which J rises fastest at this point.", "That is the gradient itself."),
        ),
    ),
    Asked(
        "over-the-minimum",
        "gradient-descent",
        "Gradient descent on J = θ² replaces θ by θ − α · 2θ. It starts at θ = 5 with α = 0.6. "
        "What happens?",
        (
            (
                "θ jumps to the other side at every step, and comes nearer.",
                "Each step multiplies θ by 1 − 1.2 = −0.2: 5, −1, 0.2, …",
                True,
            ),
            (
                "θ jumps over the minimum, and so it runs away.",
                "It jumps over it, but lands nearer than it was: to run away takes α above 1.",
            ),
            ("θ comes nearer from one side.", "For that α must be below ½."),
            ("θ lands on the minimum at the first step.", "It does so for α = ½ alone."),
        ),
    ),
    Asked(
        "partial-or-total",
        "several-paths",
        "J = θ₁ · θ₂, and θ₂ depends on θ₁: it is always θ₁³. At θ₁ = 2, what are the partial "
        "derivative ∂J/∂θ₁, and the total derivative dJ/dθ₁?",
        (
            ("32 and 8", "The other way round: the *partial* holds θ₂ at 8."),
            ("8 and 8", "θ₂ moves along with θ₁, and J feels that as well."),
            ("8 and 96", "That multiplies the two effects, 8 · 12; they are added."),
            ("8 and 32", "θ₂ = 8 with θ₂ held; with it, 8 + 2 · 12 = 32.", True),
        ),
    ),
    Asked(
        "from-the-inside-out",
        "composite-functions",
        "You compute cos²(5x) for a number x. Which functions do you apply, one after the other?",
        (
            ("the square, the cosine, 5x", "That is from the outside in: 5x comes first."),
            ("5x, the cosine, the square", "cos²(5x) means (cos(5x))².", True),
            ("5x, the square, the cosine", "That would be cos((5x)²)."),
            ("the cosine, the square, 5x", "That is the order in which it is written."),
        ),
    ),
    Asked(
        "two-links",
        "chain-rule",
        "y = f(g(x)), with g(2) = 5, g′(2) = 3, f′(2) = 10 and f′(5) = 4. What is dy/dx at x = 2?",
        (
            ("30", "f′ was taken at x = 2, but what goes into f is g(2) = 5.", False, ("21",)),
            ("4", "That is how y changes with g; g changes 3 times as fast as x."),
            ("12", "f′ at the inner value, times g′: 4 · 3.", True),
            ("7", "The two rates are multiplied, not added."),
        ),
    ),
    Asked(
        "two-paths",
        "several-paths",
        "y depends on u and on v, and both depend on x: du/dx = 2, dv/dx = −3, ∂y/∂u = 5, "
        "∂y/∂v = 4. What is dy/dx?",
        (
            ("−2", "A product along each path, and their sum: 5 · 2 + 4 · (−3).", True),
            ("−120", "Only what lies on one path is multiplied; the paths are added."),
            ("10", "That is the path through u alone."),
            ("22", "On the path through v one of the rates is negative."),
        ),
    ),
    Asked(
        "what-is-kept",
        "backpropagation",
        "Backpropagation goes through a network forwards, then backwards. What does it keep on "
        "the way forwards, and what does it do on the way back at a value that was used twice?",
        (
            (
                "Nothing. Each use gets a way back of its own.",
                "One way back is enough, and it needs what was computed on the way forwards.",
            ),
            (
                "The derivatives of the cost. It multiplies what both uses send back.",
                "On the way forwards there is no cost yet, and paths are added.",
            ),
            (
                "The values. What the second use sends back replaces the first.",
                "Then the first use is lost, and with it a path.",
            ),
            (
                "The values. It adds what both uses send back.",
                "Local derivatives are taken at the values, and each use is a path.",
                True,
            ),
        ),
    ),
    Asked(
        "ten-sigmoids",
        "vanishing-gradients",
        "On its way back through a sigmoid unit, a derivative is multiplied by the weight and by "
        "the slope of the sigmoid, which is never above ¼. All weights are 1. How much of it is "
        "left, at the most, after 10 such units in a row?",
        (
            ("a quarter", "That is one unit; every further one takes its share of the rest."),
            ("about a millionth", "¼ ten times as a factor is 9.5 · 10⁻⁷.", True),
            ("a fortieth", "That divides ¼ by 10; the factors are multiplied."),
            ("all of it, as no factor is 0", "Small factors multiply to a smaller one."),
        ),
    ),
    Asked(
        "which-mistake",
        "common-mistakes",
        "For y = ln(1 + x²) somebody claims a derivative that is 0.2 at x = 2. Measured with a "
        "small step, the slope there is 0.8. Which mistake fits these numbers?",
        (
            ("A sign was lost.", "Then claim and measurement would differ by the factor −1."),
            ("The step is too large.", "A small step never makes a slope four times as large."),
            (
                "The factor of the inner function was left out.",
                "2x = 4 is missing: 1/(1 + x²) is 0.2, and 0.2 · 4 = 0.8.",
                True,
            ),
            (
                "The outer derivative was taken at x, not at 1 + x².",
                "Then the claim would be 1/x · 2x = 2.",
            ),
        ),
    ),
)
