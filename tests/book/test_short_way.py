"""The short way from Start: each stretch ends with its place, the time left and the next link."""

import math
import re

import nbformat
import pytest
from docutils.nodes import make_id

from prose import CHAPTERS, LINK, markdown, plain, sections, settings
from test_times import FOLD, MINUTES, WORDS_A_MINUTE, counted

START = sections(markdown("start"))["the-short-way"]
ITEM = re.compile(r"^\d+\. \[[^\]]*\]\(([\w-]+)\.ipynb#([\w-]+)\)", re.MULTILINE)
ROUTE = ITEM.findall(START)
SIGN = re.compile(r"^\*.*\]\(start\.ipynb#the-short-way\).*\*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,4} .*$", re.MULTILINE)
A_SETTING = 1 / 2  # minutes to follow a link that sets a figure, and to look at what it shows
PLACES = pytest.mark.parametrize("place", range(len(ROUTE)))


def pieces(page):
    """The cells of a chapter in their order: (whether it is code, its text)."""
    notebook = nbformat.read(CHAPTERS / f"{page}.ipynb", as_version=4)
    return [(cell.cell_type == "code", cell.source) for cell in notebook.cells]


def stretch(page, anchor):
    """From the heading that Start links to as far as the sign: the prose, the code, the sign."""
    prose, code, inside = [], [], False
    for is_code, text in pieces(page):
        if is_code:
            code += [text] if inside else []
            continue
        for heading in HEADING.finditer(text) if not inside else ():
            if make_id(plain(heading[0])) == anchor:
                text, inside = text[heading.start() :], True
                break
        if inside and (sign := SIGN.search(text)):
            return "\n\n".join([*prose, text[: sign.start()]]), "\n".join(code), sign[0]
        prose += [text] if inside else []
    raise AssertionError(f"{page}: no sign of the short way after #{anchor}")


def minutes(place):
    """As at the top of a chapter, and as no exercises give time for it: the code, each setting."""
    prose, code, _ = stretch(*ROUTE[place])
    asked = sum(code.count(call) * each for call, each in MINUTES.items())
    words = counted(FOLD.sub("", prose)) + counted(code)
    return words / WORDS_A_MINUTE + asked + A_SETTING * len(list(settings(prose)))


def rounded(time):
    """To five minutes, and never to none."""
    return max(5, 5 * round(time / 5))


@PLACES
def test_a_sign_says_how_far_one_has_come_and_what_is_left(place):
    sign = stretch(*ROUTE[place])[2]
    said = [int(number) for number in re.findall(r"\d+", LINK.sub("", sign))]
    left = rounded(sum(map(minutes, range(place + 1, len(ROUTE)))))
    last = place == len(ROUTE) - 1
    assert said == [place + 1, len(ROUTE), *([] if last else [left])]


@PLACES
def test_a_sign_leads_to_the_next_stretch_and_the_last_to_what_was_left_out(place):
    page, _, anchor = LINK.findall(stretch(*ROUTE[place])[2])[-1][1].partition(".ipynb")
    following = [*ROUTE, ("01-derivatives", "")][place + 1]
    assert (page, anchor.removeprefix("#")) == following


@PLACES
def test_nothing_of_the_section_comes_after_its_sign(place):
    """No fold and no question stands behind the sign, where nobody on the short way reads it."""
    page, anchor = ROUTE[place]
    sign = stretch(page, anchor)[2]
    rest = [text for _, text in pieces(page)]
    at = next(i for i, text in enumerate(rest) if sign in text)
    behind = "\n\n".join([rest[at].partition(sign)[2], *rest[at + 1 :]]).strip()
    assert HEADING.match(behind), behind[:60]


def test_start_says_how_long_all_of_it_takes():
    """Rounded up, so that the first sign, with a stretch behind it, does not say the same."""
    said = re.search(r"about (\d+) minutes", START)
    assert said, "Start says the time of the short way"
    assert int(said[1]) == 5 * math.ceil(sum(map(minutes, range(len(ROUTE)))) / 5)
    assert int(said[1]) > rounded(sum(map(minutes, range(1, len(ROUTE)))))
