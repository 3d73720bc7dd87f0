"""Programs with a wrong line: one weight in two layers, and a layer of two units."""

from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.mistakes.bug_lab import programs

SHARED = BugExercise(
    slug="bug-in-a-shared-weight",
    topic="common-mistakes",
    level=2,
    prompt="One weight, used in both layers. One line is wrong. Which?",
    program=programs.shared_weight,
    places=({"W": 0.8}, {"W": -0.7}),
    reasons=(
        "The first layer: σ of Wx.",
        "The second layer, with the same W: σ of Wa₁.",
        "Half the square of the error, as line 2 says.",
        "From J to z₂ there are two links: ŷ − y, and the slope ŷ(1 − ŷ) of σ.",
        "This is the path through the second layer: z₂ = Wa₁ has the slope a₁ in W.",
        "z₂ = Wa₁ has the slope W in a₁.",
        "a₁ = σ(z₁) has the slope a₁(1 − a₁).",
        "This is the path through the first layer, and it adds to the other one.",
        "The cost, and the one adjoint there is.",
    ),
    bugs=(
        Bug(
            right="W_bar += z1_bar * x",
            wrong="W_bar = z1_bar * x",
            mistake="overwritten",
            hint="In how many places is W used, and how many of them does `W_bar` hold?",
            found="The weight is used twice, and two lines begin with `W_bar =`. The second wipes "
            "out what the first had found.",
            mended="Two paths lead back to W, and they add.",
            others=(
                ("W_bar -= z1_bar * x", "The paths add, whatever their signs are.", "lost-sign"),
                ("W_bar *= z1_bar * x", "Links of one path are multiplied. Two paths add."),
                ("W_bar += z1_bar * W", "z₁ = Wx has the slope x in W.", "by-input"),
            ),
        ),
        Bug(
            right="a1_bar = z2_bar * W",
            wrong="a1_bar = z2_bar * a1",
            hint="The first of the two paths is right. Go along the second one.",
            found="a₁ is the slope of z₂ in W. To get on from z₂ to a₁ the slope in a₁ is wanted.",
            mended="z₂ = Wa₁: in a₁ the slope is W.",
            others=(
                ("a1_bar = z2_bar", "From z₂ back to a₁ there is a factor W.", "stopped"),
                ("a1_bar = -z2_bar * W", "No sign turns in Wa₁.", "lost-sign"),
                ("a1_bar = z2_bar * x", "x leads into the first layer. Here is the second."),
            ),
        ),
        Bug(
            right="z1_bar = a1_bar * a1 * (1 - a1)",
            wrong="z1_bar = a1_bar",
            mistake="stopped",
            hint="The first of the two paths is right. Count the links of the second.",
            found="From a₁ back to z₁ there is a σ, and it was left out.",
            mended="σ′(z₁), written with a₁: a₁(1 − a₁).",
            others=(
                ("z1_bar = a1_bar * (1 - a1)", "Half of it: the slope of σ is a₁(1 − a₁)."),
                ("z1_bar = a1_bar * a1 * (a1 - 1)", "σ rises everywhere, and a₁ is below 1.",
                 "lost-sign"),
                ("z1_bar = a1_bar * sigmoid.derivative(a1)", "σ′ is to be taken at z₁.",
                 "at-activation"),
            ),
        ),
    ),
    hints=("Draw the graph: from how many places does a way lead back to W?",),
    solution=("What is used twice gets two adjoints, and they add.",),
)  # fmt: skip
LAYER = BugExercise(
    slug="bug-in-a-layer",
    topic="common-mistakes",
    level=3,
    prompt="Two units with tanh, and one output. One line is wrong. Which?",
    program=programs.a_layer,
    places=(
        {"W1": [[0.5, -0.3], [0.2, 0.8]], "W2": [0.7, -0.4]},
        {"W1": [[-0.4, 0.6], [0.9, 0.1]], "W2": [1.1, 0.5]},
    ),
    reasons=(
        "The input and the target are data.",
        "Row i of W₁ times the input is the weighted input of unit i.",
        "tanh of each weighted input.",
        "Both units, weighted and added.",
        "Half the square of the error, as line 2 says.",
        "The output is ŷ = z₂ itself, with no tanh: δ₂ = ŷ − y.",
        "ŷ has the slope a₁ in W₂, unit by unit.",
        "Back through W₂ to each unit, and through its tanh, whose slope is 1 − a₁².",
        "Entry `[i, j]` of W₁ leads from input j to unit i: δ₁ of i times x of j.",
        "The cost, and the adjoints in the order of the arguments.",
    ),
    bugs=(
        Bug(
            right="W1_bar = np.outer(delta1, x)",
            wrong="W1_bar = np.outer(x, delta1)",
            hint="In the check W₂ is right. In W₁ the entries stand in each other's places.",
            found="Rows and columns are swapped: what is claimed at `[0, 1]` was measured at "
            "`[1, 0]`. It ran because the matrix is square.",
            mended="Rows belong to units, columns to inputs, as in W₁ itself.",
            others=(
                ("W1_bar = np.outer(delta1, a1)", "a₁ comes out of this layer. x goes in."),
                ("W1_bar = delta1 * W1", "z₁ = W₁x has the slope x in W₁.", "by-input"),
                ("W1_bar = np.outer(delta2 * W2, x)", "From a₁ back to z₁ there is a tanh.",
                 "stopped"),
            ),
        ),
        Bug(
            right="delta1 = delta2 * W2 * (1 - a1**2)",
            wrong="delta1 = delta2 * W2 * (1 - np.tanh(a1) ** 2)",
            mistake="at-activation",
            hint="In the check W₂ is right. Each row of W₁ has a ratio of its own.",
            found="1 − tanh² was taken at a₁. It is to be taken at z₁, and tanh(z₁) is a₁.",
            mended="tanh′(z₁) = 1 − tanh(z₁)² = 1 − a₁².",
            others=(
                ("delta1 = delta2 * W2", "From a₁ back to z₁ there is a tanh.", "stopped"),
                ("delta1 = delta2 * W2 * a1 * (1 - a1)", "That is the slope of σ. Here is tanh."),
                ("delta1 = delta2 * W2 * (1 - a1) ** 2", "The square belongs to a₁: 1 − a₁²."),
            ),
        ),
        Bug(
            right="W2_bar = delta2 * a1",
            wrong="W2_bar = delta2 * W2",
            mistake="by-input",
            hint="In the check all of W₁ is right.",
            found="ŷ was differentiated with respect to a₁. But W₂ is to be changed.",
            mended="ŷ has the slope a₁ in W₂, unit by unit.",
            others=(
                ("W2_bar = a1", "That is the slope of ŷ. The slope of J in ŷ is missing.",
                 "stopped"),
                ("W2_bar = -delta2 * a1", "δ₂ = ŷ − y has the right sign already.", "lost-sign"),
                ("W2_bar = delta2 * z1", "ŷ is made of a₁, not of z₁."),
            ),
        ),
    ),
    hints=("Which weights come after δ₁, and which before it?",),
    solution=("The adjoint of a matrix has its shape, and its rows and columns mean the same.",),
)  # fmt: skip
