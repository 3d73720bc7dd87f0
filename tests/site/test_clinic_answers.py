"""The page says of an answer what the judge that tests ask says of it: thirty from the table."""

import json
import random
from pathlib import Path

import pytest

from bare import write_page
from ptcode.widgets import Clinic

TABLE = Path(__file__).parents[1] / "parity" / "answers.json"
HOW_MANY = 30


def sample():
    """Thirty typed answers, each expected verdict once before any comes twice."""
    derivatives = json.loads(TABLE.read_text("utf-8"))["derivatives"]
    by_verdict = {}
    for function, answers in derivatives.items():
        for expected, texts in answers.items():
            by_verdict.setdefault(expected, []).extend((function, text) for text in texts)
    draw = random.Random(15)
    kinds = sorted(by_verdict)
    draw.shuffle(kinds)
    return [draw.choice(by_verdict[kind]) for kind in kinds][:HOW_MANY]


@pytest.mark.slow
@pytest.mark.browser
def test_the_page_says_what_the_judge_says(page_factory, tmp_path, asked):
    pairs = sample()
    assert len(pairs) == HOW_MANY
    page = page_factory()
    page.goto(write_page(tmp_path, Clinic()))
    function, answer = page.locator("input[name=expression]"), page.locator("input[name=typed]")
    status = page.get_by_role("status")
    verdicts = asked({"function": function, "answer": answer} for function, answer in pairs)
    for (expression, text), verdict in zip(pairs, verdicts, strict=True):
        function.fill(expression)
        answer.fill(text)
        answer.press("Enter")
        assert status.get_attribute("data-verdict") == verdict["kind"], (expression, text)
        told = status.inner_text()
        for line in verdict["lines"]:
            assert line in told, (expression, text)
