"""What the browser's judge may say, and functions that would keep a careless one busy for hours."""

from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.sentences import sentences
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.words import WORDS

TITLES = {
    mistake.name: [mistake.title, *(words.title for words in WORDS.get(mistake.name, ()))]
    for mistake in (*MISTAKES, *SLIPS)
}
PAIR, FIRST = (sentences()[name].split("{")[0] for name in ("pair", "mistake"))


def name(kind, mistakes, lines):
    """The key in the table of answers: the kind, the mistakes that fit, or the slips.

    What two of them lead to at once is "one + other".
    """
    if kind not in ("mistake", "slip") or not (mistakes or lines[0].startswith((PAIR, FIRST))):
        return kind
    if lines[0].startswith(PAIR):
        return " + ".join(sorted(_titled(lines[0])))
    return "|".join(sorted(mistakes or _titled(lines[0])))


def _titled(line):
    return {name for name, titles in TITLES.items() if any(title in line for title in titles)}


KINDS = {
    "correct", "unsimplified", "mistake", "slip", "scaled", "partial", "rounded", "unfinished",
    "unreadable", "wrong", "follows", "incomplete", "unknown", "undecided", "misread",
    "found",
}  # fmt: skip
MONSTERS = (
    "σ(" * 28 + "x" + ")" * 28,
    " + ".join(f"sin({n}x²)" for n in range(2, 28)),
    "·".join(f"σ(sin({n}x))" for n in range(2, 22)),
    "tanh(" * 7 + "σ(x)" + ")" * 7,
    "x^(x^(x^x))",
    "x^(" * 30 + "x" + ")" * 30,
    "(" * 12 + "x" + " + sin x)²" * 12,
    "sin(x·" * 18 + "x" + ")" * 18,
    "e^(x·" * 14 + "x" + ")" * 14,
    "x/(1 + " * 18 + "x" + ")" * 18,
    "+".join(f"|x−{n}|" for n in range(50)),
    "".join(f"(x+{n})" for n in range(2, 62)),
)
