"""A button beside each piece of code copies it, whatever the browser allows."""

import re

import pytest

from ptcode.exercises.code import TASKS

ADDRESS = "chapters/01-derivatives.html"
TAKEN = """navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };"""
NO_CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.addEventListener("copy", () => { globalThis.copied = getSelection().toString(); });"""


@pytest.mark.browser
@pytest.mark.parametrize("browser_has", [TAKEN, NO_CLIPBOARD], ids=["clipboard", "none"])
def test_a_button_copies_the_code_beside_it_and_says_so(browser_has, served, page_factory):
    page = page_factory()
    page.add_init_script(browser_has)
    page.goto(served + ADDRESS)
    code = page.locator(".cell_input pre:visible").first
    button = code.locator("xpath=../button")
    named = button.text_content()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("globalThis.copied !== undefined")
    assert page.evaluate("copied").rstrip() == code.text_content().rstrip()
    button.filter(has_not_text=named).wait_for()


@pytest.mark.browser
def test_output_and_formulas_have_no_such_button(served, page_factory):
    page = page_factory()
    page.goto(served + ADDRESS)
    assert page.locator(".pt-copy").count() == page.locator(".cell_input pre").count()


def test_the_solution_of_a_task_in_code_is_in_a_fold_that_is_called_so(site):
    chapters = [path.read_text("utf-8") for path in (site / "chapters").glob("[0-9]*.html")]
    folds = re.findall(
        r"<summary>The solution</summary>\s*(.*?)</details>", "".join(chapters), re.S
    )
    shown = "".join(re.sub("<[^>]*>", "", fold) for fold in folds)
    assert len(folds) == len(TASKS)
    assert [task.slug for task in TASKS.values() if task.source.splitlines()[-1] not in shown] == []
