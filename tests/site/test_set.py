"""A set to hand out in the browser: opened by a link, judged, printed, handed in, made anew."""

import json
import re

import pytest

import checks
from bare import write_page
from ptcode.exercises.bank import bank
from ptcode.mistakes import MISTAKES
from ptcode.widgets import Practice
from ptcode.widgets.inline import bare

pytestmark = pytest.mark.browser

NUMBER, DERIVATIVE = "slope-of-square", "sine-of-a-power"
OF_EACH_KIND = list({exercise.kind: slug for slug, exercise in bank().items()}.values())
EACH = [(slug, seed) for seed, slug in enumerate(OF_EACH_KIND, 1)]
TWO = [(NUMBER, 3), (DERIVATIVE, 1)]
MARKED = """(field) =>
  [field === document.activeElement, field.selectionStart, field.selectionEnd]"""
SHEET_OF_PAPER = re.compile(rb"/Type\s*/Page\b")


def text_of(entries):
    return ",".join(f"{slug}:{seed}" for slug, seed in entries)


def asked(slug, seed):
    exercise = bank()[slug]
    return bare(exercise.text(exercise.prompt, seed))


@pytest.fixture(scope="module")
def practice(over_http, tmp_path_factory):
    return over_http(write_page(tmp_path_factory.mktemp("set"), Practice()))


@pytest.fixture
def address(practice):
    return f"{practice}#practice?set={text_of(TWO)}"


def press(place, name):
    place.get_by_role("button", name=name, exact=True).click()


def item(page, number):
    return page.get_by_role("group", name=f"Exercise {number}", exact=True)


def answer(page, number, text):
    item(page, number).locator("form input[type=text]").fill(text)
    press(item(page, number), "Check")


def right(entry=TWO[0]):
    """The answer to one of TWO."""
    known = bank()[entry[0]].variant(entry[1])
    if entry[0] == NUMBER:
        return str(2 * known["p"])
    a, n = known["a"], known["n"]
    return f"{a * n}x^{n - 1} cos({a}x^{n})"


def kept(page):
    """What the store holds of sets, by name."""
    return {name: work for name, work in checks.kept(page).items() if name.startswith("set:")}


def make(page):
    """Open the chooser."""
    page.get_by_text("Make a set to hand out").click()
    page.locator(".pt-set-picks li").first.wait_for()


def handed_in(page):
    with page.expect_download() as download:
        press(page, "Save what I did")
    assert download.value.suggested_filename.endswith(".json")
    return json.loads(download.value.path().read_text("utf-8"))


def printed(page, name):
    """The text on paper after a button was pressed: what a reader can see while it prints."""
    page.evaluate("globalThis.print = () => {}")
    press(page, name)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.locator("body").inner_text()
    controls = page.locator("button:visible").count()
    page.emulate_media(media="screen")
    assert controls == 0
    return text


def test_a_link_opens_its_exercises_in_order_with_its_numbers(open_page, practice):
    for entries in (EACH, EACH[::-1]):
        page = open_page(f"{practice}#practice?set={text_of(entries)}")
        prompts = page.locator(".pt-set-item .pt-prompt").all_inner_texts()
        assert prompts == [asked(*entry) for entry in entries]
        assert page.get_by_role("heading", level=3).count() == len(entries)
        assert page.get_by_role("button", name="Another one like this").count() == 0


def test_the_state_carries_the_list_and_a_link_on_the_page_opens_it(open_page, practice):
    page = open_page(practice)
    checks.follow(page, f"#practice?set={text_of(TWO)}")
    assert checks.state_of(page.locator("#practice"))["set"] == text_of(TWO)
    assert page.locator(".pt-set-item").count() == 2


def test_what_is_answered_is_judged_kept_and_apart_from_practice(page, open_page, address):
    answer(page, 1, right())
    assert item(page, 1).get_by_role("status").inner_text().startswith("✓")
    answer(page, 2, "cos(x")
    assert [work["answers"] for work in kept(page).values() if work["answers"]] == [[right()]]
    page.reload()
    assert item(page, 1).get_by_role("textbox").input_value() == right()
    assert "right at the first try" in item(page, 1).inner_text()
    assert item(page, 2).get_by_role("textbox").input_value() == "cos(x", "nothing typed is lost"
    assert not [name for name in checks.kept(page) if name.startswith(("box:", "answer:", "slip:"))]


def test_the_same_exercise_in_another_set_is_not_answered(page, practice):
    answer(page, 1, right())
    checks.follow(page, f"#practice?set={text_of(TWO[:1])}")
    page.get_by_role("heading", name="A set of 1 exercise", exact=True).wait_for()
    assert item(page, 1).get_by_role("textbox").input_value() == ""
    checks.follow(page, f"#practice?set={text_of(TWO)}")
    page.get_by_role("heading", name="A set of 2 exercises").wait_for()
    assert item(page, 1).get_by_role("textbox").input_value() == right()


