"""What a reader left in the browser before the files moved is shown again, all of it.

`reader_store.json` is the localStorage of a browser that read the whole book by script: answers
right and wrong, drafts, cards, practice, read marks. `addresses.json` has what could be linked to
then: every page, anchor and figure. Those of chapters that are others today lead on, and each old
address is opened as it was. A key, an exercise or an address that changes fails here, until a
migration or a line of `ptcode/site/moved.json` takes care of it. The store is one of the first
version, under the key of that version, and the book takes it over. Neither file is written anew for
a change.
"""

import json

import pytest

import checks
from addresses import CHAPTERS, led
from ptcode.exercises.bank import find
from returning import ANSWERS, CHOICES, DRAFTS, EXERCISES, KEPT, PAGES, READ, READ_NOW, TEXTS

MISSED, KNOWN = 1, 5  # the first box of practice and the last; untried ones lie in the second
CHOSEN = ".pt-choice:has(input:checked) > span:first-of-type"


@pytest.fixture
def visit(page_factory, served):
    """Return `visit(page)`: that page, opened by the reader who comes back."""

    def open_page(name):
        page = page_factory()
        page.add_init_script(
            f"for (const [key, text] of Object.entries({json.dumps(TEXTS)}))"
            "  if (localStorage.getItem(key) === null) localStorage.setItem(key, text);"
        )
        page.goto(served + name, wait_until="load")
        return page

    return open_page


def data_of(figure):
    return json.loads(figure.locator(".pt-data").text_content())


@pytest.mark.browser
@pytest.mark.parametrize("page_name", CHAPTERS)
def test_what_was_kept_of_a_chapter_is_shown_again(visit, site, page_name):
    """Wherever it is now: a page is opened by the old address of the first thing that is on it."""
    left = {name for name in ANSWERS.keys() | DRAFTS.keys() if PAGES[name] == page_name}
    assert left
    while left:
        part = f"#{min(left)}"
        [(path, _)] = led(site, page_name, [part])
        page = visit(page_name + part)
        page.wait_for_url(f"**/{path.name}{part}", wait_until="load")
        here = {name for name in left if page.locator(f'[id="{name}"]').count()}
        show_again(page, here)
        left -= here


def show_again(page, here):
    """What was kept of these exercises is on the page, and so is whether its chapter is read."""
    for check, kept_ones in [
        (draft, DRAFTS),
        (choice, CHOICES),
        (exercise, EXERCISES),
        (resubmitted, EXERCISES.keys() - DRAFTS.keys()),
    ]:
        for name in here.intersection(kept_ones):
            check(page.locator(f'[id="{name}"]'), name)
    (box,) = page.locator("[data-read]").all()
    assert box.is_checked() == (box.get_attribute("data-read") in READ_NOW)
    assert page.locator("nav.bd-links .pt-read").count() == len(READ_NOW)


def draft(figure, name):
    """What was half typed, or half put in order, stands there, and not as an answer."""
    asked, text = data_of(figure), DRAFTS[name]["text"]
    assert figure.locator(".pt-status.pt-stale").count() == 1
    if asked["kind"] == "order":
        items = figure.locator(".pt-order > li > span:first-child").all_inner_texts()
        named, seed = find(name), DRAFTS[name]["seed"]
        assert items == [named.text(named.items[int(place)], seed) for place in text.split(",")]
        return
    fields = figure.locator("input[type=text]").evaluate_all(
        "inputs => Object.fromEntries(inputs.map(({ name, value }) => [name, value]))"
    )
    blanks = dict(part.split("=", 1) for part in text.split(";")) if asked["kind"] == "fill" else {}
    assert fields == (blanks or {"typed": text})


def choice(question, name):
    """The answer to a question is committed again, though its choice may be worded anew."""
    known = {
        one["text"]: [one["text"], *one.get("was", [])] for one in data_of(question)["choices"]
    }
    assert CHOICES[name] in known[question.locator(CHOSEN).inner_text()]
    assert question.get_by_role("radio").first.is_disabled()


def exercise(figure, name):
    """The answer to an exercise is judged again."""
    assert checks.state_of(figure) == {key: EXERCISES[name][key] for key in ("seed", "answer")}
    figure.scroll_into_view_if_needed()
    figure.locator(checks.UNJUDGED).wait_for(state="detached")
    verdict = figure.locator(".pt-status").get_attribute("data-verdict")
    assert verdict, f"{name} is not judged"
    assert (verdict == "correct") == EXERCISES[name]["solved"], name


