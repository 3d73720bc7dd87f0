"""What `make test` opens of all pages and figures; the others are slow, for `make test-all`.

One page of each sort, and one figure of each way to be used: a slider, a surface to drag on, a
player, steps, a choice, a typed answer.
"""

import pytest

SAMPLE_PAGES = {
    f"chapters/{name}.html"
    for name in ("start", "02-gradient-descent", "08-backpropagation", "practice", "notation")
}
SAMPLE_KINDS = {"descent", "surface", "trainer", "graph", "question", "exercise"}


def sampled(cases, sample, name=str):
    """The cases of a parameter, or of several, each with its mark: slow if it is not of the sample.

    `name` says what a case is called in the sample.
    """
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if name(case) in sample else pytest.mark.slow,
        )
        for case in cases
    ]