def test_it_is_forgotten_and_had_back_with_everything_else(page):
    answer(page, 1, right())
    before = checks.kept(page)
    checks.keep(page, {})
    assert item(page, 1).get_by_role("textbox").input_value() == ""
    assert "no try yet" in item(page, 1).inner_text()
    checks.keep(page, before)
    assert item(page, 1).get_by_role("textbox").input_value() == right()


def test_what_was_done_can_be_handed_in_as_a_file_that_a_person_reads(page):
    answer(page, 2, "cos(")
    answer(page, 2, "cos({a}x^{n})".format(**bank()[DERIVATIVE].variant(1)))
    press(item(page, 2), "Solution")
    item(page, 2).locator(".pt-solution").wait_for()
    answer(page, 2, right(TWO[1]))
    file = handed_in(page)
    assert file["unverified"].startswith("Unverified")
    assert file["edition"] == Practice().data["edition"]
    assert file["set"].endswith(f"#practice?set={text_of(TWO)}")
    assert file["done"] == {"exercises": 2, "right": 1, "rightAtFirstTry": 0, "notTried": 1}
    first, second = file["exercises"]
    assert not {"answers", "rightAtTry", "solutionOpenedAfterAnswer"} & set(first)
    assert first["tries"] == 0
    assert all(value not in ("", None, []) for value in (*first.values(), *second.values()))
    assert second["exercise"] == DERIVATIVE
    assert second["seed"] == 1
    assert second["question"].startswith(asked(*TWO[1]))
    assert "sin" in second["question"]
    assert [one["verdict"] for one in second["answers"]] == ["mistake", "correct"]
    assert second["rightAtTry"] == 2
    assert second["solutionOpenedAfterAnswer"] == 1
    stopped = next(each.title for each in MISTAKES if each.name == "stopped")
    assert second["answers"][0]["mistakes"] == [stopped]


def test_what_is_only_not_finished_is_an_answer_and_no_try(page):
    answer(page, 1, "2x")
    answer(page, 1, right())
    [first, _] = handed_in(page)["exercises"]
    assert [one["isTry"] for one in first["answers"]] == [False, True]
    assert first["rightAtTry"] == 1


def test_answers_to_every_kind_are_words_in_the_file(open_page, practice):
    page = open_page(f"{practice}#practice?set={text_of(EACH)}")
    for number, (slug, _) in enumerate(EACH, 1):
        place = item(page, number)
        if bank()[slug].kind in ("choice", "bug"):
            place.get_by_role("radio").first.check()
        for field in place.locator("form input[type=text]").all():
            field.fill("12345.678")
        press(place, "Check")
    for row in handed_in(page)["exercises"]:
        if "answers" in row:
            assert not re.fullmatch(r"[\d,]+", row["answers"][0]["answer"]), row["exercise"]
    kinds = {row["kind"] for row in handed_in(page)["exercises"] if "answers" in row}
    assert {"choice", "order", "fill", "number", "bug"} <= kinds


def test_it_prints_as_a_sheet_and_with_its_key(page):
    answer(page, 1, "7")
    sheet, key = printed(page, "Print the sheet"), printed(page, "Print with the key")
    for text in (sheet, key):
        assert all(asked(*entry) in text for entry in TWO)
        assert "Practise" not in text
        assert "Figures" not in text
    slope = 2 * bank()[NUMBER].variant(3)["p"]
    assert f"The answer is {slope:g}.".replace("-", "−") in key
    assert "The answer is" not in sheet
    assert "Not right" not in sheet + key


def test_the_browsers_own_command_prints_the_sheet_and_leaves_the_page_as_it_was(page):
    page.evaluate("globalThis.print = () => {}")
    press(page, "Print with the key")
    with_key = len(SHEET_OF_PAPER.findall(page.pdf(format="A4")))
    alone = len(SHEET_OF_PAPER.findall(page.pdf(format="A4")))
    assert with_key > alone >= 1
    assert not page.locator(".pt-set-paper").is_visible()
    assert page.get_by_role("heading", name="A set of 2 exercises").is_visible()


def test_what_was_done_prints_marked_as_unverified(page):
    answer(page, 1, "7")
    answer(page, 1, right())
    text = printed(page, "Print what I did")
    assert "Unverified: made in the reader's own browser" in text
    assert "right at try 2" in text
    assert text.index("Answer 1: 7") < text.index(f"Answer 2: {right()}")


@pytest.mark.parametrize(
    ("link", "says", "count"),
    [
        (f"{NUMBER}:1,of-an-older-edition:2,{DERIVATIVE}:0", "of-an-older-edition", 2),
        (f"{NUMBER}:-4", "from 0 to 9999", 1),
        (f"{NUMBER}:1,{NUMBER}:1", "Twice in the link", 1),
        (",".join(f"{NUMBER}:{seed}" for seed in range(500)), "at most 40", 40),
        ("%00,<script>,:,::1", "opens no exercise", 0),
    ],
)
def test_a_bad_link_is_survived_and_said(open_page, practice, link, says, count):
    page = open_page(f"{practice}#practice?set={link}")
    page.locator(".pt-set-open").wait_for()
    assert any(says in note for note in page.locator(".pt-set-note").all_inner_texts())
    assert page.locator(".pt-set-item").count() == count
    assert page.get_by_role("status").count() == 1
    press(page, "Practise instead")
    assert page.locator(".pt-problem .pt-prompt").inner_text()


