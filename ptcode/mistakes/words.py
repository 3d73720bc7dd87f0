"""In which words a mistake is told: those of a stage of the book, or of what the expression is.

The words in the table of mistakes are those of Common mistakes. A reader of the first chapter has
met no chain and no ``+=``, a product is not a sum, and of a typed number no formula is seen: where
others fit better they stand here, and the first that fit are spoken.
"""

from __future__ import annotations

from dataclasses import dataclass

from ptcode.core.names import known_name
from ptcode.core.topics import TOPICS
from ptcode.mistakes.mistakes import Mistake

STAGES = tuple(TOPICS)
"""The topics of the book, in the order in which a reader meets them."""
FULL = STAGES[-1]
"""The stage at which every word of the book is known."""
NUMBER = "number"
"""Stands among the heads where the answer is a number."""


def _before(stage: str) -> tuple[str, ...]:
    return STAGES[: STAGES.index(stage)]


@dataclass(frozen=True)
class Words:
    """What is done, why it tempts, how to see it; ``tempts`` may be empty.

    ``stages`` are those of the book where they are spoken, ``of`` the heads that the expression
    must have, or one link of the chain; empty stands for all.
    """

    title: str
    tempts: str
    exposed: str
    stages: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


_TO_COMPOSITES, _TO_THE_CHAIN_RULE = _before("composite-functions"), _before("chain-rule")
_TO_PATHS, _TO_NETWORKS = _before("several-paths"), _before("backpropagation")
_FROM_PATHS = STAGES[len(_TO_PATHS) :]
_STAYS = "in sin(x²) the sine works at x², and its derivative must be taken there too"
_HURRY = "after the first term the answer already looks finished"

