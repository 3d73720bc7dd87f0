"""Chapter 4: every link shows what the text says."""

import pytest

from linked import explorer
from prose import markdown, settings

CHAPTER = "04-fitting-a-line"
LINKS = list(settings(markdown(CHAPTER)))


def test_one_step_lands_where_the_text_says_it_does():
    (state,) = (state for label, _, state in LINKS if label == "α = 0.5")
    shown = explorer("regression", state)
    assert shown.line == pytest.approx(shown.cost.minimum)
