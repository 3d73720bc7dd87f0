"""A style sheet without the rules that no page can use.

A selector is kept if every class and id it asks for is one that an element of a page has or that
a script may give. Those inside ``:not()``, ``:is()`` and ``:where()`` are not asked for. A custom
property is kept if a rule, a page or a script names it.
"""

import hashlib
import re

import tinycss2

HAS = re.compile(r"\s(?:class|id)=(?:\"([^\"]*)\"|'([^']*)')")
# A string of a script that is nothing but names, such as "first" or "search highlighted".
GIVES = re.compile(r"""(?=(["'`])([a-z][\w-]*(?: [a-z][\w-]*)*)\1)""")
DEFINED = re.compile(
    r"""(?<=[{;\s])(--[\w-]+)\s*:(?:url\([^)]*\)|"[^"]*"|'[^']*'|[^;{}"'])*(?:;|(?=\}))"""
)
EMPTY = re.compile(r"[^{};]+\{\s*\}")
NAMED = re.compile(r"--[\w-]+(?!\s*:)(?![\w-])")
ASKED = re.compile(r"[.#](-?[_a-zA-Z][\w-]*)")
CONDITIONAL = {"media", "supports", "layer", "container"}


def has(pages):
    """The classes and ids of the elements of some pages."""
    found = set()
    for page in pages:
        for pair in HAS.findall(page):
            found.update("".join(pair).split())
    return found


def gives(scripts):
    """What may be a class or an id in some scripts."""
    found = set()
    for script in scripts:
        for _, names in GIVES.findall(script):
            found.update(names.split())
    return found


def purge_once(css, known, cache):
    """What `purge` gives, kept in the folder: a style sheet takes seconds to read."""
    asked = sorted(known.intersection(ASKED.findall(css)))
    key = hashlib.sha256("\0".join((css, *asked)).encode()).hexdigest()[:24]
    stored = cache / f"{key}.css"
    if not stored.exists():
        cache.mkdir(parents=True, exist_ok=True)
        stored.write_text(purge(css, known), "utf-8")
    return stored.read_text("utf-8")


def purge(css, known):
    """The rules of a style sheet whose selectors can match, given the words of the site."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(filter(None, (kept(rule, known) for rule in rules)))


def kept(rule, known):
    """One rule, reduced to what can match; nothing if that is nothing."""
    if rule.type == "qualified-rule":
        selectors = [text for text in split(rule.prelude) if can_match(text, known)]
        content = tinycss2.serialize(rule.content).strip()
        return f"{','.join(selectors)}{{{content}}}" if selectors and content else ""
    if rule.type == "at-rule" and rule.lower_at_keyword in CONDITIONAL and rule.content:
        inside = purge(tinycss2.serialize(rule.content), known)
        prelude = tinycss2.serialize(rule.prelude).strip()
        return f"@{rule.lower_at_keyword} {prelude}{{{inside}}}" if inside else ""
    if rule.type == "at-rule" and rule.lower_at_keyword not in {"charset", "font-face", "import"}:
        return rule.serialize()
    return ""


def split(prelude):
    """The selectors of a list, split at its outer commas."""
    parts, current = [], []
    for token in prelude:
        if token == ",":
            parts.append(current)
            current = []
        else:
            current.append(token)
    return [tinycss2.serialize(part).strip() for part in (*parts, current)]


def can_match(selector, known):
    """Whether every class and id of a selector is a known word."""
    outside = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    plain = re.sub(r"\[[^\]]*\]", "", outside)
    return "\\" in plain or all(name in known for name in ASKED.findall(plain))


def without_unused(css, *others):
    """A style sheet less the custom properties that neither it nor the other texts ask for."""
    asked = set().union(*(NAMED.findall(text) for text in (css, *others)))
    shorter = DEFINED.sub(lambda found: found[0] if found[1] in asked else "", css)
    shorter = EMPTY.sub("", shorter)
    return css if shorter == css else without_unused(shorter, *others)
