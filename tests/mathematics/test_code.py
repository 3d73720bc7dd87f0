"""Code to complete: the solution passes, each slip is told by its name, nothing else is harmed."""

import inspect
import itertools
import sys
import traceback
import warnings
from functools import partial

import numpy as np
import pytest

import ptcode as pt
from ptcode.autodiff import central_difference
from ptcode.core.topics import TOPICS
from ptcode.exercises.code import TASKS, check, solution
from ptcode.networks import RunningExample

EACH = pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
USUAL = 0.001, 0.9, 0.999
SLIPS = [(task, variant) for task in TASKS.values() for variant in task.variants]
EDGES = [(task, edge) for task in TASKS.values() for edge in task.edges]
EACH_EDGE = pytest.mark.parametrize(
    ("task", "edge"), EDGES, ids=[f"{task.slug}-{task.edges.index(edge)}" for task, edge in EDGES]
)


def defined(source, task):
    """The function that a reader's text defines in a notebook that has imported what it needs."""
    space = dict(task.solution.__globals__)
    exec(source, space)
    return space[task.solution.__name__]


@EACH
def test_the_solution_as_it_is_printed_is_right(task):
    assert check(task.slug, defined(solution(task.slug), task)).right


@EACH
def test_a_stub_is_told_what_to_return_and_no_line_of_the_solution(task):
    report = check(task.slug, defined(task.stub, task))
    assert not report.right
    assert not report.slips
    assert task.call in report.text
    assert task.wanted in report.text
    body = set(task.source.splitlines()) - set(task.stub.splitlines())
    assert not any(line.strip() in report.text for line in body)


@pytest.mark.parametrize(
    ("task", "variant"),
    [pytest.param(*pair, id=f"{pair[0].slug}-{i}") for i, pair in enumerate(SLIPS)],
)
def test_no_wrong_program_is_called_right_and_a_single_slip_is_told_by_its_name(task, variant):
    report = check(task.slug, variant.program)
    assert not report.right
    assert report.slips
    if len(variant.slips) == 1:
        assert report.slips == variant.slips
        assert variant.slips[0].look in report.text


@EACH
def test_neither_a_report_nor_a_look_gives_a_line_of_the_solution_away(task):
    """Unless it is a line that the reader has written."""
    for slip in task.slips:
        assert slip.right not in slip.look + slip.does


@EACH
def test_of_the_solution_nothing_more_is_said(task):
    text = check(task.slug, task.solution).text
    assert text.count("\n") == 0
    assert text.startswith("Right")


@EACH_EDGE
def test_what_is_overlooked_at_an_edge_is_named_and_the_function_is_right_all_the_same(task, edge):
    report = check(task.slug, task.program(edge.slip))
    assert report.right
    assert report.slips == (edge.slip,)
    assert edge.slip.look in report.text


@EACH_EDGE
def test_what_else_is_off_at_an_edge_is_shown_and_not_named(task, edge):
    def other(*given):
        asked = [repr([*place.values()]) for place in task.places]
        return task.solution(*given) if repr([*given]) in asked else -7.5

    report = check(task.slug, other)
    assert report.right
    assert not report.slips
    assert "-7.5" in report.text


@pytest.mark.parametrize("largest", [max, np.nanmax, lambda each: sorted(each)[-1]])
def test_however_a_claim_that_is_no_number_is_lost_it_is_said(largest):
    def largest_error(J, theta, claimed, h):
        nudges = h * np.eye(len(theta))
        slopes = [(J(theta + one) - J(theta - one)) / (2 * h) for one in nudges]
        return largest([abs(c - s) for c, s in zip(claimed, slopes, strict=True)])

    report = check("gradient-check", largest_error)
    assert report.right
    assert "nan" in report.text


@pytest.mark.parametrize("slug", ["partial-derivative", "gradient-check"])
def test_a_list_of_whole_numbers_is_nudged_as_any_other_place(slug):
    place = TASKS[slug].places[1]
    whole = {**place, "theta": [int(one) for one in place["theta"]]}
    assert TASKS[slug].solution(**whole) == pytest.approx(TASKS[slug].solution(**place))


def test_an_adjoint_that_is_overwritten_on_its_way_is_known_in_either_direction():
    def last_met(pairs):
        return lambda w, a: [w * a * (1 - a) for w, a in pairs(w, a)][-1]

    for pairs in (zip, lambda w, a: zip(w[::-1], a[::-1], strict=True)):
        (slip,) = check("arriving-adjoint", last_met(pairs)).slips
        assert slip.mistake == "overwritten"


