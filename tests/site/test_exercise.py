"""An exercise in the browser: verdict at once, hints, solution after an attempt, fresh numbers."""

import json

import pytest
import sympy

import checks
from bare import write_page
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, d, p, x, z
from ptcode.exercises.texts import number
from ptcode.widgets import Clinic, ExerciseFigure

pytestmark = pytest.mark.browser

COMMON = {"topic": "chain-rule", "level": 1}
SINE = DerivativeExercise(
    slug="sine",
    prompt="Differentiate.",
    expression=sympy.sin(a * x**2),
    parameters={"a": (2, 3, 4)},
    hints=(f"Inside is {number(a)}x².", "cos comes first."),
    **COMMON,
)
SLOPE = NumberExercise(
    slug="slope", prompt=f"The slope at x = {number(p)}?", expression=sympy.sin(x**2), at=p,
    parameters={"p": (1.5,)}, solution=("That is all.",), **COMMON,
)  # fmt: skip
CHOICE = ChoiceExercise(
    slug="which",
    prompt="Which is outer?",
    choices=(("*sin*", "Taken last.", True), ("square", "Taken first.", "swapped")),
    **COMMON,
)
ORDER = OrderExercise(
    slug="row",
    prompt="In which order?",
    items=("square", "add 1", "take the root"),
    wrong={"swapped": (2, 1, 0)},
    **COMMON,
)
FILL = FillExercise(
    slug="graph",
    prompt="Fill in.",
    parameters={"a": (3, 5)},
    values={"z": 2 * a},
    nodes=(("z", "z = 2a"),),
    blanks=(
        Blank("d", "∂y/∂u", 2 * z, {"stopped": z}),
        Blank("g", "∂y/∂x", 3 * d, {"lost-sign": -3 * d}),
    ),
    words={"lost-sign": "The minus was lost on the way."},
    **COMMON,
)
ALL = [ExerciseFigure(each) for each in (SINE, SLOPE, CHOICE, ORDER, FILL)]


@pytest.fixture
def address(over_http, tmp_path):
    return over_http(write_page(tmp_path, *ALL))


def figure(page, name):
    return page.locator(f'[id="{name}"]')


def press(task, name):
    task.get_by_role("button", name=name, exact=True).click()


def submit(task, text):
    task.get_by_role("textbox").first.fill(text)
    task.get_by_role("textbox").first.press("Enter")


def said(task):
    """What the figure says, once the judge, which may have to be fetched, has spoken."""
    task.locator(checks.UNJUDGED).wait_for(state="detached")
    return task.get_by_role("status").inner_text()


def test_a_mistake_is_named_with_a_number_and_a_link(page):
    sine = figure(page, "sine")
    submit(sine, "cos(2x^2)")
    text = said(sine)
    assert "the derivative of an inner function" in text
    assert "the truth is" in text
    link = sine.get_by_role("link", name="More on this mistake")
    assert link.get_attribute("href") == "14-common-mistakes.html#stopped"
    assert checks.state_of(sine) == {"seed": 0, "answer": "cos(2x^2)"}


def test_a_right_answer_is_right_and_remembered(page):
    sine = figure(page, "sine")
    submit(sine, "4x·cos(2x²)")
    assert said(sine).strip().endswith("Right.")
    page.reload()
    assert sine.get_by_role("textbox").input_value() == "4x·cos(2x²)"
    assert said(sine).strip().endswith("Right.")
    kept = checks.kept(page)["answer:sine"]
    asked = kept.pop("asked")
    assert kept == {"attempts": 1, "solved": True, "seed": 0, "answer": "4x·cos(2x²)"}
    assert json.loads(asked) == SINE.variant(0)


def test_what_was_typed_and_not_submitted_is_there_again(page):
    sine = figure(page, "sine")
    submit(sine, "x")
    sine.get_by_role("textbox").fill("4x·cos(")
    page.reload()
    assert sine.get_by_role("textbox").input_value() == "4x·cos("
    assert "none of the mistakes" in said(sine)
    submit(sine, "4x·cos(2x²)")
    page.reload()
    assert sine.get_by_role("textbox").input_value() == "4x·cos(2x²)"
    assert "draft:sine" not in checks.kept(page)


