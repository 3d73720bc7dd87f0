"""A question in the browser: an answer is a commitment, and it is remembered until forgotten."""

import json

import pytest

import checks
from bare import STATIC, write_page
from ptcode.widgets import Question
from sitebuild import served_below

pytestmark = pytest.mark.browser

FIRST = Question(
    "first",
    "Which is the outer one of sin(x²)?",
    [("sin", "Taken last.", True), ("x²", "Taken first: see [sin](#first?answer=0).")],
)
SECOND = Question("second", "And of sin²x?", [("sin", "Taken first."), ("( )²", "Yes.", True)])
SPOILT = ["nonsense", "null", '"text"', '{"version":0,"answer:first":"sin"}', '{"items":7}']
SINE = {"text": "sin", "place": 0, "correct": True}
ANSWERED = "JSON.parse(document.getElementById('first').dataset.state).answer === 0"


@pytest.fixture
def address(over_http, tmp_path):
    return over_http(write_page(tmp_path, FIRST, SECOND))


def figure(page, name):
    return page.locator(f'[id="{name}"]')


def press(question, name):
    question.get_by_role("button", name=name).click()


def commit(question, choice):
    question.get_by_label(choice, exact=True).check()
    press(question, "Commit")


def answer(question):
    return checks.state_of(question)["answer"]


def test_choosing_is_not_yet_answering(page):
    question = figure(page, "first")
    question.get_by_label("sin", exact=True).check()
    assert answer(question) == -1
    assert question.get_by_role("status").inner_text() == "Choose one answer, then commit to it."


def test_committing_without_a_choice_says_what_to_do(page):
    question = figure(page, "first")
    press(question, "Commit")
    assert answer(question) == -1
    assert question.get_by_role("status").inner_text().startswith("Choose an answer first.")


def test_an_answer_is_committed_and_told_about(page):
    question = figure(page, "first")
    commit(question, "x²")
    assert answer(question) == 1
    assert question.get_by_role("status").inner_text() == "Not quite. Taken first: see sin."
    assert question.get_by_role("radio").first.is_disabled()
    assert page.evaluate("document.activeElement.textContent") == "Committed"
    question.get_by_role("button", name="Committed").dispatch_event("click")
    assert answer(question) == 1
    question.get_by_text("The other answers").click()
    shown = [item for item in question.get_by_role("listitem").all() if item.is_visible()]
    assert [item.inner_text() for item in shown] == ["sin Right. Taken last."]


def test_the_keyboard_suffices(page):
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert answer(figure(page, "first")) == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert answer(figure(page, "first")) == -1
    assert page.evaluate("document.activeElement.type") == "radio"


def test_answers_are_remembered_and_forgotten_one_at_a_time(page):
    commit(figure(page, "first"), "sin")
    commit(figure(page, "second"), "sin")
    page.reload()
    assert [answer(figure(page, name)) for name in ("first", "second")] == [0, 0]
    assert figure(page, "first").get_by_role("status").inner_text() == "Right. Taken last."
    press(figure(page, "first"), "Answer again")
    page.reload()
    assert [answer(figure(page, name)) for name in ("first", "second")] == [-1, 0]


def test_no_question_offers_to_forget_more_than_its_own_answer(page):
    commit(figure(page, "first"), "sin")
    names = figure(page, "first").get_by_role("button").all_inner_texts()
    assert names == ["Committed", "Answer again"]


@pytest.mark.parametrize("stored", SPOILT)
def test_a_spoilt_memory_is_an_empty_one_and_its_text_is_kept(page, stored):
    page.evaluate(f"text => localStorage.setItem({checks.KEY}, text)", stored)
    page.reload()
    assert answer(figure(page, "first")) == -1
    commit(figure(page, "first"), "sin")
    assert checks.kept(page) == {"unread": stored, "answer:first": SINE}


def test_an_answer_whose_choice_is_gone_is_not_shown_and_not_lost(page):
    gone = {"text": "a choice of an older edition"}
    checks.keep(page, {"answer:first": gone})
    page.reload()
    assert answer(figure(page, "first")) == -1
    assert checks.kept(page) == {"answer:first": gone}


def test_an_answer_of_the_first_version_is_shown_again_and_kept_in_todays_form(page):
    record = json.dumps({"version": 1, "answer:first": "sin"})
    page.evaluate("text => localStorage.setItem('chain-rule-live', text)", record)
    page.reload()
    assert answer(figure(page, "first")) == 0
    assert checks.record(page)["items"] == {"answer:first": {"value": SINE, "at": 0}}


def test_a_reader_finds_an_answer_whose_choice_is_worded_anew(page, over_http, tmp_path):
    commit(figure(page, "first"), "sin")
    text = page.evaluate(f"localStorage.getItem({checks.KEY})")
    worded = Question("first", "Which?", [("the sine", "Last.", True), ("the square", "First.")])
    page.goto(over_http(write_page(tmp_path, worded, name="anew.html")))
    assert answer(figure(page, "first")) == 0
    assert checks.kept(page)["answer:first"]["text"] == "the sine"
    assert text != page.evaluate(f"localStorage.getItem({checks.KEY})")


def test_in_a_notebook_the_figure_itself_says_that_a_record_was_taken_over(page_factory):
    """No page of the book, no reader's script: the module as a notebook loads it."""
    page = page_factory()
    with served_below(STATIC, "/lab/") as root:
        page.goto(root + "figures.json")
        config = json.dumps({"baseUrl": "/user/x/"})
        state = {"answer": -1, "data": FIRST.data}
        page.evaluate(
            """async ([old, config, state]) => {
              localStorage.setItem("chain-rule-live", old);
              const settings = document.createElement("script");
              Object.assign(settings, { type: "application/json", id: "jupyter-config-data" });
              settings.textContent = config;
              const { default: figure } = await import("/lab/question.mjs");
              const model = { get: (key) => state[key], set: (key, to) => { state[key] = to },
                on() {}, off() {}, save_changes() {} };
              for (const id of ["one", "two"]) {
                const el = Object.assign(document.createElement("div"), { id });
                document.body.append(settings, el);
                figure.render({ model, el });
              }
            }""",
            [json.dumps({"version": 1, "answer:first": "sin"}), config, state],
        )
        assert "a copy of it is here now" in page.locator("#one .pt-news").inner_text()
        assert page.locator("#two .pt-news").count() == 0
        assert page.get_by_role("radio").first.is_checked()
        keys = page.evaluate("Object.keys(localStorage).sort()")
        assert keys == ["chain-rule-live", "chain-rule-live:/user/x/"]


def test_two_windows_agree(two_windows):
    one, other = two_windows
    commit(figure(one, "first"), "sin")
    other.wait_for_function(ANSWERED)


def test_it_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    commit(figure(page, "first"), "x²")
    assert answer(figure(page, "first")) == 1
    press(figure(page, "first"), "Answer again")
    assert answer(figure(page, "first")) == -1
    assert not problems


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("choice", [None, "sin", "x²"])
def test_a_question_is_accessible(page_factory, address, theme, choice):
    page = page_factory(theme, 390)
    page.goto(address)
    if choice:
        commit(figure(page, "first"), choice)
        figure(page, "first").get_by_text("The other answers").click()
    assert not checks.axe(page) + checks.overflow(page, 320)


def test_without_javascript_the_question_can_be_read(page_factory, address):
    page = page_factory(java_script_enabled=False)
    page.goto(address)
    assert not list(checks.missing_without_script(figure(page, "first"), "first"))