def test_a_task_stands_in_the_order_of_the_book():
    order = [list(TOPICS).index(task.topic) for task in TASKS.values()]
    assert order == sorted(order)


@EACH
def test_stub_and_solution_fit_a_page(task):
    """At most 15 lines of at most 72 characters."""
    assert len(task.source.splitlines()) <= 15
    assert all(len(line) <= 72 for line in task.source.splitlines())


# What the solutions compute, beside an independent witness.


def test_the_step_of_the_running_example_is_the_books():
    task = TASKS["train-once"]
    for place in task.places:
        weights = {name: place[name] for name in ("x", "y", "W1", "W2")}
        after = RunningExample(**weights).step(place["alpha"])
        assert task.solution(**place) == pytest.approx((after.W1, after.W2), rel=1e-12)


def test_the_gradient_of_the_line_is_what_differences_measure():
    task = TASKS["line-gradient"]
    for place in task.places:
        x, y = place["x"], place["y"]

        def cost(first, second, x=x, y=y):
            return ((first + second * x - y) ** 2).mean()

        at = place["theta_1"], place["theta_2"]
        measured = [
            central_difference(lambda t, at=at: cost(t, at[1]), at[0]),
            central_difference(lambda t, at=at: cost(at[0], t), at[1]),
        ]
        assert task.solution(**place) == pytest.approx(measured, rel=1e-6)


def test_delta_and_the_gradients_of_a_layer_are_what_the_engine_finds():
    for place in TASKS["layer-delta"].places:
        z = pt.Variable(place["z"])
        J = (pt.Variable(place["W_next"]) @ pt.sigmoid(z) * place["delta_next"]).sum()
        assert np.allclose(pt.gradients(J, [z])[0], TASKS["layer-delta"].solution(**place))
    for place in TASKS["layer-gradients"].places:
        A, Delta = place["A"], place["Delta"]
        W, b = np.zeros((Delta.shape[1], A.shape[1])), np.zeros(Delta.shape[1])
        W, b = pt.Variable(W), pt.Variable(b)
        J = ((pt.Variable(A) @ W.transpose() + b) * Delta).sum()
        for mine, engine in zip(
            TASKS["layer-gradients"].solution(**place), pt.gradients(J, [W, b]), strict=True
        ):
            assert np.allclose(mine, engine)


def test_the_step_of_adam_is_the_books():
    names = "alpha", "beta_1", "beta_2"
    for place in TASKS["adam-step"].places:
        rule = pt.Adam(*(place.get(name, usual) for name, usual in zip(names, USUAL, strict=True)))
        theta, m, s = TASKS["adam-step"].solution(**place)
        move, memory = rule.move(
            np.asarray(place["g"]), (np.asarray(place["m"]), np.asarray(place["s"])), place["k"]
        )
        assert np.allclose(theta - place["theta"], move)
        assert np.allclose((m, s), memory)


def test_a_step_leads_where_the_books_descent_goes():
    for theta, alpha in ((2.0, 0.1), (-1.5, 1.05)):
        after = pt.gradient_descent("square", theta, alpha, 1).positions[1]
        assert TASKS["descent-step"].solution(theta, 2 * theta, alpha) == pytest.approx(after)


def test_a_partial_of_a_quadratic_is_exact_and_a_true_claim_has_no_error():
    for place in TASKS["partial-derivative"].places[:2]:
        exact = (2 * 2.0 + 3 * -1.0, 3 * 2.0)[place["i"]]
        assert TASKS["partial-derivative"].solution(**place) == pytest.approx(exact)
    true, off = reversed(TASKS["gradient-check"].places[:2])
    assert TASKS["gradient-check"].solution(**true) == pytest.approx(0, abs=1e-9)
    assert TASKS["gradient-check"].solution(**off) == pytest.approx(3)


def test_chains_and_paths_have_the_slope_that_differences_measure():
    for place in TASKS["chain-slope"].places:

        def chain(x, functions=place["functions"]):
            for f in functions:
                x = f(x)
            return x

        measured = central_difference(chain, place["x"])
        assert TASKS["chain-slope"].solution(**place) == pytest.approx(measured, rel=1e-6)
    for place in TASKS["total-derivative"].places:
        wanted = np.dot(place["J_by_v"], place["v_by_x"])
        assert TASKS["total-derivative"].solution(**place) == pytest.approx(wanted)


