"""The short texts of a figure: the Markdown that a sentence needs, as HTML that can do no harm."""

from __future__ import annotations

import html
import re

_ROLES = "function|slope|outer|inner|parameter|wrong|sub|sup"
_MARKUP = re.compile(
    rf"\{{(?P<role>{_ROLES})\}}`(?P<coloured>[^`]+)`"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<link>[^\]]+)\]\((?P<to>#[\w-]+(?:\?[^)\s]*)?)\)"
    r"|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|\*(?=\S)(?P<em>.+?)(?<=\S)\*"
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>")


def inline(text: str) -> str:
    """``text`` as HTML: ``*em*``, ``**strong**``, `` `code` ``, ``[try it](#id?key=value)``, roles.

    The roles are those of the chapters, ``{outer}`f` `` for instance. Mathematics is written in
    Unicode. Everything else is text: ``x < 1`` may stand as it is.

    >>> inline("{outer}`sin` of *x²*, where x < 1")
    '<span class="pt-outer">sin</span> of <em>x²</em>, where x &lt; 1'
    """
    if tag := _TAG.search(text):
        raise ValueError(
            f"{tag[0]} is HTML, which a question does not take: write *em*, **strong**, `code`, "
            f"[text](#figure?key=value) or a role such as {{outer}}`f`"
        )
    return _converted(text)


def bare(text: str) -> str:
    """``text`` without its markup, for a place that has none.

    >>> bare("[α = 1](#descent?alpha=1) is {wrong}`too long`")
    'α = 1 is too long'
    """
    return html.unescape(re.sub(r"<[^>]*>", "", _converted(text)))


def _converted(text: str) -> str:
    pieces, at = [], 0
    for found in _MARKUP.finditer(text):
        pieces += [html.escape(text[at : found.start()]), _element(found)]
        at = found.end()
    return "".join([*pieces, html.escape(text[at:])])


def _element(found: re.Match[str]) -> str:
    if role := found["role"]:
        content = html.escape(found["coloured"])
        return (
            f"<{role}>{content}</{role}>"
            if role in ("sub", "sup")
            else (f'<span class="pt-{role}">{content}</span>')
        )
    if found["code"]:
        return f"<code>{html.escape(found['code'])}</code>"
    if found["link"]:
        to = html.escape(found["to"])
        return f'<a class="pt-set" href="{to}">{_converted(found["link"])}</a>'
    name = "strong" if found["strong"] else "em"
    return f"<{name}>{_converted(found[name])}</{name}>"