WORDS: dict[str, tuple[Words, ...]] = {
    "unseen": (
        Words(
            "differentiating as if the variable stood alone inside the function",
            "the shape is seen first, as when (2x + 1)³ is read like x³ and sin(x²) like sin x",
            "put in a number: what is worked out before the function is applied? It has a "
            "derivative too",
            _TO_COMPOSITES,
        ),
    ),
    "swapped": (
        Words(
            "taking what is done first for what is done last",
            "what is written first looks like what is done last; in sin²x the square is last",
            "put in a number and note the order of the operations",
            _TO_COMPOSITES,
        ),
    ),
    "stopped": (
        Words(
            "leaving out one of the factors that must be multiplied",
            "with several factors one is soon passed over",
            "count the steps from the first value to the last: each gives one factor",
            of=(NUMBER,),
        ),
        Words(
            "leaving out the derivative of what stands inside",
            "once the function outside is differentiated, the answer already looks finished",
            "try it on (2x)², which is 4x²: 2·(2x) is too small, the factor 2 from inside is "
            "missing",
            _TO_THE_CHAIN_RULE,
        ),
    ),
    "nested": (
        Words(
            "putting the derivative of what stands inside in its place",
            "every function seems to want its derivative just where it stands",
            _STAYS,
            _TO_COMPOSITES,
        ),
    ),
    "at-input": (
        Words(
            "taking the derivative of what is outside at the variable, not at what stands inside",
            "tables are written with x, as in (sin x)′ = cos x",
            _STAYS,
            _TO_COMPOSITES,
        ),
    ),
    "slope-inside": (
        Words(
            "putting the derivative of what stands inside in its place as well",
            "it has just been found, and it is needed once already",
            _STAYS,
            _TO_COMPOSITES,
        ),
    ),
    "outer-kept": (
        Words(
            "differentiating only what stands inside",
            "x is seen there, and nowhere else",
            "try it on (2x)², which is 4x²: 2² would be 4, and the derivative is 8x",
            _TO_COMPOSITES,
        ),
    ),
    "outer-left": (
        Words(
            "leaving what is outside as it is",
            "what stands inside has been differentiated, and with it something has been done",
            "try it on (2x)², which is 4x²: (2x)²·2 would be 8x², and the derivative is 8x",
            _TO_COMPOSITES,
        ),
    ),
    "as-product": (
        Words(
            "taking one function inside another for a product",
            "two functions side by side on the page look like two factors",
            "compare the two at a number: sin(x²) and sin x·x² are not the same at x = 2",
            _TO_THE_CHAIN_RULE,
        ),
    ),
    "lost-sign": (
        Words(
            "getting a sign wrong",
            "",
            "go through the signs one by one, and put brackets round every negative number",
            of=(NUMBER,),
        ),
        Words(
            "getting a sign wrong",
            "the derivative of cos is −sin: the rule itself brings a minus",
            "is the function rising or falling there? The sign of the derivative must say so",
            of=("Cos",),
        ),
        Words(
            "getting a sign wrong",
            "one term of the quotient rule is subtracted, and the other is not",
            "write (f′g − fg′)/g² down first, then put f and g in",
            of=("Divide",),
        ),
    ),
    "at-activation": (
        Words(
            "taking σ′ at the value of σ, and not at what goes into σ",
            "σ′ is written with the value of σ: σ′(z) = σ(z)·(1 − σ(z)), which is not σ′(σ(z))",
            "compare the two at z = 0: σ′(0) is 0.25, and σ′(σ(0)) = σ′(0.5) is 0.235",
            _TO_NETWORKS,
        ),
    ),
    "overwritten": (
        Words(
            "leaving out a term of the product rule",
            _HURRY,
            "in (f·g)′ = f′g + fg′ each factor has its turn: as many terms as factors",
            _TO_PATHS,
            ("Multiply",),
        ),
        Words(
            "leaving out a term of the quotient rule",
            _HURRY,
            "in (f/g)′ = (f′g − fg′)/g² each of the two has its turn",
            of=("Divide",),
        ),
        Words(
            "letting only the base move, or only the exponent",
            "each of the two rules for powers holds one of them fixed",
            "here both move: each has its turn, and the two results are added",
            of=("Power",),
        ),
        Words(
            "leaving out a term",
            _HURRY,
            "differentiate term by term, and count: every term in which x stands leaves one",
            _TO_PATHS,
        ),
        Words(
            "leaving out a term of the product rule, as = does where += is needed",
            _HURRY,
            "x stands in each of the factors: each is a path, and each leaves a term",
            _FROM_PATHS,
            ("Multiply",),
        ),
        Words(
            "leaving out a term of the sum, as = does where += is needed",
            _HURRY,
            "every term in which x stands is a path to the result; count them",
            _FROM_PATHS,
            ("Add",),
        ),
    ),
    "updated": (
        Words(
            "using a value that had already been updated",
            "one line is done, and its new value is at hand",
            "take all slopes where you stand, before anything moves",
            _TO_NETWORKS,
        ),
    ),
}
"""By mistake; tried in order, before the words of the table."""


def told(mistake: Mistake, stage: str, heads: tuple[str, ...] = ()) -> Words:
    """The words for a mistake at a stage, in an expression that has these heads.

    >>> from ptcode.mistakes.mistakes import MISTAKES
    >>> kept = next(each for each in MISTAKES if each.name == "overwritten")
    >>> told(kept, "derivatives", ("Multiply",)).title
    'leaving out a term of the product rule'
    """
    fitting = (words for words in spoken(mistake.name, stage) if set(heads) & set(words.of))
    whole = (words for words in spoken(mistake.name, stage) if not words.of)
    default = Words(mistake.title, mistake.tempts, mistake.exposed)
    return next(fitting, None) or next(whole, default)


def spoken(name: str, stage: str) -> list[Words]:
    """All words of a stage for a mistake, but those of the table of mistakes.

    Raises ValueError for what is no stage.
    """
    known_name(stage, "stage", STAGES)
    return [words for words in WORDS.get(name, ()) if not words.stages or stage in words.stages]