def test_a_product_sends_back_what_the_engine_finds():
    for place in TASKS["multiply-backward"].places:
        a, b = pt.Variable(place["a"]), pt.Variable(place["b"])
        sent = pt.gradients(a * b * place["u_bar"], [a, b])
        wanted = np.add(sent, (place["a_bar"], place["b_bar"]))
        assert np.allclose(TASKS["multiply-backward"].solution(**place), wanted)


# What else a reader may hand in.


def test_a_lambda_and_a_partial_are_functions():
    step = TASKS["descent-step"].solution
    assert check("descent-step", lambda t, s, a: t - a * s).right
    assert check("descent-step", partial(step)).right


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (3.0, "step without brackets"),
        ("theta - alpha * slope", "step without brackets"),
        (lambda theta, slope: theta, "step(theta, slope, alpha)"),
        (lambda theta, slope, alpha, more: theta, "step(theta, slope, alpha)"),
    ],
)
def test_what_is_no_function_of_that_kind_is_refused_in_words(mine, said):
    with pytest.raises(TypeError) as error:
        check("descent-step", mine)
    assert said in str(error.value)


def test_who_wrote_a_function_without_a_return_is_not_told_that_nothing_is_written():
    def step(theta, slope, alpha):
        theta -= alpha * slope

    def nothing(theta, slope, alpha):
        pass

    report = check("descent-step", step)
    assert not report.right
    assert "Where is its return?" in report.text
    assert "Not written yet" in check("descent-step", nothing).text
    assert "Not written yet" in check("descent-step", partial(nothing)).text


def test_a_task_that_is_mistyped_is_asked_for():
    with pytest.raises(KeyError, match="did you mean 'descent-step'"):
        pt.check("descent_step", lambda: 0)
    with pytest.raises(KeyError, match="did you mean 'adam-step'"):
        pt.solution("adamstep")


def test_an_error_of_ones_own_comes_with_the_input_at_which_it_came():
    with pytest.raises(NameError) as error:
        check("descent-step", lambda theta, slope, alpha: theta - alhpa * slope)  # noqa: F821
    assert "theta = 2, slope = 4, alpha = 0.1" in "".join(error.value.__notes__)


def test_an_array_that_is_changed_is_seen():
    def nudged(J, theta, i, h):
        right = TASKS["partial-derivative"].solution(J, theta, i, h)
        theta[i] += 1
        return right

    report = check("partial-derivative", nudged)
    assert not report.right
    assert "theta" in report.text
    assert TASKS["partial-derivative"].places[0]["theta"][0] == 2.0


def forever(*given):
    return forever(*given)


@pytest.mark.parametrize(
    ("slug", "mine", "said"),
    [
        ("descent-step", lambda t, s, a: -(t - a * s), "wrong sign"),
        ("descent-step", lambda t, s, a: 3 * (t - a * s), "3 times"),
        ("descent-step", lambda t, s, a: str(t), "str"),
        ("adam-step", lambda t, g, m, s, k, *more: t, "three values"),
        ("adam-step", lambda t, g, m, s, k, *more: (t, m), "three values"),
        ("layer-delta", lambda W, d, z: (W.T @ d * 0.3)[None], "shape"),
        ("layer-gradients", lambda A, D: (D.T @ A, 7 * D.sum(axis=0)), "W_bar is right"),
        ("descent-step", lambda t, s, a: 2 * (t - a * s), "missing or too much"),
        ("descent-step", lambda t, s, a: [t - a * s], "return one number"),
        ("descent-step", lambda t, s, a: (t, t - a * s), "The second of the numbers"),
        ("descent-step", lambda t, s, a: 0, "always 0"),
        ("gradient-check", lambda J, t, c, h: 0, "always 0"),
        ("partial-derivative", lambda J, t, i, h: 0, "always 0"),
        ("layer-gradients", lambda A, D: D.T @ A, "one array: two values are wanted"),
        ("layer-gradients", lambda A, D: (D.T @ A, None), "b_bar is None"),
        ("chain-slope", lambda *given: round(TASKS["chain-slope"].solution(*given), 4), "round"),
        ("descent-step", lambda t, s, a: forever(t, s, a), "calls itself"),
    ],
)
def test_other_wrong_results_are_told_what_can_be_told(slug, mine, said):
    report = check(slug, mine)
    assert not report.right
    assert not report.slips
    assert said in report.text


def test_nan_is_never_right():
    assert not check("descent-step", lambda theta, slope, alpha: np.nan).right


