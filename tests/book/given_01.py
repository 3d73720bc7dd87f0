"""The numbers of chapter 1 that are chosen or stated, not computed.

Places, formulas, numbers of chapters: each in words enough to tell it from its neighbours, so
that a changed digit is not found here and is reported.
"""

SECANT = (
    "# 1 Derivatives",
    "The curve is f(x) = x^2. The straight line",
    "one at x = 1, the other at x + h = 5",
    "The distance h goes to 0.",
    "For f(x) = x^2 you can work it out",
    "frac{(x + h)^2 − x^2}{h} = frac{2xh + h^2}{h} = 2x + h .",
    "At x = 1 that is",
    "What about h = 0 itself? The quotient is then 0/0, which",
    "So nobody puts h = 0 into",
    "the limit in place of 0/0.",
    "Nothing here is special about 1. At any x the limit of 2x + h is 2x.",
)
DERIVATIVE = (
    "frac{df}{dx} = lim_{h to 0} frac",
    "| lim_{h to 0} | the number that is approached as h goes to 0, from",
    "In numbers. f(x) = x^2 at x = 5. With",
    "Change `f`, or the 5, and run",
    "For x^2 at 5 and h = 0.1 it says",
    "In chapter 5 two functions",
    "The slope of x^3 is 3x^2. At 0 it is 0, and",
    "To the left of 0 the curve is lower",
    "for every h > 0 and another for every h < 0, and",
    "max(0, x), called ReLU, which has one at 0. Programs need some number there, and most take 0.",
)
RULES = (
    "For x^2 it is [the",
    "| c | 0 | a constant",
    "| x^n | nx^{n−1} | for every number n, where x^n and x^{n−1} exist: x^2 gives 2x |",
    "| 1/x | −1/x^2 | this is n = −1 |",
    "| sqrt x | 1/(2sqrt x) | this",
    "| ln x | 1/x | for x > 0 |",
    "very short secant at x = 2. The",
    "(3sin x)' = 3cos x",
    "(x^2 + sin x)' = 2x + cos x",
    "(x^2 sin x)' = 2x sin x + x^2 cos x",
    "= dfrac{f' g − f g'}{g^2}",
    "left(dfrac{sin x}{x^2}right)' = dfrac{x^2 cos x − 2x sin x}{x^4}",
    "The check is made at x = 2 again, with f = x^2 and g",
    "g is sin 2 and its slope is cos 2.",
    "the product x^2 sin x again",
    "such as sin(x^2).",
    "and chapters 4 and 5 are about it",
)
EXAMPLE = (
    "Take f(x) = x^3 − 3x, the curve",
    "First from the definition, at x = 2. The",
    "f(2 + h) &= (2 + h)^3 − 3(2 + h) &= 8 + 12h + 6h^2 + h^3 − 6 − 3h &=",
    "x^3 gives 3x^2, and −3x gives −3. So f'(x) = 3x^2 − 3. At",
    "3x^2 − 3 = 0 means x^2 = 1, so at x = −1 and at x = 1. Between",
    "The tangent at 2 passes",
)
MEASURING = (
    "For x^2 at 5 we know what it gives, 10 + h.",
    "Down to h = 10^{−8} the result",
    "For x^2 the difference is exactly h",
    "With h = 10^{−15} we want f(x + h) − f(x) = 10^{−14}. Near",
    "the difference can only be 2 gaps, or 3, or 4. It",
    "With h = 10^{−16} even 5 + h falls into a gap and is stored as 5. Nothing has moved, and the "
    "quotient is 0.",
    "is the gap after 1. Dividing",
    "of the size of 1, then",
    "Half of your 16 digits",
    "frac{f(x + h) − f(x − h)}{2h}",
    "Take x^3 at 1, where",
    "The central difference is 3 + h^2.",
    "about tfrac16 |f'''(x)|h^2: ten times",
    "where h^2 approx varepsilon/h",
    "Here are both, for x^3 at 1.",
    "for a factor of 100.",
    "With each factor of 10 in h, the forward error (solid) falls by a factor of 10",
    "and the central one (dashed) by 100.",
    "by a factor of 10 for each factor of 10.",
    "an error near 10^{−8} for the forward difference, near 10^{−11} for the central",
    "At h = 10^{−15} the error is above a tenth. At 10^{−16} it is as large",
    "Chapter 6 gets",
)
EXERCISES = (
    "1. f(x) = 1/x. Work",
    "Solution 1 dfrac1{x+h} − dfrac1x = ",
    "that is dfrac{−1}{x(x+h)}, and its limit is -dfrac1{x^2}. At",
    "- 4: the sign is lost. 1/x falls, on either side of 0.",
    '- 1, "because the derivative of x is 1"',
    "x^2 in place of 1/x^2",
    "2. f(x) = x^3 − 12x. Where",
    "Solution 2 f'(x) = 3x^2 − 12 = 0 where x^2 = 4, at −2 and at 2. The",
    "- Only at 2: x^2 = 4 has",
    "because the slope is 0: the slope is 0 at every",
    "3. What is the derivative",
    "Solution 3 The product rule gives 1 · e^x + x · e^x = (1 + x)e^x. Since e^x is never 0, it is "
    "flat only at x = −1.",
    "because eˣ is never 0",
)
TRAPS = (
    "In the figure, the tangent of x^2 at 5 looks",
    "as x^3 is at 0. And",
    "stop near 10^{−8} for a forward difference and near 6 · 10^{−6} for a central one",
    "The slope of 1/x is −1/x^2, negative",
    "it approaches as h to 0 is the derivative",
    "with the central difference, h near 6 · 10^{−6}.",
)
QUESTIONS = (
    "It goes to 0. The rise goes to 0, but",
    "ratio settles at 2. It goes to 2. Rise",
    "It stays at 6. On",
    "less steep near x = 1",
    "takes h = 10⁻¹⁵ and measures the slope of x² at 5, which is 10. What comes out? "
    "10.000000000000001 On paper. But a computer keeps about 16 digits of each value. 10 The error",
    "0 That is what happens at h = 10⁻¹⁶. Here",
)
CHAPTER = SECANT + DERIVATIVE + RULES + EXAMPLE + MEASURING + EXERCISES + TRAPS + QUESTIONS
