"""Claim 3 for the prose: every numeral is computed, or listed by hand with its reason."""

import re
from collections import Counter
from dataclasses import replace

import pytest

import numeral_list
from accounts import claims, complaints, modules, numerals_of
from prose import markdown, numerals, pages, settings

PAGES = pages()
# The names by which a link says what it sets, and the settings of figures that they may mean.
NAMES = {
    "x": ["x"], "h": ["h"], "Δx": ["dx", "nudge"], "β": ["beta"],
    "θ₀": ["theta0"], "θ₁": ["theta1"], "θ₂": ["theta2"], "W₁": ["W1"], "W₂": ["W2"],
    "α": ["alpha", "gd", "momentum", "nesterov", "rmsprop", "adam"],
}  # fmt: skip
SAID = [
    (page, label, figure, name, float(value.replace("−", "-")), state)
    for page in PAGES
    for label, figure, state in settings(markdown(page))
    for name, value in re.findall(r"(\w+) = (−?[\d.]+)", label)
]
PLAYED = """\
# A page

The start is 2, the rate [α = 0.5](#descent?alpha=0.5). After a step of 0.25 you are at 1.75.

## Later

Then from 1.75 to 1.5, as in chapter 1.
"""
COMPUTED = [(("a-page",), "0.25 → 1.75"), (("later",), "from 1.75 to 1.5")]
LISTED = {"a-page": {"places": Counter(["2"])}, "later": {"chapters": Counter(["1"])}}


@pytest.mark.parametrize("page", PAGES)
def test_every_numeral_of_the_prose_is_computed_or_listed_with_its_reason(page):
    assert "\n".join(complaints(page)) == ""


@pytest.mark.parametrize("page", PAGES)
def test_a_numeral_that_changes_is_noticed(page):
    """Every third of them: each takes the accounts of the whole page."""
    there, computed = numerals_of(markdown(page)), claims(page)
    listed, unnoticed = numeral_list.read().get(page, {}), []
    places = [
        (block, i) for section in there.values() for block in section for i, _ in enumerate(block)
    ]
    for block, i in [(block, i) for block, i in places if not block[i].is_index][::3]:
        numeral = block[i]
        last = "½¼¾".find(numeral.value[-1])
        other = "¼¾½"[last] if last >= 0 else str((int(numeral.value[-1]) + 1) % 10)
        block[i] = replace(numeral, value=numeral.value[:-1] + other, linked=False)
        if not complaints(page, there, computed, listed):
            unnoticed.append(f"{numeral.value} → {block[i].value}: {numeral.context}")
        block[i] = numeral
    assert unnoticed == []


def test_every_claim_is_about_a_page_of_the_book():
    assert {module.PAGE for module in modules()} <= set(PAGES)


@pytest.mark.parametrize(("page", "label", "figure", "name", "value", "state"), SAID)
def test_a_link_sets_what_its_label_says(page, label, figure, name, value, state):
    assert value in [float(state[key]) for key in NAMES[name] if key in state]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$x^2 = 2$, x² = 2", ["^2", "2", "^2", "2"]),
        ("$W_1 = -0.5$, W₁ = −0.5", ["_1", "−0.5", "_1", "−0.5"]),
        (r"$10^{-15}$, 10⁻¹⁵", ["10", "^−15", "10", "^−15"]),
        (r"$z_{2,1} - 3$ and $a_{l-1}$", ["_2", "_1", "3", "_1"]),
        ("`sin(x)**2`, **1.** ½", ["^2", "1", "½"]),
        ("[label 4](#figure?k=5) of {cite:t}`nobody1999`", ["4"]),
        ("[Nobody (1999)](further-reading.md#nobody1999) has 4", ["4"]),
        ('a slope of <span class="pt-slope">−4</span>', ["−4"]),
    ],
)
def test_exponents_and_indices_are_no_values(text, found):
    assert [numeral.value for numeral in numerals(text)] == found


# Prose can be edited, numbers cannot: on chapter 5


