"""A program with a wrong line in the browser: point at it, see the check fail, mend it."""

import json

import pytest

import checks
from bare import write_page
from ptcode.exercises.bank import bank, find
from ptcode.exercises.data import exercise_data
from ptcode.widgets import ExerciseFigure, Practice
from samples import sampled

pytestmark = pytest.mark.browser

SLUG = "bug-in-a-shared-weight"
EXERCISE = find(SLUG)
BUG = EXERCISE.bug()
WRONG = EXERCISE.line(BUG)
ALL = [exercise for exercise in bank().values() if exercise.kind == "bug"]


@pytest.fixture
def address(over_http, tmp_path):
    return over_http(write_page(tmp_path, ExerciseFigure(SLUG)))


@pytest.fixture
def task(page):
    return page.locator(f'[id="{SLUG}"]')


def check(task):
    task.get_by_role("button", name="Check", exact=True).click()
    task.locator(checks.UNJUDGED).wait_for(state="detached")


def point(task, line):
    """Choose a line, by its index, with the mouse."""
    task.locator(".pt-code-line").nth(line).click()
    check(task)


def mend(task, text):
    task.get_by_role("radio", name=text, exact=True).click()
    check(task)


def said(task):
    """What the figure says, once the judge has spoken."""
    task.locator(checks.UNJUDGED).wait_for(state="detached")
    return task.get_by_role("status").inner_text()


def verdicts(task):
    """What the last table says of each entry."""
    last = task.locator(".pt-evidence").last
    return [cell.inner_text() for cell in last.locator("td:last-child").all()]


def is_mending(task):
    return task.get_by_role("group", name=f"What must stand in line {WRONG + 1}?").is_visible()


def test_a_right_line_is_told_why_it_is_right(page, task):
    for line, reason in enumerate(EXERCISE.reasons[:3], start=2):
        point(task, line)
        assert f"Line {line + 1} is right." in said(task)
        assert reason in said(task)
    assert not is_mending(task)
    assert task.locator(".pt-evidence").count() == 1
    assert checks.state_of(task) == {"seed": 0, "answer": "5"}


def test_nothing_chosen_is_no_try(page, task):
    check(task)
    assert "Choose a line first." in said(task)
    point(task, WRONG)
    check(task)
    assert f"Choose what is to stand in line {WRONG + 1}." in said(task)
    assert checks.kept(page)[f"answer:{SLUG}"]["attempts"] == 1


def test_the_failing_check_is_shown_first_and_one_that_passes_when_it_is_mended(page, task):
    assert verdicts(task) == ["✗ off"]
    shown = task.locator(".pt-evidence td").all_inner_texts()
    assert shown[:3] == ["−0.017066", "−0.0785052", "0.217387"]
    point(task, WRONG)
    assert f"Found: line {WRONG + 1} is wrong" in said(task)
    assert task.locator(".pt-evidence").count() == 1
    assert is_mending(task)
    line, feedback, _ = BUG.others[0]
    mend(task, line)
    assert "getting a sign wrong" in said(task)
    assert feedback in said(task)
    assert verdicts(task) == ["✗ off"]
    mend(task, BUG.right)
    assert "Right: it is mended" in said(task)
    assert verdicts(task) == ["✓ agrees"]
    assert BUG.right in task.locator(".pt-code-line").nth(WRONG).inner_text()
    assert checks.state_of(task) == {"seed": 0, "answer": f"{WRONG + 1}:1"}


def test_all_of_it_can_be_done_with_the_keyboard(page, task):
    first = task.get_by_role("radio").first
    first.focus()
    page.keyboard.press("Space")
    for _ in range(WRONG):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert f"Found: line {WRONG + 1} is wrong" in said(task)
    group = task.get_by_role("group", name=f"What must stand in line {WRONG + 1}?")
    right = group.get_by_role("radio", name=BUG.right, exact=True)
    page.keyboard.press("Space")
    for _ in BUG.mends:
        if right.is_checked():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "Right: it is mended" in said(task)


def test_a_line_is_named_by_its_number_and_its_text(page, task):
    names = [f"{number} {line.strip()}" for number, line in enumerate(EXERCISE.shown(), start=1)]
    lines = task.get_by_role("group", name="The line that is wrong")
    for name in names:
        assert lines.get_by_role("radio", name=name, exact=True).count() == 1, name


def test_the_hints_end_with_one_for_this_bug_and_the_solution_names_the_line(page, task):
    for _ in range(len(EXERCISE.hints) + 1):
        task.get_by_role("button", name="Hint").click()
    hints = task.get_by_role("list", name="Hints").get_by_role("listitem").all_inner_texts()
    assert len(hints) == len(EXERCISE.hints) + 1
    assert hints[-1] == BUG.hint.replace("`", "")
    point(task, 2)
    task.get_by_role("button", name="Solution").click()
    task.locator(".pt-solution").wait_for()
    solution = task.locator(".pt-solution").inner_text()
    assert f"Line {WRONG + 1} is wrong." in solution
    assert BUG.right in solution


