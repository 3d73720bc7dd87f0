"""The twelve common mistakes: what is done, why it tempts, how it shows, and what it leads to.

Each is one entry, plain data: a mistake that is added here is known to ``diagnose`` and, after
tools/generate.py, to the browser. The words of its templates are explained in ``templates``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ptcode.mistakes.templates import (
    BEFORE_LAST,
    FACTOR,
    INNER_SLOPE,
    LAST_SLOPE_AT_X,
    SLOPE_AT_X,
    TURNED,
    Entry,
    Template,
    at_its_value,
    each,
    product,
    total,
)


@dataclass(frozen=True)
class Mistake:
    """A misconception: its name, what is done, why it tempts, how to see that it is wrong.

    ``chain``, ``paths`` and ``network`` are the templates of the wrong answers it leads to. On a
    network the templates of the chain hold too. Where two are made at once, ``links`` are the wrong
    factors of one link, and ``besides`` is what is made of another one's wrong answer. A ``slip``
    has words, but no section in Common mistakes. Words for a stage of the book stand in ``words``.
    """

    name: str
    title: str
    tempts: str
    exposed: str
    chain: tuple[Entry, ...] = ()
    paths: tuple[Entry, ...] = ()
    network: tuple[Entry, ...] = ()
    links: tuple[Entry, ...] = ()
    besides: tuple[Template, ...] = ()
    slip: bool = False


MISTAKES = (
    Mistake(
        "unseen",
        "not seeing that the function is composite",
        "the name of the outer function is read first, as when sin(x²) is read like sin x",
        "put in a number: which operation comes first? If two come, one is inside the other",
        chain=({"answer": LAST_SLOPE_AT_X},),
    ),
    Mistake(
        "swapped",
        "taking the inner function for the outer one",
        "what is written first looks like the outer one, as sin does in sin²x: the square is last",
        "compute f(g(2)) and g(f(2)): only one of them is the function you were given",
        chain=({"answer": product(["slope", "i", TURNED])},),
    ),
    Mistake(
        "stopped",
        "forgetting the derivative of an inner function",
        "after the outer derivative the answer already looks finished",
        "count the links and count the factors: they must be equally many",
        chain=(
            each(2, "n", product(FACTOR, first="k")),
            each(1, BEFORE_LAST, product(FACTOR, "k")),
        ),
        links=(each(1, BEFORE_LAST, 1),),
    ),
    Mistake(
        "nested",
        "putting the inner derivative inside: f′(g′(x))",
        "f(g(x)) becomes f′(g′(x)) if every letter simply gets its dash",
        "f′ must be taken where f works, and f works at g(x)",
        chain=(
            {"answer": ["fold", "i", 1, "n", 1, "x", ["slope", "i", "so-far"]]},
            each(2, "n", ["slope", "n", INNER_SLOPE]),
        ),
    ),
    Mistake(
        "at-input",
        "taking the outer derivative at x instead of g(x)",
        "tables are written with x, as in (sin x)′ = cos x, so x goes in where g(x) belongs",
        "name the inner value u and write f′(u) before you write anything else",
        chain=(
            {"answer": product(SLOPE_AT_X)},
            {"answer": ["multiply", LAST_SLOPE_AT_X, INNER_SLOPE]},
        ),
        links=(each(2, "n", ["slope", "k", "x"]),),
    ),
    Mistake(
        "as-product",
        "using the product rule on a composition",
        "two functions side by side on the page look like two factors",
        "compare f(g(x)) and f(x)·g(x) at a number, as sin(x²) and sin x·x² at x = 2",
        chain=(
            {
                "answer": total(
                    ["multiply", SLOPE_AT_X, product(["apply", "j", "x"], "i", index="j")]
                )
            },
        ),
    ),
    Mistake(
        "lost-sign",
        "getting a sign wrong",
        "a minus is one small stroke, and some rules hide one, as cos′ = −sin does",
        "is the function rising or falling there? The sign of the derivative must say so",
        chain=({"answer": ["scale", -1, ["right"]]},),
        paths=(
            # Of a quotient that is a slip with a name of its own.
            {"of": ["Add", "Multiply", "Power"], "answer": ["scale", -1, ["right"]]},
            each(1, "n", ["add", total(["path", "i"], "k"), ["scale", -1, ["path", "k"]]]),
        ),
        besides=(["scale", -1, "so-far"],),
    ),
    Mistake(
        "by-input",
        "differentiating with respect to the input instead of the weight",
        "in school x is always the variable; in training x is data and does not move",
        "ask what may be changed: only the weights",
        network=({"answer": ["multiply", "x", product(FACTOR, first=2)]},),
    ),
    Mistake(
        "at-activation",
        "taking σ′ at the activation a instead of the weighted input z",
        "a is at hand, and σ′ is written with it: σ′(z) = a(1 − a), which is not σ′(a)",
        "compare a(1 − a) with σ′(a) at one number",
        chain=(
            {"answer": product(at_its_value("i"))},
            each(1, "n", ["multiply", at_its_value("k"), product(FACTOR, "k")]),
        ),
        links=(each(1, "n", at_its_value("k")),),
    ),
    Mistake(
        "overwritten",
        "keeping one path only, as = does where += is needed",
        "with one path it makes no difference",
        "nudge the input and see all the ways the output notices",
        paths=(each(1, "n", ["path", "k"]), each(1, "n", total(["path", "i"], "k"))),
        # (ŷ − y)² is a product of two equal factors: two paths, of which one is kept.
        network=({"answer": ["scale", 0.5, ["right"]]},),
    ),
    Mistake(
        "updated",
        "using the updated W₂ in the gradient of W₁",
        "going backwards, W₂ comes first, and it is tempting to update it at once",
        "check the gradient with finite differences before any update",
        # The link before the last two is the one that multiplies by W₂.
        network=(
            {"of": ["W_1"], "answer": ["multiply", product(FACTOR, ["+", "n", -2]), ["moved"]]},
        ),
    ),
    Mistake(
        "factor",
        "getting a constant factor wrong, as between ½, mean and sum",
        "the minimum is in the same place, so nothing seems to change",
        "differentiate the cost you print: a factor in the cost is a factor in the gradient",
        network=({"answer": ["scale", 2, ["right"]]},),
    ),
)
"""In the order of Common mistakes."""
