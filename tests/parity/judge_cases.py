"""What the browser's judge may say, and functions that would keep a careless one busy for hours."""

KINDS = {
    "correct", "unsimplified", "mistake", "slip", "scaled", "partial", "rounded", "unfinished",
    "unreadable", "wrong", "follows", "incomplete", "unknown", "undecided", "misread",
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
