"""The sorting game: its cards are right, its wrong answers are wrong, and both sides deal alike."""

import numpy as np
import pytest
import sympy

from ptcode.exercises.cards import KINDS, all_cards, make_card
from ptcode.functions.function import Function, x
from ptcode.functions.structure import Kind, decompose
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write
from ptcode.widgets import SortingGame
from ptcode.widgets.sorting import HAND, deal
from typed import read

DEAL = """
const { deal } = await bundle("sorting");
return input.seeds.map((seed) =>
  deal(input.data.cards, input.data.hand, seed).map(({ card, order }) => [card.text, order]));
"""
CARDS = pytest.mark.parametrize("card", all_cards(), ids=lambda card: card.text)
OF_THE_CHAPTER = [
    "sin(x²)", "log(sin x)", "sin²x", "e^(−x)", "1/(1 + e^(−x))", "x·sin x", "x² + sin x",
]  # fmt: skip


def values(tree):
    return Function(from_tree(tree), (x,))(np.linspace(0.3, 1.4, 9))


def test_there_are_cards_enough_and_every_example_of_the_chapter():
    trees = [card.tree for card in all_cards()]
    assert len(trees) >= 24
    assert all(read(text) in trees for text in OF_THE_CHAPTER)
    assert len({write(tree) for tree in trees}) == len(trees)


@CARDS
def test_a_card_tells_each_kind_something_else(card):
    assert set(card.told) == {kind.value for kind in KINDS}
    assert len(set(card.told.values())) == 3


@CARDS
def test_the_right_pair_builds_the_card_and_no_wrong_pair_does(card):
    assert bool(card.pairs) == (card.kind is Kind.COMPOSITE)
    for pair in card.pairs:
        same = np.allclose(values(pair.built), values(card.tree), rtol=1e-9, equal_nan=True)
        assert same == pair.correct, write(pair.built)
        assert write(pair.built) in pair.feedback
    if card.pairs:
        parts = decompose(card.tree)
        assert [(p.outer, p.inner) for p in card.pairs if p.correct] == [(parts.outer, parts.inner)]


@CARDS
def test_no_two_pairs_of_a_card_are_alike(card):
    assert len({(write(pair.outer), write(pair.inner)) for pair in card.pairs}) == len(card.pairs)


def test_feedback_names_what_tempts():
    assert "builds (sin(x))²" in make_card(sympy.sin(x**2)).pairs[1].feedback
    assert "builds sin(x²)" in make_card(sympy.sin(x) ** 2).pairs[1].feedback
    assert make_card((2 * x + 1) ** 3).told["sum"].startswith("There is a + in it, but inside.")
    assert "product rule would do" in make_card(sympy.sin(x) ** 2).told["product"]
    assert (
        make_card(x * sympy.sin(x**2)).told["composite"].startswith("sin(x²) is a composite, but")
    )


def test_what_has_no_place_in_the_game_is_refused():
    with pytest.raises(ValueError, match="quotient: a card is"):
        make_card(sympy.sin(x) / x)


def test_a_hand_has_cards_of_every_kind_and_a_seed_decides_it():
    for seed in range(30):
        hand = SortingGame(seed=seed).hand
        assert {kind: [c.kind for c in hand].count(kind) for kind in HAND} == HAND
        assert hand == SortingGame(seed=seed).hand
    assert SortingGame(seed=1).hand != SortingGame(seed=2).hand


def test_every_card_comes_up():
    dealt = {card.text for seed in range(40) for card in SortingGame(seed=seed).hand}
    assert dealt == {card.text for card in all_cards()}


def test_javascript_deals_the_same_hands(node):
    seeds = [0, 1, 2, 3, 77, 2**31 - 1, 2**31, 2**32 - 1]
    found = node(DEAL, {"data": SortingGame().data, "seeds": seeds})
    expected = [[[card.text, order] for card, order in deal(all_cards(), seed)] for seed in seeds]
    assert found == expected