def test_what_a_place_hands_over_is_what_the_signature_takes():
    for task in TASKS.values():
        parameters = inspect.signature(task.solution).parameters
        needed = [name for name, each in parameters.items() if each.default is each.empty]
        assert list(task.places[0]) == needed
        assert all(list(place) in (needed, list(parameters)) for place in task.places)


# What a cold reader found: each was told something false, or nothing.


@EACH
@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_value_that_is_no_number_is_none_of_the_slips(task, value):
    returned = (value,) * len(task.returns) if task.returns else value
    report = check(task.slug, lambda *_: returned)
    assert not report.right
    assert not report.slips


def test_a_loop_without_end_is_said_and_tracing_is_as_it_was():
    def endless(theta, slope, alpha):
        while True:
            try:
                theta = theta - alpha * slope
            except Exception:  # it does not get hold of what stops it
                raise AssertionError from None

    before = sys.gettrace()
    report = check("descent-step", endless)
    assert not report.right
    assert "does each of its loops end?" in report.text
    assert sys.gettrace() is before


def one_line(theta, slope, alpha):
    while True: pass  # fmt: skip  # noqa: E701


def comprehended(theta, slope, alpha):
    return [theta for _ in itertools.count()]


@pytest.mark.parametrize("endless", [one_line, comprehended])
def test_a_loop_of_a_single_line_is_stopped_too(endless):
    assert "does each of its loops end?" in check("descent-step", endless).text


def test_a_slip_in_two_lines_is_one_slip():
    def added(x, functions, slopes):
        total = 0
        for f, df in zip(functions, slopes, strict=True):
            total += df(x)
            x = f(x)
        return total

    report = check("chain-slope", added)
    assert len(report.slips) == 1
    assert "from 0" in report.text
    mean = check("line-gradient", lambda a, b, x, y: (2 * (a + b * x - y).sum(),
                                                      2 * ((a + b * x - y) * x).sum()))  # fmt: skip
    assert "One slip, made twice" in mean.text
    assert mean.text.count("would the gradient of the mean grow".capitalize()) == 1


def test_an_array_of_the_values_counts_as_the_values():
    right = TASKS["train-once"].solution
    assert check("train-once", lambda *given: np.array(right(*given))).right


def test_names_in_the_wrong_order_and_rows_of_different_lengths_are_told():
    with pytest.raises(TypeError, match="comes first"):
        check(lambda: 0, "adam-step")
    assert "rows differ" in check("layer-delta", lambda W, d, z: [[1, 2], [3]]).text


def test_other_shares_and_a_gradient_of_nought_are_tried_too():
    def usual(theta, g, m, s, k, alpha=0.001, beta_1=0.9, beta_2=0.999):
        return TASKS["adam-step"].solution(theta, g, m, s, k, alpha)

    assert not check("adam-step", usual).right
    with pytest.raises(TypeError, match="beta_2 may follow"):
        check("adam-step", lambda theta, g, m, s, k: (theta, m, s))


def test_what_is_shown_can_be_worked_out_by_hand():
    report = check("gradient-check", lambda J, theta, claimed, h: 1.0)
    assert "θ₁² + 3θ₁θ₂" in report.text
    assert "e-1" not in report.text


# What a student who had never seen the checker found.


def measured_at(J, theta, h):
    return np.array([(J(theta + one) - J(theta - one)) / (2 * h) for one in h * np.eye(len(theta))])


@pytest.mark.parametrize(
    ("largest", "does"),
    [
        (lambda c, m: max(abs(c - m)[:-1]), "the last parameter"),
        (lambda c, m: max(abs(c - m)[:2]), "the first two parameters"),
        (lambda c, m: max(abs(c - m)[1:]), "the first parameter"),
        (lambda c, m: max(abs(abs(c) - abs(m))), "the sizes only"),
        (lambda c, m: abs(max(c - m)), "after the largest is chosen"),
        (lambda c, m: max(c - m), "forgets the absolute value"),
        (lambda c, m: np.linalg.norm(c - m), "the length of the vector"),
        (lambda c, m: abs(c - m).mean(), "the mean"),
        (lambda c, m: abs(c - m), "all the differences"),
    ],
)
def test_what_is_done_with_all_errors_at_once_is_known_too(largest, does):
    report = check("gradient-check", lambda J, t, c, h: largest(c, measured_at(J, t, h)))
    assert not report.right
    assert does in report.text