def test_what_cannot_be_read_is_no_attempt_and_stays_as_it_is(page):
    sine = figure(page, "sine")
    submit(sine, "2(x")
    assert "This bracket is not closed yet." in said(sine)
    assert sine.get_by_role("textbox").input_value() == "2(x"
    assert checks.state_of(sine)["answer"] == ""
    sine.get_by_role("button", name="Solution").dispatch_event("click")
    assert said(sine).startswith("Try it first")


def test_hints_come_one_at_a_time_with_their_numbers(page):
    sine = figure(page, "sine")
    press(sine, "Hint")
    assert sine.get_by_role("list", name="Hints").inner_text() == "Inside is 2x²."
    press(sine, "Hint 2 of 2")
    assert sine.get_by_role("list", name="Hints").get_by_role("listitem").count() == 2
    assert sine.get_by_role("button", name="No more hints").get_attribute("aria-disabled") == "true"


def test_the_solution_follows_an_attempt(page):
    sine = figure(page, "sine")
    submit(sine, "x")
    press(sine, "Solution")
    sine.locator(".pt-solution").wait_for()
    steps = sine.get_by_role("group", name="The derivation")
    assert "Multiply along the chain." in steps.inner_text()
    assert (
        sine.get_by_role("link", name="Step through it.")
        .get_attribute("href")
        .startswith("06-the-chain-rule.html#derivation?expression=sin(2x%C2%B2)")
    )
    slope = figure(page, "slope")
    submit(slope, "1")
    press(slope, "Solution")
    slope.locator(".pt-solution").wait_for()
    assert "the slope there is −1.88452" in slope.inner_text()
    assert "That is all." in slope.inner_text()


def test_another_one_has_fresh_numbers_and_nothing_of_the_last(page):
    sine = figure(page, "sine")
    first = sine.locator("math").first.get_attribute("alttext")
    submit(sine, "x")
    press(sine, "Solution")
    sine.locator(".pt-solution").wait_for()
    press(sine, "Another one like this")
    assert sine.locator(".pt-asked math").get_attribute("alttext") != first
    assert checks.state_of(sine) == {"seed": 1, "answer": ""}
    assert sine.get_by_role("textbox").input_value() == ""
    assert not sine.locator(".pt-solution").is_visible()
    assert page.evaluate("document.activeElement.name") == "typed"
    page.reload()
    assert checks.state_of(sine) == {"seed": 1, "answer": ""}
    assert not figure(page, "slope").get_by_role("button", name="Another").is_visible()


def test_a_number_is_judged_and_typeset(page):
    slope = figure(page, "slope")
    slope.get_by_role("textbox").fill("2·1.5·cos(1.5^2)")
    assert slope.locator(".pt-number-shown math").count() == 1
    slope.get_by_role("textbox").press("Enter")
    assert said(slope).strip().endswith("Right.")


def test_a_choice_is_judged_with_the_authors_words(page):
    which = figure(page, "which")
    press(which, "Check")
    assert "Choose an answer first." in said(which)
    which.get_by_label("square").check()
    press(which, "Check")
    assert "taking the inner function for the outer one" in said(which)
    assert "Taken first." in said(which)
    assert "✗ not quite" in which.inner_text()
    which.get_by_label("sin").check()
    press(which, "Check")
    assert "Right." in said(which)


def test_an_order_is_made_with_the_keyboard(page):
    row = figure(page, "row")
    items = row.get_by_role("listitem")

    def texts():
        return [item.locator("span").first.inner_text() for item in items.all()]

    wanted = ["square", "add 1", "take the root"]
    for place, text in enumerate(wanted):
        while texts().index(text) > place:
            row.get_by_role("button", name=f"Move {text} up").focus()
            page.keyboard.press("ArrowUp")
            assert page.evaluate("document.activeElement.ariaLabel") == f"Move {text} up"
    assert "is now in place" in said(row)
    press(row, "Check")
    assert "Right." in said(row)
    row.get_by_role("button", name="Move square down").click()
    press(row, "Check")
    assert "the first slip is in place 1" in said(row)


