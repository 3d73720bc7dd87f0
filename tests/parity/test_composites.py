"""Random composites in the browser's judge: right forms are never wrong, near misses never right.

The ordinary run takes a hundredth of `WHOLE`, the slow one a tenth, the weekly one all; what is
wrong and what is right is decided by SymPy and fifty digits.

"Right on a part of the domain only" is true of a wrong answer that is the derivative on a stretch,
be it that both are 0 there, as 4·relu(x) is for relu(x)² below 0; and of a right form that has no
value on a stretch where the function has a slope: whoever divides by relu(x) has said nothing
below 0. Both are decided by difference quotients at dense places, without SymPy and judge.
"""

import pytest

from composites import questions
from judge_cases import KINDS
from typed import typed
from witness import is_right_somewhere, lacks_values

WHOLE = 2000
RIGHT = {"correct", "unsimplified", "rounded"}
OPEN = {"undecided", "unreadable"}


def judged(asked, made, which):
    """Functions and answers of these composites, right or wrong ones, with their verdicts."""
    cases = [(each["function"], text) for each in made for text in each[which]]
    found = asked({"function": function, "answer": answer} for function, answer in cases)
    return [(*case, each["kind"]) for case, each in zip(cases, found, strict=True)]


def untrue(cases, allowed, is_partial):
    """The verdicts that are not allowed, and those of "partial" that the witness contradicts."""
    return [
        (function, answer, kind)
        for function, answer, kind in cases
        if kind not in allowed
        and not (kind == "partial" and is_partial(typed(answer), typed(function)))
    ]


@pytest.mark.parametrize(
    "share",
    [
        100,
        pytest.param(10, marks=[pytest.mark.slow, pytest.mark.timeout(900)]),
        pytest.param(1, marks=[pytest.mark.slow, pytest.mark.weekly, pytest.mark.timeout(9000)]),
    ],
    ids=["a hundredth", "a tenth", "all"],
)
def test_right_is_never_wrong_and_wrong_never_right(asked, share):
    made = [questions(seed) for seed in range(0, WHOLE, share)]
    right, wrong = (judged(asked, made, which) for which in ("right", "wrong"))
    assert untrue(right, RIGHT | OPEN, lacks_values) == []
    assert untrue(wrong, KINDS - RIGHT - {"partial"}, is_right_somewhere) == []
    assert sum(case[-1] == "correct" for case in right) > 0.95 * len(right) > WHOLE / share