def altered(old, new, page="06-the-chain-rule"):
    text = markdown(page)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times on {page}"
    return complaints(page, numerals_of(text.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as in chapter 1, by a nudge", "as in chapter 1, with a nudge"),
        ("and what comes out goes through another", "which hands $W_7$ to a second one"),
        (
            "So $dy/dx = -0.628174 \\cdot 3 \\approx -1.8845$.",
            "Thus: $dy/dx = -0.628174 \\cdot 3 \\approx -1.8845$!",
        ),
        ("| limit | 3 | −0.62817 | −1.8845 |", "| *in the limit* | 3 | −0.62817 | −1.8845 |"),
    ],
)
def test_words_may_change(old, new):
    assert altered(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("it has become $\\Delta y = -1.535$", "it has become $\\Delta y = -1.534$", "−1.534"),
        ("| 0.01 | 3.01 | −0.63979 |", "| 0.01 | 3.02 | −0.63979 |", "3.02"),
        ("as in chapter 1, by a nudge", "as in chapter 2, by a nudge", "2 is neither"),
        ("Now think of the mirror image, $x = -1.5$", "Now think of $x = 1.5$", "−1.5"),
        ("[Δx = 0.01](#", "[Δx = 0.02](#", "0.02"),
        ("| 0.01 | 3.01 | −0.63979 |", "| 3.01 | 0.01 | −0.63979 |", "0.01 3.01 −0.63979"),
    ],
)
def test_a_number_that_changes_is_named_with_its_page(old, new, named):
    said = altered(old, new)
    assert any(named in sentence for sentence in said)
    assert all(sentence.startswith("06-the-chain-rule") for sentence in said)


def test_numbers_that_change_places_are_noticed():
    old, new = (
        "Adam only from step 67, momentum from step 72",
        "Adam only from step 72, momentum from step 67",
    )
    assert altered(old, new, "13-optimisers")


# The rule itself, on a page that is not in the book


def played(old="", new="", computed=COMPUTED, listed=LISTED):
    return complaints("a", numerals_of(PLAYED.replace(old, new)), computed, listed)


def test_a_page_that_is_accounted_for_has_no_complaints():
    assert played() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("start is 2", "start is 3", "a, a-page: 2 is listed (places), but has gone"),
        ("start is 2", "start is 3", "a, a-page: 3 is neither computed nor listed"),
        ("at 1.75.", "at 1.76.", "a, a-page: '0.25 → 1.75' is computed, but stands in no"),
        ("α = 0.5]", "α = 0.6]", "0.6 is neither computed nor listed"),
        ("alpha=0.5", "alpha=0.6", "0.5 is neither computed nor listed"),
        ("in chapter 1.", "in chapter 1, at 1.5.", "1.5 is neither computed nor listed (1 not"),
        (
            "## Later",
            "## Afterwards",
            "the list has a section 'later'; headings there: a-page, aft",
        ),
        ("of 0.25 you", "of 0.25\n\nyou", "'0.25 → 1.75' is computed, but stands in no paragraph"),
    ],
)
def test_what_is_not_accounted_for_is_said(old, new, said):
    assert any(said in sentence for sentence in played(old, new))


def test_a_computed_number_may_be_said_again_and_no_other():
    change = ("in chapter 1.", "in chapter 1, at {} again.")
    for numeral, said in (
        ("1.5", []),
        ("1.6", ["a, later: 1.6 is listed as said again, but not computed"]),
    ):
        later = LISTED["later"] | {"again": Counter([numeral])}
        new = change[1].format(numeral)
        assert played(change[0], new, listed=LISTED | {"later": later}) == said


# The list, and what `make notebooks` does to it


def test_the_list_is_in_reading_order_and_holds_nothing_that_has_gone():
    assert numeral_list.is_tidy(), "`make notebooks` mends it"


def test_tidying_sorts_and_drops_and_never_adds():
    found = numeral_list.tidied(
        {
            "a": {
                "gone": {"places": Counter(["7"])},
                "later": {"chapters": Counter({"1": 2, "8": 1}), "places": Counter(["1", "7"])},
                "a-page": {"places": Counter(["1.75", "2"])},
            },
            "left": {"section": {"places": Counter(["7"])}},
        },
        {"a": PLAYED},
    )
    assert list(found) == ["a"]
    assert list(found["a"]) == ["a-page", "later", "gone"]
    assert found["a"]["later"] == {"chapters": Counter(["1"])}
    assert list(found["a"]["a-page"]["places"]) == ["2", "1.75"]
    assert numeral_list.tidied({}, {"a": PLAYED}) == {}


def test_the_list_reads_back_what_it_writes():
    entries = {"a": {"later": {"chapters": Counter({"^2": 3, "−1.5": 1})}}}
    text = numeral_list.written(entries)
    assert '"chapters" = "^2×3 −1.5"' in text
    assert numeral_list.read(text) == entries