@pytest.mark.parametrize("slug", ["partial-derivative", "gradient-check"])
def test_a_difference_of_five_points_has_no_step_of_its_own(slug):
    (slip,) = [slip for slip in TASKS[slug].slips if "five points" in slip.does]
    assert check(slug, TASKS[slug].program(slip)).slips == (slip,)


def test_lists_that_are_emptied_are_told_and_the_function_is_right_all_the_same():
    def chain_slope(x, functions, slopes):
        slope = 1
        while functions:
            slope *= slopes.pop(0)(x)
            x = functions.pop(0)(x)
        return slope

    report = check("chain-slope", chain_slope)
    assert report.right
    assert "it changes functions and slopes" in report.text


def nudging(last):
    def largest_error(J, theta, claimed, h):
        worst = 0
        for i in range(len(theta)):
            theta[i] += h
            up = J(theta)
            theta[i] -= 2 * h
            worst = np.maximum(worst, abs(claimed[i] - (up - J(theta)) / (2 * h)))
            theta[i] += last * h
        return worst

    return largest_error


def test_what_comes_back_but_for_rounding_is_no_change():
    report = check("gradient-check", nudging(last=1))
    assert report.right
    assert "theta comes back with a rounding in it" in report.text


def test_what_does_not_come_back_is_said_where_the_result_is_off_by_it():
    report = check("gradient-check", nudging(last=0))
    assert not report.right
    assert "It changes theta" in report.text


@pytest.mark.parametrize("power", [(1, "β₁"), (2, "β₂")])
def test_of_two_shares_the_one_is_blamed_that_is_corrected_wrongly(power):
    number, share = power
    (slip,) = [slip for slip in TASKS["adam-step"].slips if f"multiplies {share}" in slip.does]
    report = check("adam-step", TASKS["adam-step"].program(slip))
    assert f"beta_{number} * k" in slip.wrong
    assert report.slips == (slip,)


def test_arguments_that_are_not_used_are_named():
    def adam(theta, g, m, s, k, alpha=0.001, beta_1=0.9, beta_2=0.999):
        return TASKS["adam-step"].solution(theta, g, m, s, k, alpha)

    assert "no notice of beta_1, beta_2" in check("adam-step", adam).text


def test_usual_values_that_are_others_are_told():
    def adam(theta, g, m, s, k, alpha=0.01, beta_1=0.9, beta_2=0.999):
        return TASKS["adam-step"].solution(theta, g, m, s, k, alpha, beta_1, beta_2)

    assert "when they are left out" in check("adam-step", adam).text


def test_what_survives_from_one_call_to_the_next_is_told():
    def chain_slope(x, functions, slopes, found=[]):  # noqa: B006
        for f, df in zip(functions, slopes, strict=True):
            found.append(df(x))
            x = f(x)
        return np.prod(found)

    report = check("chain-slope", chain_slope)
    assert not report.right
    assert not report.slips
    assert "Right at first" in report.text


def test_two_numbers_that_differ_are_shown_so_that_they_do():
    (slip,) = [slip for slip in TASKS["adam-step"].slips if "to the fraction" in slip.does]
    assert "0.99900001" in check("adam-step", TASKS["adam-step"].program(slip)).text


def test_links_that_are_added_up_from_0_are_not_said_to_be_multiplied():
    report = check("arriving-adjoint", lambda w, a: sum(w * a * (1 - a)))
    assert "by multiplying" not in report.text
    assert "from 0" in report.text


def test_the_warnings_of_the_slips_are_not_the_readers():
    (slip,) = [slip for slip in TASKS["adam-step"].slips if "leaves out the 10" in slip.does]
    program = TASKS["adam-step"].program(slip)

    def adam(*given):
        with np.errstate(all="ignore"):
            return program(*given)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert check("adam-step", adam).slips == (slip,)
    assert caught == []


def test_between_the_call_and_the_line_of_ones_own_no_frame_of_the_book_is_shown():
    with pytest.raises(NameError) as error:
        check("descent-step", lambda theta, slope, alpha: alhpa)  # noqa: F821
    frames = [frame for frame, _ in traceback.walk_tb(error.value.__traceback__)]
    shown = [each for each in frames if "__tracebackhide__" not in each.f_locals]
    assert [each.f_code.co_filename for each in shown] == [__file__, __file__]


def test_the_stub_of_adam_says_what_it_is_given():
    assert "numbers or arrays" in TASKS["adam-step"].stub