def test_blanks_are_judged_each_and_what_follows_is_no_slip(page):
    graph = figure(page, "graph")
    graph.get_by_label("∂y/∂u =").fill("6")
    graph.get_by_label("∂y/∂x =").fill("18")
    press(graph, "Check")
    assert "0 of 2 right." in said(graph)
    notes = [note.inner_text() for note in graph.locator(".pt-number-note").all()]
    assert "leaving out one of the factors" in notes[0]
    assert "only follows from an earlier slip" in notes[1]
    assert "one slip, in “∂y/∂u”" in said(graph)
    graph.get_by_label("∂y/∂u =").fill("12")
    graph.get_by_label("∂y/∂x =").fill("-36")
    press(graph, "Check")
    last = graph.locator(".pt-number-note").last.inner_text()
    assert last.count("The minus was lost on the way.") == 1
    graph.get_by_label("∂y/∂x =").fill("36")
    graph.get_by_label("∂y/∂x =").press("Enter")
    assert "Right." in said(graph)


def test_a_link_sets_the_numbers_and_the_answer(page, address):
    page.goto(f"{address}#sine?seed=1&answer=cos(3x^2)")
    page.wait_for_function("JSON.parse(document.getElementById('sine').dataset.state).seed === 1")
    sine = figure(page, "sine")
    assert sine.get_by_role("textbox").input_value() == "cos(3x^2)"


def test_it_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    submit(figure(page, "sine"), "cos(2x²)")
    press(figure(page, "sine"), "Another one like this")
    assert not problems


@pytest.mark.parametrize("kept", ["3", '{"answer":7}', '{"seed":-1,"answer":"x"}', "[]"])
def test_a_spoilt_memory_is_no_memory(page_factory, address, kept):
    page = page_factory()
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    record = f'{{"version":1,"answer:sine":{kept}}}'
    page.evaluate("text => localStorage.setItem('chain-rule-live', text)", record)
    page.reload()
    assert checks.state_of(figure(page, "sine")) == {"seed": 0, "answer": ""}
    submit(figure(page, "sine"), "x")
    assert not problems


NUMBERS = json.dumps(SINE.variant(0), separators=(",", ":"))


@pytest.mark.parametrize(
    ("kept", "outdated"),
    [
        ({"answer": "6x cos(3x²)", "attempts": 2, "asked": '{"a":3}'}, True),
        ({"answer": "6x cos(3x²)", "attempts": 1}, True),
        ({"answer": "6x cos(3x²)", "attempts": 1, "asked": NUMBERS}, False),
        ({"answer": "6x cos(3x²)", "attempts": 2}, False),
        ({"answer": "4x cos(2x²)", "attempts": 1}, False),
        ({"answer": "x cos(2x²) + 3x cos(2x²)", "attempts": 1}, False),
    ],
)
def test_an_answer_to_other_numbers_is_shown_and_not_judged(page, kept, outdated):
    checks.keep(page, {"answer:sine": {"seed": 0, "solved": True, **kept}})
    page.reload()
    sine = figure(page, "sine")
    sine.locator(checks.UNJUDGED).wait_for(state="detached")
    assert sine.locator(".pt-news").count() == int(outdated)
    assert checks.state_of(sine)["answer"] == ("" if outdated else kept["answer"])
    if outdated:
        assert kept["answer"] in sine.locator(".pt-news").inner_text()
        submit(sine, "4x cos(2x²)")
        said(sine)
        assert sine.locator(".pt-news").count() == 0
        assert checks.kept(page)["answer:sine"]["asked"] == NUMBERS


