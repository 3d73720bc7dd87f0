"""One document of the whole book: title page, contents, the pages as chapters, the solutions."""

import html
import re
from pathlib import Path

import segno

from tools.pdf.reading import WORDS

STYLE = (Path(__file__).parent / "paper.css").read_text("utf-8")
HEADING = re.compile(r"<(h[12])\b[^>]*>(.*?)</\1>", re.DOTALL)
SECTION = re.compile(r'<section\b[^>]*\bid="([^"]+)"[^>]*>\s*<(h2)\b[^>]*>(.*?)</\2>', re.DOTALL)
ADDRESS = re.compile(r'<p class="paper-address" data-figure-address="([^"]+)"></p>')
FIGURE = re.compile(r'href="figure:([^"]*)"')
DOCUMENT = """<!DOCTYPE html>
<html lang="{language}" data-theme="light"><head><meta charset="utf-8"><title>{title}</title>
{styles}<style>{style}</style></head>
<body class="paper"><div class="bd-main"><div class="bd-content"><div class="bd-article-container">
<div class="bd-article">{body}</div></div></div></div></body></html>"""
TITLED = '@page {{ @top-right {{ content: "{}" }} }}\n'
RUNNING = '@page {page} {{ @top-left {{ content: "{name}" }} }}\n'
CHAPTER = '<section class="paper-chapter" style="page: {name}">{article}</section>\n'
SOLUTIONS = "paper-solutions"


def document(book, chapters, edition):
    """The HTML of the book, whose page numbers are still 000."""
    solved = solutions(chapters)
    chapters = [one | {"article": called(book, one)} for one in chapters]
    body = cover(book, edition) + listing(chapters, bool(solved))
    body += "".join(
        CHAPTER.format(name=f"pt-{at}", article=one["article"]) for at, one in enumerate(chapters)
    )
    body = with_addresses(body + solved, book["address"], chapters)
    links = "".join(f'<link rel="stylesheet" href="{style}">\n' for style in book["styles"])
    return DOCUMENT.format(
        language=book["language"],
        title=html.escape(book["title"]),
        styles=links,
        style=f"{STYLE}\n{running_heads(book['title'], chapters)}",
        body=body,
    )


def dangling(whole):
    """The ids that links of the document name and nothing in it has."""
    linked = set(re.findall(r'\shref="#([^"]*)"', whole))
    return sorted(linked - set(re.findall(r'\sid="([^"]*)"', whole)))


def running_heads(title, chapters):
    """What stands above each page: the name of its chapter, and that of the book."""
    names = {f"pt-{at}": one["name"] for at, one in enumerate(chapters)}
    names |= {"contents": WORDS["contents"], SOLUTIONS: WORDS["solutions"]}
    rules = [RUNNING.format(page=page, name=css_text(name)) for page, name in names.items()]
    return "".join([TITLED.format(css_text(title)), *rules])


def called(book, chapter):
    """The article of a chapter; the page that opens the book has its title, and another name."""
    if plain(HEADING.search(chapter["article"])[2]) != book["title"]:
        return chapter["article"]
    return HEADING.sub(f"<h1>{html.escape(chapter['name'])}</h1>", chapter["article"], count=1)


def cover(book, edition):
    """The title page."""
    where = WORDS["home"].format(address=link(book["address"])) if book["address"] else ""
    lines = [
        f'<img class="paper-mark" alt="" src="{book["mark"]}">',
        f'<p class="paper-title">{html.escape(book["title"])}</p>',
        f'<p class="paper-edition">{html.escape(dated(edition))}</p>',
        f"<p>{WORDS['note']}</p>",
        f"<p>{where}</p>{code(book['address'])}" if where else "",
        f"<p>{WORDS['licence']}</p>",
    ]
    return f'<header class="paper-cover">{"".join(lines)}</header>\n'


def dated(edition):
    """The edition in words, as ptcode.site.edition knows it."""
    return WORDS["edition"].format(version=edition.version, date=edition.date)


def listing(chapters, solved):
    """The contents: parts, chapters and their sections, with the pages where they begin."""
    lines = []
    for one in chapters:
        if one["part"]:
            lines.append(f'<p class="paper-part">{html.escape(one["part"])}</p>')
        lines.append(entry(1, one["id"], html.escape(one["name"])))
        found = SECTION.findall(one["article"])
        lines += [entry(2, target, text) for target, _, text in found]
    if solved:
        lines.append(entry(1, SOLUTIONS, WORDS["solutions"]))
    heading = f'<p class="paper-heading">{WORDS["contents"]}</p>'
    return f'<nav class="paper-contents">{heading}{"".join(lines)}</nav>\n'


def entry(level, target, text):
    """A line of the contents; what a heading holds is kept, but for its own links."""
    text = re.sub(r"</?a\b[^>]*>", "", re.sub(r'\sid="[^"]*"', "", text))
    number = f'<span class="paper-number" data-page="{target}">000</span>'
    return f'<p class="paper-entry-{level}"><a href="#{target}"><span>{text}</span>{number}</a></p>'


def solutions(chapters):
    """The last chapter, with the solutions of all others."""
    parts = [
        f"<section><h2>{html.escape(one['name'])}</h2>{one['solutions']}</section>"
        for one in chapters
        if one["solutions"]
    ]
    if not parts:
        return ""
    head = f"<h1>{WORDS['solutions']}</h1><p>{WORDS['solutionsNote']}</p>"
    return (
        f'<section class="paper-chapter" id="{SOLUTIONS}" style="page: {SOLUTIONS}">'
        f"{head}{''.join(parts)}</section>\n"
    )


def with_addresses(body, address, chapters):
    """Each figure says where it lives, and a link to a figure alone leads to it in this book."""
    homes = {
        name: f"#{one['id']}--{name}"
        for one in chapters
        for name in ADDRESS.findall(one["article"])
    }
    body = FIGURE.sub(lambda found: f'href="{homes.get(found[1], "#" + chapters[0]["id"])}"', body)

    def place(found):
        return f'<p class="paper-address">{where(address, found[1])}</p>'

    return ADDRESS.sub(place, body)


def where(address, name):
    """The short address of a figure, and a code of it for a telephone, once there is an address."""
    short = f"figure.html#{name}"
    if not address:
        return f"{WORDS['alive']} {short}"
    return f"{code(address + short)}<span>{WORDS['alive']} {link(address + short)}</span>"


def link(address):
    """A link to an address of the site, without what every address begins with."""
    return f'<a href="{html.escape(address)}">{html.escape(address.split("//", 1)[-1])}</a>'


def code(address):
    """The QR code of an address as an SVG; nothing without one."""
    if not address:
        return ""
    drawn = segno.make(address, micro=False).svg_inline(scale=1, border=2, omitsize=True)
    return drawn.replace("<svg", '<svg class="paper-code" aria-hidden="true"', 1)


def plain(text):
    """Text without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()


def css_text(text):
    """Text between the quotation marks of a style sheet."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
