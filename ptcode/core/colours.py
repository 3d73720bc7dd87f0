"""Colours for a browser that does not know light-dark(), made of the pairs in colours.css."""

from __future__ import annotations

import re

_PAIR = re.compile(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\);")
_PAIRS = re.compile(r":root \{[^}]*light-dark[^}]*\}")
_DECIDES = re.compile(r"(?P<who>[^{}]+)\{ color-scheme: (?P<scheme>[a-z ]+); \}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FORCED = re.compile(r"@media \(forced-colors[^{]*\{[^}]*\}\s*\}")
_GUEST = """
.pt-guest { color-scheme: light dark; }
@media print { .pt-guest { color-scheme: light; } }
"""
_KNOWN = "(color: light-dark(#000, #fff))"


def plain_first(sheet: str) -> str:
    """The sheet of colours with each pair also as plain ones.

    Whatever decides for light or dark decides for these, too.

    >>> sheet = ":root { --ink: light-dark(#000, #fff); } html { color-scheme: dark; }"
    >>> print(plain_first(sheet).replace("}}", "}}\\n"))
    :root { --ink: #000; }
    @supports not (color: light-dark(#000, #fff)) { html { --ink: #fff; }}
    <BLANKLINE>
    @supports (color: light-dark(#000, #fff)) { :root { --ink: light-dark(#000, #fff); } }
     html { color-scheme: dark; }
    """
    pairs, rest = _PAIRS.search(sheet), _PAIRS.sub("", sheet, count=1)
    deciding = _COMMENT.sub("", rest).strip()
    if pairs is None:
        return sheet
    colours = _PAIR.findall(pairs[0])
    plain = {
        scheme: " ".join(f"{name}: {pair[dark]};" for name, *pair in colours)
        for dark, scheme in enumerate(("light", "dark"))
    }

    def decided(rule: re.Match[str]) -> str:
        who, scheme = rule["who"].strip(), rule["scheme"]
        if scheme in plain:
            return f"{who} {{ {plain[scheme]} }}"
        dark = f"@media (prefers-color-scheme: dark) {{ {who} {{ {plain['dark']} }} }}"
        return f"{who} {{ {plain['light']} }} {dark}"

    return "\n".join(
        (
            f":root {{ {plain['light']} }}",
            f"@supports not {_KNOWN} {{ {_DECIDES.sub(decided, deciding)}}}",
            f"@supports {_KNOWN} {{ {pairs[0]} }}",
            rest,
        )
    )


def apart(sheet: str) -> str:
    """The sheet for a figure that stands by itself, in an element of the class pt-guest.

    Nothing outside of it has these colours, and the reader's system decides for light or dark.

    >>> print(apart(":root { --ink: light-dark(#000, #fff); }").splitlines()[0])
    .pt-guest { --ink: #000; }
    """
    parts = (pattern.search(sheet) for pattern in (_PAIRS, _FORCED))
    pairs, forced = (found[0] if found else "" for found in parts)
    return f"{plain_first(pairs + _GUEST)}{forced}\n".replace(":root", ".pt-guest")
