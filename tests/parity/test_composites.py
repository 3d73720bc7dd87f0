"""Random composites in the browser's judge: right forms are never wrong, near misses never right.

The ordinary run takes a hundredth of `WHOLE`, the slow one a tenth, the weekly one all; what is
wrong and what is right is decided by SymPy and fifty digits.
"""

import pytest

from composites import questions

WHOLE = 2000
RIGHT = {"correct", "unsimplified", "rounded"}


def judged(asked, seeds):
    """By what is expected, the questions with their verdicts."""
    made = [questions(seed) for seed in seeds]
    right = [(each["function"], text, None) for each in made for text in each["right"]]
    wrong = [(each["function"], text, same) for each in made for text, same, _ in each["wrong"]]
    found = asked({"function": f, "answer": text} for f, text, _ in right + wrong)
    verdicts = [(*case, each["kind"]) for case, each in zip(right + wrong, found, strict=True)]
    return verdicts[: len(right)], verdicts[len(right) :]


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
    right, wrong = judged(asked, range(0, WHOLE, share))
    assert [case for case in right if case[-1] not in RIGHT | {"undecided", "unreadable"}] == []
    assert [case for case in wrong if case[-1] in RIGHT] == []
    assert [case for case in wrong if case[-1] == "partial" and not case[-2]] == []
    assert sum(case[-1] == "correct" for case in right) > 0.95 * len(right) > WHOLE / share
