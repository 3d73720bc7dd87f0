"""Programs with a wrong line: a step of descent, a mean over points, a measured slope."""

from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.mistakes.bug_lab import programs

STEP = BugExercise(
    slug="bug-in-a-step-of-descent",
    topic="common-mistakes",
    level=1,
    prompt=(
        "One step of gradient descent for W and b. The check compares the slopes that the step "
        "has used with measured ones. One line is wrong. Which?"
    ),
    program=programs.descent_step,
    places=({"W": 1.5, "b": -0.5}, {"W": -0.5, "b": 3.0}),
    reasons=(
        "It is ŷ − y, with ŷ = Wx + b.",
        "It is the cost that line 2 names.",
        "∂J/∂`error` is `error`, and ∂`error`/∂W is x.",
        "∂J/∂`error` is `error`, and ∂`error`/∂b is 1.",
        "A step goes against the slope, and is α times as long.",
        "b takes its step as W does, with its own slope.",
        "`(W - W_new) / alpha` is the slope that the step of W has used.",
    ),
    bugs=(
        Bug(
            right="W_new = W - alpha * W_bar",
            wrong="W_new = W + alpha * W_bar",
            mistake="lost-sign",
            hint="In the check b is right, and W has the ratio −1.",
            found="The slope that W has used has the wrong sign: its step goes uphill.",
            mended="Against the slope, and α times as long.",
            others=(
                ("W_new = W - W_bar", "The sign is right now, but α is missing."),
                (
                    "W_new = W - alpha * error",
                    "`error` is the slope of J in ŷ; the way from ŷ to W has the slope x.",
                    "stopped",
                ),
                ("W_new = alpha * W_bar", "That is the step. It has to be taken from W."),
            ),
        ),
        Bug(
            right="W_bar = error * x",
            wrong="W_bar = error * W",
            mistake="by-input",
            hint="In the check b is right, and the ratio of W is W over x.",
            found="ŷ = Wx + b has the slope x in W. Here stands W, the slope in x.",
            mended="W may be changed, x is data: the slope is x.",
            others=(
                ("W_bar = error", "Then W would be treated as b is; x is missing.", "stopped"),
                ("W_bar = -error * x", "Two signs were right before: ŷ − y grows with ŷ.",
                 "lost-sign"),
                ("W_bar = 2 * error * x", "The cost has a ½, and it cancels the 2.", "factor"),
            ),
        ),
        Bug(
            right="b_bar = error",
            wrong="b_bar = W_bar",
            hint="In the check W is right, and b has the ratio x.",
            found="The slope of W was copied for b. It holds x, and b is not multiplied by x.",
            mended="b is added, so its slope is that of ŷ.",
            others=(
                ("b_bar = error * b", "ŷ = Wx + b has the slope 1 in b, not b.", "by-input"),
                ("b_bar = -error", "`error` is ŷ − y, and it grows with b.", "lost-sign"),
                ("b_bar = 2 * error", "The cost has a ½, and it cancels the 2.", "factor"),
            ),
        ),
    ),
    hints=("Say of each line what it should hold: the error, the cost, a slope, a step.",),
    solution=("The check sees a wrong step only because the slope is read off the step itself.",),
)  # fmt: skip
MEAN = BugExercise(
    slug="bug-in-a-mean-over-points",
    topic="common-mistakes",
    level=2,
    prompt="A straight line, four points, and the mean of their squared errors. "
    "One line is wrong. Which?",
    program=programs.four_points,
    places=({"W": 1.0, "b": 0.5}, {"W": -0.5, "b": 2.0}),
    reasons=(
        "The four points are data; they are what they are.",
        "A straight line, at all four x at once.",
        "The squares of the four errors, and their mean.",
        "A mean of four has the slope ¼ in each; the square gives the 2.",
        "Every point pulls at W with its x, and the pulls add up.",
        "Every point pulls at b with slope 1, and the pulls add up.",
        "The cost, and the adjoints in the order of the arguments.",
    ),
    bugs=(
        Bug(
            right="y_hat_bar = 2 * (y_hat - y) / len(y)",
            wrong="y_hat_bar = 2 * (y_hat - y)",
            mistake="factor",
            hint="In the check both ratios are the number of points.",
            found="Both are too large by the number of points: the cost is a mean, this is the "
            "slope of a sum. With one point the check would have passed.",
            mended="Each of the four errors counts for a quarter.",
            others=(
                ("y_hat_bar = (y_hat - y) / len(y)",
                 "Now the 2 of the square is missing; this cost has no ½ that would cancel it.",
                 "factor"),
                ("y_hat_bar = 2 * (y - y_hat) / len(y)",
                 "Right but for the sign: ŷ − y grows with ŷ.", "lost-sign"),
                ("y_hat_bar = 2 * (y_hat - y).mean()",
                 "The mean was taken too early: each ŷ has a slope of its own."),
            ),
        ),
        Bug(
            right="W_bar = (y_hat_bar * x).sum()",
            wrong="W_bar = (y_hat_bar * x).mean()",
            mistake="factor",
            hint="In the check b is right, and W has the ratio ¼.",
            found="The mean is in `y_hat_bar` already. Here it was taken once more.",
            mended="W is used four times; four paths meet in it, and they add.",
            others=(
                ("W_bar = (y_hat_bar * W).sum()", "ŷ = Wx + b has the slope x in W, not W.",
                 "by-input"),
                ("W_bar = y_hat_bar.sum()", "The link from ŷ to W has the slope x.", "stopped"),
                ("W_bar = y_hat_bar.sum() * x.sum()",
                 "A sum of products is not the product of the sums."),
            ),
        ),
        Bug(
            right="b_bar = y_hat_bar.sum()",
            wrong="b_bar = (y_hat_bar * b).sum()",
            mistake="by-input",
            hint="In the check W is right, and the ratio of b is b itself.",
            found="ŷ = Wx + b has the slope 1 in b. Here stands b.",
            mended="b is added at each of the four points, with slope 1.",
            others=(
                ("b_bar = y_hat_bar.mean()", "The mean is in `y_hat_bar` already.", "factor"),
                ("b_bar = -y_hat_bar.sum()", "ŷ grows with b: no sign turns here.", "lost-sign"),
                ("b_bar = W_bar", "That holds the x of each point, and b does not."),
            ),
        ),
    ),
    hints=("Where is the mean taken: in the cost, and where in the slopes?",),
    solution=("A mean brings 1/n once, a sum over the points brings none.",),
)  # fmt: skip
NUDGED = BugExercise(
    slug="bug-in-a-measured-slope",
    topic="common-mistakes",
    level=2,
    prompt=(
        "Here the check itself is the program: a central difference. It is held against one "
        "that is known to be good. One line is wrong. Which?"
    ),
    program=programs.nudged,
    places=({"W": 0.9}, {"W": 1.4}),
    reasons=(
        "It is the cost that line 2 names.",
        "With h = 10⁻⁵ a central difference is good to nine digits or ten.",
        "The same cost, W nudged up by h.",
        "The same cost, W nudged down by h.",
        "The two places are 2h apart.",
        "The cost, and the slope that was measured.",
    ),
    bugs=(
        Bug(
            right="slope = (above - below) / (2 * h)",
            wrong="slope = (above - below) / h",
            mistake="factor",
            hint="The ratio is 2.",
            found="The measured slope is twice what it should be: from W − h to W + h it is 2h.",
            mended="The rise, over the 2h between the two places.",
            others=(
                ("slope = (above - below) / 2", "Then the slope would be as small as h."),
                ("slope = (above - J) / h",
                 "A forward difference. It is off by about h, too much for six digits."),
                ("slope = (below - above) / (2 * h)", "`above` minus `below`, not the other way.",
                 "lost-sign"),
            ),
        ),
        Bug(
            right="h = 1e-5",
            wrong="h = 1e-15",
            hint="The ratio is near 1, and it is no number that one would know.",
            found="h is so small that W + h and W have all digits but one or two in common. In "
            "the difference these cancel, and rounding is left.",
            mended="Small enough for the curve, large enough for rounding.",
            others=(
                ("h = 1e-13", "Better, but most digits still cancel."),
                ("h = 0.1", "Too large: on such a way the curve bends. The error grows like h²."),
                ("h = 1.0", "That is no nudge."),
            ),
        ),
        Bug(
            right="below = ((W - h) ** 3 - x) ** 2",
            wrong="below = (W**3 - x) ** 2",
            mistake="factor",
            hint="The ratio is ½.",
            found="W was nudged to one side only, and the rise divided by two steps.",
            mended="Up on one side, down on the other.",
            others=(
                ("below = ((W + h) ** 3 - x) ** 2", "Then `above` and `below` are the same."),
                ("below = ((h - W) ** 3 - x) ** 2", "That is the cost near −W."),
                ("below = ((W - h) ** 3 + x) ** 2", "That is another cost: its sign at x differs."),
            ),
        ),
    ),
    hints=("A central difference: same way up and down, over the distance between both.",),
    solution=("Before you trust a check, let it measure a slope that you know.",),
)  # fmt: skip
