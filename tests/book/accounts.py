"""Every numeral of the prose is accounted for: computed by a claim, or listed with its reason.

A claim is a function in a claims_*.py that yields texts built from computed numbers. Of such a text
only the numerals count: they must stand in one paragraph (item, row) of the section, in this order.
An index, the 1 of W₁, is part of a name: a claim may ask for it, the prose uses it freely.
The words beside them say to a maintainer what is computed and are compared with nothing.
"""

import importlib
from collections import Counter
from functools import cache
from pathlib import Path

import numeral_list
from prose import blocks, markdown, numerals, sections

HERE = Path(__file__).parent
AGAIN = "again"


def show(value, places=None):
    """A computed number as the prose prints it: rounded to ``places``, or as short as it is."""
    text = f"{value:.10g}" if places is None else f"{value:.{places}f}"
    return text.replace("-", "−")


def section(*anchors):
    """Say of which sections of its module's PAGE a function computes the numbers."""

    def mark(claim):
        claim.sections = anchors
        return claim

    return mark


@cache
def modules():
    """Every module of claims."""
    return [importlib.import_module(path.stem) for path in sorted(HERE.glob("claims_*.py"))]


@cache
def claims(page):
    """What is computed for a page: (sections, text) for each text that a claim yields."""
    marked = [
        claim
        for module in modules()
        for claim in vars(module).values()
        if page == module.PAGE and getattr(claim, "__module__", "") == module.__name__
    ]
    return [
        (claim.sections, str(text))
        for claim in marked
        if hasattr(claim, "sections")
        for text in claim()
    ]


@cache
def values(text):
    """The numerals of a claim, in their order."""
    return tuple(numeral.value for numeral in numerals(text))


def numerals_of(text):
    """The numerals of a page by section, paragraph by paragraph."""
    return {anchor: blocks(section) for anchor, section in sections(text).items()}


def complaints(page, there=None, computed=None, listed=None):
    """One sentence for each numeral of a page that is not accounted for, each claim not met.

    `there` are the page's numerals, `computed` its claims, `listed` its part of the list.
    """
    there = numerals_of(markdown(page)) if there is None else there
    computed = claims(page) if computed is None else computed
    listed = numeral_list.read().get(page, {}) if listed is None else listed
    places = {anchor: [list(map(Place, block)) for block in there[anchor]] for anchor in there}
    said = [f"{page}, {text}" for text in _claims_not_met(places, computed)]
    known = {value for _, text in computed for value in values(text)}
    for anchor in places:
        reasons = listed.get(anchor, {})
        said += [f"{page}, {anchor}: {text}" for text in _badly_listed(places[anchor], reasons)]
        for numeral in sorted(set(reasons.get(AGAIN, ())) - known):
            said.append(f"{page}, {anchor}: {numeral} is listed as said again, but not computed")
    for anchor in sorted(set(listed) - set(places)):
        said.append(
            f"{page}: the list has a section {anchor!r}; headings there: {', '.join(places)}"
        )
    return said


class Place:
    """A numeral in its place, and whether something accounts for it."""

    def __init__(self, numeral):
        self.numeral, self.covered = numeral, numeral.linked or numeral.is_index


def _claims_not_met(there, computed):
    """Let each claim cover its numerals, long claims first; say which are not to be found."""
    for anchors, text in sorted(computed, key=lambda claim: -len(values(claim[1]))):
        rooms = [block for anchor in anchors for block in there.get(anchor, [])]
        ways = filter(None, (best(values(text), block) for block in rooms))
        found = max(ways, key=fresh, default=None)
        if found is None:
            yield f"{' or '.join(anchors)}: {text!r} is computed, but stands in no paragraph there"
        for place in found or ():
            place.covered = True


def fresh(places):
    """How many of the places nothing accounts for yet."""
    return sum(not place.covered for place in places)


def best(wanted, block):
    """The places in a block where numerals stand in order, with as many fresh ones as can be."""
    ways = [[]] + [None] * len(wanted)
    for place in block:
        for i in range(len(wanted), 0, -1):
            if place.numeral.value == wanted[i - 1] and ways[i - 1] is not None:
                way = [*ways[i - 1], place]
                if ways[i] is None or fresh(way) > fresh(ways[i]):
                    ways[i] = way
    return ways[-1]


def _badly_listed(there, reasons):
    """Compare what no claim covers in a section with what is listed for it."""
    left = [place.numeral for block in there for place in block if not place.covered]
    stands, listed = Counter(numeral.value for numeral in left), sum(reasons.values(), Counter())
    for value in sorted((stands - listed).keys()):
        contexts = " | ".join(f"… {n.context} …" for n in left if n.value == value)
        yield f"{value} is neither computed nor listed{_times(stands, listed, value)}: {contexts}"
    for value in sorted((listed - stands).keys()):
        names = ", ".join(reason for reason in reasons if reasons[reason][value])
        yield f"{value} is listed ({names}), but has gone{_times(stands, listed, value)}"


def _times(stands, listed, value):
    return f" ({stands[value]} not computed, {listed[value]} listed)"
