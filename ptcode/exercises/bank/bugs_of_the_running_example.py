"""Programs with a wrong line: the running example forwards and back."""

from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.mistakes.bug_lab import programs

_RUNNING = ({"W1": 0.8, "W2": -1.2}, {"W1": -0.6, "W2": 1.4})

RUNNING = BugExercise(
    slug="bug-in-the-running-example",
    topic="common-mistakes",
    level=2,
    prompt="The running example, forwards and back. One line is wrong. Which?",
    program=programs.two_weights,
    places=_RUNNING,
    reasons=(
        "`slope` is σ′, a function of the weighted input z.",
        "Weight times input.",
        "σ of the weighted input.",
        "Weight times what comes in, and here that is a₁.",
        "σ of the weighted input.",
        "Half the square of the error, as line 2 says.",
        "From J to z₂ there are two links: ŷ − y, and σ′ at z₂.",
        "z₂ = W₂a₁ has the slope a₁ in W₂.",
        "z₂ = W₂a₁ has the slope W₂ in a₁.",
        "a₁ = σ(z₁): the link is σ′ at z₁.",
        "z₁ = W₁x has the slope x in W₁.",
        "The cost, and the adjoints in the order of the arguments.",
    ),
    bugs=(
        Bug(
            right="z1_bar = a1_bar * slope(z1)",
            wrong="z1_bar = a1_bar * slope(a1)",
            mistake="at-activation",
            hint="In the check W₂ is right and W₁ is not: look behind the line where their ways "
            "part. The ratio is not W₁/x.",
            found="`slope` is a function of z. For z₂ it gets `z2`; here it gets `a1`.",
            mended="σ′ is taken where σ works, and σ works at z₁.",
            others=(
                ("z1_bar = a1_bar", "From a₁ back to z₁ there is a σ to go through.", "stopped"),
                ("z1_bar = a1_bar * slope(x)", "σ works at z₁ = W₁x, not at x.", "at-input"),
                ("z1_bar = a1_bar * slope(z2)", "That is the slope of the other σ."),
            ),
        ),
        Bug(
            right="W1_bar = z1_bar * x",
            wrong="W1_bar = z1_bar * W1",
            mistake="by-input",
            hint="In the check W₂ is right and W₁ is not. Its ratio is weight over input.",
            found="z₁ = W₁x was differentiated with respect to x. The data do not move.",
            mended="W₁ moves, and z₁ = W₁x has the slope x in it.",
            others=(
                ("W1_bar = z1_bar", "From z₁ back to W₁ there is a factor x.", "stopped"),
                ("W1_bar = -z1_bar * x", "No sign turns in W₁x.", "lost-sign"),
                ("W1_bar = z1_bar * a1", "a₁ is what W₂ is multiplied by. W₁ meets x."),
            ),
        ),
        Bug(
            right="z2_bar = (y_hat - y) * slope(z2)",
            wrong="z2_bar = y_hat - y",
            mistake="stopped",
            hint="In the check both are off by the same factor, more than 4: the slip lies "
            "before the line where their ways part.",
            found="Both are too large by 1/σ′(z₂): the link from ŷ back to z₂ was left out.",
            mended="Through the cost, and then through σ.",
            others=(
                ("z2_bar = (y_hat - y) * slope(y_hat)",
                 "`slope` is a function of z, and ŷ is σ(z₂).", "at-activation"),
                ("z2_bar = (y - y_hat) * slope(z2)", "J rises with ŷ where ŷ is above y.",
                 "lost-sign"),
                ("z2_bar = 2 * (y_hat - y) * slope(z2)", "The ½ of the cost cancels the 2.",
                 "factor"),
            ),
        ),
        Bug(
            right="z2_bar = (y_hat - y) * slope(z2)",
            wrong="z2_bar = (y_hat - y) * slope(y_hat)",
            mistake="at-activation",
            hint="In the check both are off by the same factor, so the slip lies before the line "
            "where their ways part. The factor is not 2 and not −1.",
            found="`slope` is a function of z. It gets `z1` for z₁, but here ŷ, which is σ(z₂).",
            mended="σ′ is taken where σ works, and that σ works at z₂.",
            others=(
                ("z2_bar = y_hat - y", "From ŷ back to z₂ there is a σ to go through.", "stopped"),
                ("z2_bar = (y_hat - y) * slope(z1)", "That is the slope of the other σ."),
                ("z2_bar = (y - y_hat) * slope(z2)", "J rises with ŷ where ŷ is above y.",
                 "lost-sign"),
            ),
        ),
    ),
    hints=(
        "Walk back from the cost. Which link does each line go through, and where is its slope "
        "taken?",
    ),
    solution=("What is right for one weight and wrong for the other is wrong behind the line where "
              "their ways part.",),
)  # fmt: skip
WAY_BACK = BugExercise(
    slug="bug-in-a-step-on-the-way-back",
    topic="common-mistakes",
    level=3,
    prompt="The running example once more, with one step of W₂. One line is wrong. Which?",
    program=programs.first_step,
    places=_RUNNING,
    reasons=(
        "The first layer: σ of W₁x.",
        "The second layer: σ of W₂a₁.",
        "Half the square of the error, as line 2 says.",
        "From J to z₂ there are two links: ŷ − y, and the slope ŷ(1 − ŷ) of σ.",
        "z₂ = W₂a₁ has the slope a₁ in W₂.",
        "A step against the slope, α times as long. It may be taken here if nothing after it "
        "uses `W2_new` for `W2`.",
        "z₂ = W₂a₁ has the slope W₂ in a₁, and the forward pass used the old W₂.",
        "a₁ = σ(z₁) has the slope a₁(1 − a₁).",
        "z₁ = W₁x has the slope x in W₁.",
        "The cost, the adjoint of W₁, and the slope that the step of W₂ has used.",
    ),
    bugs=(
        Bug(
            right="a1_bar = z2_bar * W2",
            wrong="a1_bar = z2_bar * W2_new",
            mistake="updated",
            hint="In the check W₂ is right, and W₁ has a ratio near 1. With half the α it would be "
            "half as far from 1.",
            found="The ratio is that of the new W₂ to the old one. A gradient that depends on the "
            "learning rate is none.",
            mended="The old W₂: J was computed with it.",
            others=(
                ("a1_bar = z2_bar * W1", "W₁ leads into a₁; out of it leads W₂."),
                ("a1_bar = z2_bar * a1", "a₁ is the slope in W₂. Here the slope in a₁ is wanted."),
                ("a1_bar = z2_bar", "From z₂ back to a₁ there is a factor W₂.", "stopped"),
            ),
        ),
        Bug(
            right="W2_new = W2 - alpha * W2_bar",
            wrong="W2_new = W2 + alpha * W2_bar",
            mistake="lost-sign",
            hint="In the check W₁ is right, and W₂ has the ratio −1.",
            found="The adjoint of W₂ is right, and its step goes uphill.",
            mended="Against the slope, and α times as long.",
            others=(
                ("W2_new = W2 - W2_bar", "The sign is right now, but α is missing."),
                ("W2_new = W2 - alpha * z2_bar", "From z₂ back to W₂ there is a factor a₁.",
                 "stopped"),
                ("W2_new = W2 - alpha * W2_bar / 2",
                 "The ½ of the cost has cancelled the 2 of its square already.", "factor"),
            ),
        ),
        Bug(
            right="W2_bar = z2_bar * a1",
            wrong="W2_bar = z2_bar * W2",
            mistake="by-input",
            hint="In the check W₁ is right, and the ratio of W₂ is W₂/a₁.",
            found="W₂ was held for what does not move. But here W₂ is to be changed.",
            mended="z₂ = W₂a₁ has the slope a₁ in W₂.",
            others=(
                ("W2_bar = z2_bar", "From z₂ back to W₂ there is a factor a₁.", "stopped"),
                ("W2_bar = -z2_bar * a1", "No sign turns in W₂a₁.", "lost-sign"),
                ("W2_bar = z2_bar * x", "x is what W₁ is multiplied by. W₂ meets a₁."),
            ),
        ),
    ),
    hints=("Of every `W2` and `W2_new` ask: which of them was there in the forward pass?",),
    solution=("First the whole gradient, then all the steps: then this cannot happen.",),
)  # fmt: skip