def answer_all(page):
    """Give every exercise a wrong answer, and open all there is."""
    for task in page.locator(".pt-figure").all():
        for box in task.locator("form input[type=text]").all():
            box.fill("cos(2x²)")
        for choice in task.get_by_role("radio").all():
            choice.check()
        press(task, "Check")
        press(task, "Solution")
        task.locator(".pt-solution").wait_for()
        for table in task.locator("summary").all():
            table.click()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("answered", [False, True])
def test_an_exercise_is_accessible(page_factory, tmp_path, theme, answered):
    page = page_factory(theme, 390)
    page.goto(write_page(tmp_path, *ALL, Clinic()))
    if answered:
        answer_all(page)
    assert not checks.axe(page) + checks.overflow(page, 320)


def test_without_javascript_the_exercise_can_be_read(page_factory, tmp_path):
    page = page_factory(java_script_enabled=False)
    page.goto(write_page(tmp_path, *ALL, Clinic()))
    for task in page.locator(".pt-figure").all():
        name = task.get_attribute("id")
        assert not list(checks.missing_without_script(task, name))


def test_the_clinic_refuses_a_function_that_takes_too_much_work_and_goes_on(page_factory, tmp_path):
    page = page_factory()
    problems = checks.watch(page, "file:")
    page.goto(write_page(tmp_path, Clinic()))
    clinic = figure(page, "clinic")
    function, answer = clinic.locator("input[name=expression]"), clinic.locator("input[name=typed]")
    function.fill("".join(f"(x+{n})" for n in range(1, 60)))
    assert "too long to judge" in said(clinic)
    answer.fill("cos x")
    answer.press("Enter")
    press(clinic, "Make a mistake for me")
    assert "too long to judge" in said(clinic)
    function.fill("sin(x^2)")
    answer.press("Enter")
    assert "not seeing that the function is composite" in said(clinic)
    assert not problems


def test_the_clinic_takes_any_function_and_any_answer(page_factory, tmp_path):
    page = page_factory()
    problems = checks.watch(page, "file:")
    page.goto(write_page(tmp_path, Clinic()))
    clinic = figure(page, "clinic")
    function, answer = clinic.locator("input[name=expression]"), clinic.locator("input[name=typed]")
    answer.fill("cos x")
    answer.press("Enter")
    assert "not seeing that the function is composite" in said(clinic)
    function.fill("e^(sin x)")
    assert said(clinic).startswith("Choose a function")
    answer.fill("e^(sin x)")
    answer.press("Enter")
    assert "the derivative of an inner function" in said(clinic)
    press(clinic, "Make a mistake for me")
    assert answer.input_value() == "e^x"
    assert "not seeing that the function is composite" in said(clinic)
    press(clinic, "Make a mistake for me")
    assert "taking the inner function for the outer one" in said(clinic)
    press(clinic, "Solution")
    assert "Multiply along the chain." in clinic.inner_text()
    clinic.get_by_text("What each mistake makes of this function").click()
    rows = clinic.locator("tbody tr")
    assert rows.first.inner_text().startswith("right")
    assert rows.count() >= 6
    function.fill("√(−1 − x²)")
    assert "hardly anywhere" in said(clinic)
    for unread in ("sin(t²)", "x + foo(x)", ""):
        function.fill(unread)
        assert said(clinic) == "Write the function in x first."
    function.fill("x·sin x")
    answer.fill("cos x")
    answer.press("Enter")
    assert "(f·g)′ is not f′·g′" in said(clinic)
    function.fill("sin(x²) + y")
    assert said(clinic) == "Write the function in x first."
    assert clinic.locator(".pt-typed-preview").first.inner_text() == ""
    press(clinic, "Make a mistake for me")
    assert said(clinic) == "Write the function in x first."
    clinic.get_by_label("Function", exact=True).select_option("ln(sin(x))")
    answer.fill("cos x/sin x")
    press(clinic, "Check")
    assert "Right." in said(clinic)
    assert checks.state_of(clinic) == {"expression": "ln(sin(x))", "answer": "cos x/sin x"}
    assert not problems