def resubmitted(figure, name):
    """What Check hands in is what stands in the fields: it must be what was kept."""
    figure.get_by_role("button", name="Check", exact=True).click()
    figure.locator(checks.UNJUDGED).wait_for(state="detached")
    before = EXERCISES[name]
    after = checks.kept(figure.page)[f"answer:{name}"]
    assert json.loads(after.pop("asked")) == find(name).variant(before["seed"])
    assert after == before | {"attempts": before["attempts"] + 1}


@pytest.mark.browser
def test_start_counts_what_was_done(visit):
    page = visit("chapters/start.html")
    done = {name for name, record in ANSWERS.items() if name in CHOICES or record["solved"]}
    read = 0
    for place in page.locator("td .pt-progress").all():
        chapter, asks = (place.get_attribute(f"data-{key}") for key in ("chapter", "asks"))
        count, of = len(done.intersection(asks.split())), len(asks.split())
        assert place.inner_text().startswith("✓") == (chapter in READ_NOW)
        assert (f"{count} of {of} questions" if count else f"{of} questions") in place.inner_text()
        read += chapter in READ_NOW
    said = page.locator(".pt-done-so-far").inner_text()
    assert said.startswith(f"{read} of ")
    assert f" {len(done)} of " in said
    assert read == len(READ_NOW)


@pytest.mark.browser
def test_the_cards_that_were_sorted_count_and_are_still_in_the_deck(visit):
    game = visit(PAGES["sorting"]).locator("#sorting")
    results = KEPT["sorting"]
    right = sum(results.values())
    assert f"{right} of {len(results)} cards" in game.locator(".pt-score").inner_text()
    items = checks.kept(game.page).items()
    now = {name.removeprefix("card:"): right for name, right in items if name.startswith("card:")}
    assert now.keys() <= {card["text"] for card in data_of(game)["cards"]}
    assert sorted(now.values()) == sorted(results.values())


@pytest.mark.browser
def test_practice_goes_on_where_it_was(visit):
    practice = visit(PAGES["practice"]).locator("#practice")
    boxes, now = KEPT["practice"]["boxes"], KEPT["practice"]["now"]
    state = checks.state_of(practice)
    assert {key: state[key] for key in ("exercise", "seed", "answer")} == {
        key: now[key] for key in ("exercise", "seed", "answer")
    }
    lying = [int(text) for text in practice.locator(".pt-lying").all_inner_texts()]
    places = [place["box"] for place in boxes.values()]
    for box in {*range(MISSED, KNOWN + 1)} - {2}:
        assert lying[box - 1] == places.count(box), box
    tries, right = (sum(place[key] for place in boxes.values()) for key in ("tries", "right"))
    said = practice.locator(".pt-practised").inner_text()
    assert said.startswith(f"{tries} problems so far, {right} right")


@pytest.mark.browser
def test_nothing_that_was_kept_is_lost_on_the_way_into_todays_record(visit):
    """Whatever the pages make of it, each of its names is there; the old record stays as it is."""
    page = visit("chapters/start.html")
    now = checks.kept(page)
    reads = {f"read:{name}" for name in READ}
    assert {name for name in KEPT if ":" in name} - reads <= now.keys()
    assert {f"read:{name}" for name in READ_NOW} <= now.keys()
    assert {f"card:{text}" for text in KEPT["sorting"]} <= now.keys()
    assert {f"box:{slug}" for slug in KEPT["practice"]["boxes"]} <= now.keys()
    assert page.evaluate("JSON.parse(localStorage.getItem('chain-rule-live'))") == KEPT


def test_the_store_has_everything_that_is_kept_for_a_reader():
    """Each kind of thing, in each chapter that can have one: a fixture with gaps shows nothing."""
    one_word = {key for key in KEPT if ":" not in key}
    assert one_word == {"version", "sorting", "practice"}
    assert {key.partition(":")[0] for key in KEPT} - one_word == {"answer", "draft", "read"}
    assert {PAGES[name] for name in EXERCISES} == {PAGES[name] for name in DRAFTS}
    assert {record["solved"] for record in EXERCISES.values()} == {True, False}
    assert set(KEPT["sorting"].values()) == {True, False}
    boxes = [place["box"] for place in KEPT["practice"]["boxes"].values()]
    assert MISSED in boxes
    assert max(boxes) > 2
