"""The sorting game: composite, product or sum; and of a composite, which function is outer."""

from __future__ import annotations

from typing import Any

from ptcode.core.random import shuffled, uniforms
from ptcode.exercises.cards import KINDS, Card, all_cards
from ptcode.functions.structure import Kind
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Whole

HAND = {Kind.COMPOSITE: 4, Kind.PRODUCT: 2, Kind.SUM: 2}
SIZE = sum(HAND.values())


class SortingGame(LiveFigure):
    """Eight cards, each with an expression to sort: composite, product or sum.

    ``seed`` decides which cards are dealt and in which order, ``card`` is the one that lies open,
    from 0. ``hand`` holds the cards. The score stays in the browser.

    >>> game = SortingGame(seed=1)
    >>> len(game.hand), game
    (8, SortingGame: seed 1, card 1 of 8: x + sin(x²))
    """

    kind = "sorting"
    title = "Sorting game"
    seed = Whole(1, maximum=2**32 - 1)
    card = Whole(0, maximum=SIZE - 1)

    default_caption = (
        "A sorting game. Say of each card whether it is a composite, a product or a sum; of a "
        "composite, which function is outer and what is inside it. Only the first try counts."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {"cards": [card.as_data() for card in all_cards()], "hand": HAND}

    @property
    def hand(self) -> list[Card]:
        """The cards that the seed deals, in their order."""
        return [card for card, _ in deal(all_cards(), self.seed)]

    def _pictured(self) -> tuple[Any, ...]:
        return ([card.text for card in self.hand],)

    def __repr__(self) -> str:
        text = self.hand[self.card].text
        return f"SortingGame: seed {self.seed}, card {self.card + 1} of {SIZE}: {text}"


def deal(cards: tuple[Card, ...], seed: int) -> list[tuple[Card, list[int]]]:
    """The cards that a seed deals, each with the order in which its pairs are offered."""
    random = uniforms(seed)
    hand: list[Card] = []
    for kind in KINDS:
        hand += shuffled([card for card in cards if card.kind is kind], random)[: HAND[kind]]
    return [(card, shuffled(range(len(card.pairs)), random)) for card in shuffled(hand, random)]