def test_an_empty_link_is_practice(open_page, practice):
    page = open_page(f"{practice}#practice?set=")
    assert page.locator(".pt-problem .pt-prompt").inner_text()
    assert page.locator(".pt-set-open").count() == 0


def test_a_spoilt_memory_does_no_harm(page):
    for number in (1, 2):
        answer(page, number, "7")
    first, second = kept(page)
    checks.keep(page, {first: 7, second: {"answers": [3, "x"], "solution": "soon"}})
    assert item(page, 1).get_by_role("textbox").input_value() == ""
    assert item(page, 2).get_by_role("textbox").input_value() == "x"
    answer(page, 1, right())
    assert item(page, 1).get_by_role("status").inner_text().startswith("✓")


def test_practice_goes_on_where_it_was_and_a_link_to_a_problem_leaves_the_set(open_page, practice):
    page = open_page(practice)
    before = checks.state_of(page.locator("#practice"))
    checks.follow(page, f"#practice?set={text_of(TWO)}")
    press(page, "Practise instead")
    assert checks.state_of(page.locator("#practice")) == before
    assert page.evaluate("document.activeElement.closest('.pt-problem') !== null")
    page.reload()
    assert page.locator(".pt-set-open").count() == 0
    checks.follow(page, f"#practice?set={text_of(TWO)}")
    checks.follow(page, f"#practice?exercise={NUMBER}&seed=2")
    state = checks.state_of(page.locator("#practice"))
    assert [state[key] for key in ("exercise", "seed", "set")] == [NUMBER, 2, ""]
    assert page.locator(".pt-problem .pt-prompt").inner_text() == asked(NUMBER, 2)


def test_a_figure_has_one_voice_that_of_the_exercise_in_hand(page):
    for number in (1, 2):
        item(page, number).get_by_role("textbox").focus()
        assert page.get_by_role("status").count() == 1
        assert item(page, number).get_by_role("status").count() == 1


def test_a_teacher_makes_a_link_that_opens_what_was_ticked(open_page, practice):
    page = open_page(practice)
    make(page)
    page.get_by_label("Topic", exact=True).select_option("the chain rule")
    boxes = page.locator(".pt-set-picks").get_by_role("checkbox")
    chain = [slug for slug, one in bank().items() if one.topic == "chain-rule"]
    assert boxes.count() == len(chain)
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    boxes.nth(0).check()
    link = page.get_by_label("Link to this set").input_value()
    assert re.search(rf"#practice\?set={chain[1]}:\d+,{chain[0]}:\d+$", link)
    links = {link}
    for _ in range(4):
        press(page, "Fresh numbers")
        links.add(page.get_by_label("Link to this set").input_value())
    assert len(links) > 1
    link = page.get_by_label("Link to this set").input_value()
    press(page, "Open this set")
    assert page.evaluate("document.activeElement.textContent") == "A set of 2 exercises"
    other = open_page(link)
    prompts = page.locator(".pt-set-item .pt-prompt").all_inner_texts()
    assert other.locator(".pt-set-item .pt-prompt").all_inner_texts() == prompts
    assert len(prompts) == 2


def test_the_link_is_copied_or_marked_to_be_copied(open_page, practice):
    page = open_page(f"{practice}#practice?set={text_of(TWO)}")
    make(page)
    link = page.get_by_label("Link to this set").input_value()
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true,"
        " value: { writeText: async (text) => { globalThis.taken = text; } } })"
    )
    press(page, "Copy it")
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("globalThis.taken") == link
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    press(page, "Copy it")
    page.get_by_text("copy it with the keyboard").wait_for()
    marked = page.get_by_label("Link to this set")
    assert marked.evaluate(MARKED) == [True, 0, len(link)]


def test_no_more_can_be_ticked_than_a_set_takes(open_page, practice):
    page = open_page(practice)
    make(page)
    press(page, "Tick all shown")
    ticked = page.locator(".pt-set-picks input:checked").count()
    assert ticked == min(len(bank()), Practice().data["limits"]["most"])
    press(page, "Untick all")
    assert page.locator(".pt-set-picks input:checked").count() == 0
    assert page.get_by_role("button", name="Open this set").is_disabled()


def test_it_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    answer(page, 1, right())
    assert handed_in(page)["exercises"][0]["rightAtTry"] == 1
    assert not problems


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "width"), checks.LOOKS)
def test_a_set_and_its_chooser_are_accessible(page_factory, practice, theme, width):
    page = page_factory(theme, width)
    page.goto(f"{practice}#practice?set={text_of(EACH)},{'gone' * 20}:1")
    press(item(page, 1), "Check")
    make(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not checks.axe(page) + checks.overflow(page, width) + checks.overflow(page, 320)
