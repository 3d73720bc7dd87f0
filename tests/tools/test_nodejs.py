"""The Node that answers the tests: each question for itself, each failure with its place."""

import math

import pytest

from nodejs import judged, parsed, run_body


def test_a_question_finds_nothing_of_the_one_before():
    body = 'const { format } = await bundle("descent"); return ++input.n + (format.n ??= input.n);'
    assert [run_body(body, {"n": n}) for n in (1, 5, 5)] == [4, 12, 12]
    with pytest.raises(AssertionError, match="left in the global scope: mark"):
        run_body("globalThis.mark = 1;")
    assert run_body("return globalThis.mark;") is None


def test_numbers_that_json_has_not_travel_both_ways():
    found = run_body("return [input, { deep: -input[1] }, 1 / 0];", [math.nan, math.inf])
    assert math.isnan(found[0][0])
    assert [found[0][1], found[1], found[2]] == [math.inf, {"deep": -math.inf}, math.inf]


def test_a_failure_says_what_and_where_and_the_next_question_is_answered():
    with pytest.raises(AssertionError, match=r"TypeError: .*undefined(.|\n)*at default .body:2"):
        run_body("const nothing = undefined;\nreturn nothing.at;")
    with pytest.raises(AssertionError, match="SyntaxError"):
        run_body("return (;")
    assert run_body("return input;", "σ😀") == "σ😀"


def test_a_process_that_ends_is_replaced():
    with pytest.raises(AssertionError, match="Node has ended"):
        run_body("process.exit(3);")
    assert run_body("return 7;") == 7
    assert parsed("x +", ["x"]).keys() == {"error"}
    assert judged("[]")["kind"] == "unreadable"
