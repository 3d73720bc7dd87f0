"""A program with a wrong line: the first step of Adam."""

from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.mistakes.bug_lab import programs

ADAM = BugExercise(
    slug="bug-in-a-step-of-adam",
    topic="optimisers",
    level=3,
    prompt="The first step of Adam, without the tiny ε below the fraction line. It has the length "
    "α, whatever the slope; so the check takes it times |∂J/∂W| over α. One line is wrong. Which?",
    program=programs.adam_step,
    places=({"W": 1.0}, {"W": 2.5}),
    reasons=(
        "The square gives a 2, and what is inside it the 2W: with the ¼ that is W(W² − 3).",
        "It is the cost that line 2 names.",
        "m was 0, so β₁·m is 0 and only (1 − β₁) times the slope is left.",
        "s was 0, so β₂·s is 0 and only (1 − β₂) times the square of the slope is left.",
        "After one step m is too small by the factor 1 − β₁; this takes it back.",
        "After one step s is too small by the factor 1 − β₂; this takes it back.",
        "Against the slope, and divided by the root of the mean square.",
        "m̂/√ŝ is the sign of the slope here; times |∂J/∂W| it is the slope.",
    ),
    bugs=(
        Bug(
            right="m_hat = m / (1 - beta_1)",
            wrong="m_hat = m",
            hint="In the check the ratio is 1 − β₁, at every place.",
            found="m began at 0 and has only begun to grow: without the correction the first step "
            "is ten times too short.",
            mended="Then m̂ is the slope, though m began at 0.",
            others=(
                ("m_hat = m / beta_1", "m holds (1 − β₁) times the slope, not β₁ times."),
                ("m_hat = m / (1 - beta_2)", "β₂ belongs to s. m was made with β₁."),
                ("m_hat = m * (1 - beta_1)", "It is too small already: divide by the factor."),
            ),
        ),
        Bug(
            right="s_hat = s / (1 - beta_2)",
            wrong="s_hat = s / (1 - beta_1)",
            hint="In the check the ratio is the root of (1 − β₁)/(1 − β₂), at every place.",
            found="s was made with β₂ and corrected with β₁: ŝ is too small, and the step too "
            "long.",
            mended="Then ŝ is the square of the slope.",
            others=(
                ("s_hat = s", "s began at 0 and is too small still, so the step is too long."),
                ("s_hat = s * (1 - beta_2)", "It is too small already: divide by the factor."),
                ("s_hat = np.sqrt(s / (1 - beta_2))", "The root is taken in the step: once is "
                 "enough."),
            ),
        ),
        Bug(
            right="W_new = W - alpha * m_hat / np.sqrt(s_hat)",
            wrong="W_new = W - alpha * m_hat / s_hat",
            hint="In the check the ratio is 1 over the size of the slope.",
            found="ŝ is a square, and a slope over its square is long where the slope is small.",
            mended="The root makes a length of the square, and the step as long as α.",
            others=(
                ("W_new = W + alpha * m_hat / np.sqrt(s_hat)", "The root is there now, but the "
                 "step goes uphill.", "lost-sign"),
                ("W_new = W - alpha * m_hat", "That is gradient descent: as long as the slope is "
                 "steep."),
                ("W_new = W - m_hat / np.sqrt(s_hat)", "The root is there now, but α is missing."),
            ),
        ),
    ),
    hints=("Say of each line what it should hold after one step: the slope, its square, or a "
           "share of them.",),
    solution=("After the corrections m̂ is the slope and ŝ its square, so the step is α long, with "
              "the slope's sign turned.",),
)  # fmt: skip