def test_the_answer_is_kept_stage_by_stage(page, task):
    point(task, WRONG)
    page.reload()
    assert is_mending(task)
    assert "Found: line" in said(task)
    mend(task, BUG.right)
    page.reload()
    assert "Right: it is mended" in said(task)
    kept = checks.kept(page)[f"answer:{SLUG}"]
    assert (kept["answer"], kept["solved"]) == (f"{WRONG + 1}:1", True)


def test_a_line_to_mend_with_that_was_not_submitted_is_there_again(page, task):
    point(task, WRONG)
    task.get_by_role("radio", name=BUG.right, exact=True).click()
    page.reload()
    assert task.get_by_role("radio", name=BUG.right, exact=True).is_checked()
    assert "Found: line" in said(task)


def test_another_one_has_another_bug(page, task):
    point(task, WRONG)
    task.get_by_role("button", name="Another one like this").click()
    lines = task.locator(".pt-code-line code").all_text_contents()
    assert lines == list(EXERCISE.shown(1))
    assert lines != list(EXERCISE.shown(0))
    assert not is_mending(task)
    point(task, EXERCISE.line(EXERCISE.bug(1)))
    assert "Found: line" in said(task)


def test_a_link_sets_the_line_and_what_mends_it(page, address, task):
    page.goto(f"{address}#{SLUG}?seed=0&answer={WRONG + 1}:2")
    page.wait_for_function(
        "slug => JSON.parse(document.getElementById(slug).dataset.state).answer", arg=SLUG
    )
    assert task.get_by_role("radio", name=BUG.others[0][0]).is_checked()
    assert verdicts(task) == ["✗ off"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "mends", "right"),
    [([], [0], 1), ([3], [0], 0), ([], [1, 0], 0)],
    ids=["both right", "line missed first", "mend missed first"],
)
def test_practice_counts_line_and_mend_as_one_try(
    page_factory, over_http, tmp_path, before, mends, right
):
    page = page_factory()
    page.goto(over_http(write_page(tmp_path, Practice(sort="bug", exercise=SLUG))))
    task = page.locator("#practice .pt-problem")
    for line in [*before, WRONG]:
        point(task, line)
    assert (f"box:{SLUG}" in checks.kept(page)) == bool(before)
    for choice in mends:
        mend(task, BUG.mends[choice][0])
    place = checks.kept(page)[f"box:{SLUG}"]
    assert [place["tries"], place["right"]] == [1, right]
    assert place["slips"] == (["lost-sign"] if mends[0] else [])


def open_all(page, stage):
    """Find the wrong line everywhere, and mend it wrongly, or rightly."""
    for exercise in ALL:
        task = page.locator(f'[id="{exercise.slug}"]')
        bug = exercise.bug()
        point(task, exercise.line(bug))
        if stage != "found":
            mend(task, bug.right if stage == "mended" else bug.others[0][0])
            for name in ("Hint", "Solution"):
                task.get_by_role("button", name=name).click()


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("stage", sampled(["asked", "found", "mistaken", "mended"], ["mistaken"]))
def test_a_program_is_accessible_and_scrolls_inside_its_box(page_factory, tmp_path, theme, stage):
    page = page_factory(theme, 390)
    page.goto(write_page(tmp_path, *map(ExerciseFigure, ALL)))
    if stage != "asked":
        open_all(page, stage)
    assert not checks.axe(page) + checks.overflow(page, 320)
    heights = page.locator(".pt-code-line").evaluate_all(
        "lines => lines.map((line) => line.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_a_long_line_is_reached_by_scrolling_its_box(page_factory, tmp_path):
    page = page_factory("light", 320)
    page.goto(write_page(tmp_path, *map(ExerciseFigure, ALL)))
    box = page.locator("#bug-in-a-layer .pt-program-scroll")
    inner, outer = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
    assert inner > outer
    assert "gradient" in box.evaluate("box => getComputedStyle(box).backgroundImage")


def test_without_javascript_program_and_solution_can_be_read(page_factory, tmp_path):
    page = page_factory(java_script_enabled=False)
    page.goto(write_page(tmp_path, *map(ExerciseFigure, ALL)))
    for exercise in ALL:
        task = page.locator(f'[id="{exercise.slug}"]')
        assert not list(checks.missing_without_script(task, exercise.slug))
        program = task.locator("pre").inner_text()
        assert all(line.strip() in program for line in exercise.shown())
        task.locator("summary").click()
        assert exercise.bug().right in task.locator("details").inner_text()


def test_what_crosses_is_plain_data():
    data = exercise_data(EXERCISE)
    assert json.loads(json.dumps(data)) == data
