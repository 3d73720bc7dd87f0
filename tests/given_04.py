"""What stands in the prose of chapter 4 without being a result: formulas, labels, chosen numbers."""

TITLES = [
    "# 4 Composite functions", "Chapter 1 lists", "until chapter 9", "in chapter 3 as",
    "## Exercises 1. 2. 3. 4. For which", "Solution 4 The", "5. Take", "Solution 5 Square",
    "6. A network", "Solution 6 Seven",
]  # fmt: skip
INPUTS = [
    "Again 1.5 goes in", "f(u) = sin u. At x = 1.5:", "at x = 1.5: u, then y", "each in both orders, at x = 1.5",
    "The sigmoid at x = 1.5", "hold x at 1.5", "The sine now gets 1.5", "the square of 1.5. But 1.5 does",
    "Try x = 0:", "Let f(u) = u + 3", "(f ∘ g)(2)? 25", "(g ∘ f)(2): first 2 + 3 = 5", "First g: 2² = 4.",
    "f never gets 2: it gets g(2)", "With W_1 = 0.8 and W_2 = −1.2",
]  # fmt: skip
FORMULAS = [
    "The small 2 in", "the 2 sits on the x", "raise e to it, add 1, take", "dfrac{1}{1 + e", "dfrac 1u",
    "f(u) = 1/u", "f(u) = 1/(1 + u)", "1/(1 + x^2), sqrt{1 − x}", "and 2x^2 + 1.", "sin(x)2` and `np.sin(x2)`", "sin^{−1} x", "not 1/sin x",
    "both x^6", "product would give e·0 = 0.", "ln(1 − x^2)", "u = 1 − x^2", "x: 1 − x^2 can",
    "Square, add 1, take the root: x^2, then x^2 + 1, then sqrt{x^2 + 1}", "Take sqrt{x^2 + 1}",
    "sqrt x, then sqrt x + 1, then (sqrt x + 1)^2", "- sqrt{x^2} + 1 for the first",
    "over the 1. The root", "- (sqrt x)^2 + 1 for the second", '"square and add 1"',
]  # fmt: skip
RANGES = [
    "sin x > 0: for x between 0 and pi, and again every 2pi", "for every x ≤ 0:", "which means −1 < x < 1.",
    "So x^2 < 1,", "- x > 0, because", "- −1 ≤ x ≤ 1: at the ends u = 0, and 0 is not", "no value for x < 0.",
    "larger than 1: squares", "between −1 and 1 is no larger than 1,",
]  # fmt: skip
CHAPTER = [*TITLES, *INPUTS, *FORMULAS, *RANGES]
