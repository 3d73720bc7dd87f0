"""Each chapter says at its top how long it takes: reading, questions, exercises, counted."""

import re

import pytest

from prose import CHAPTERS, cells, markdown

NUMBERED = sorted(path.stem for path in CHAPTERS.glob("[0-9]*.ipynb"))
WORDS_A_MINUTE = 180
MINUTES = {"pt.Question(": 1, "pt.ExerciseFigure(": 3, "pt.check(": 3}
FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL)
LEFT_OUT = re.compile(r"\]\([^)\s]*\)|</?[a-z][^>\n]*>|^\|[:|\s-]+\|$", re.MULTILINE)
ON_PAPER, FOLD = "<summary>Solution", re.compile(r"<details>.*?</details>", re.DOTALL)
MOST_WORDS, MOST_IN_ALL = 2200, 22_000
MOST_IN_A_FOLD, MOST_IN_FOLDS = 500, 6000


def words(page):
    """The words of the main line: all text but folds; a line of a formula is one word."""
    return counted(FOLD.sub("", "\n\n".join(cells(page, "markdown").values())))


def deeper(page):
    """The words of each fold that a first reader can do without."""
    folds = FOLD.findall("\n\n".join(cells(page, "markdown").values()))
    return [counted(fold) for fold in folds if "<summary>Deeper" in fold]


def counted(text):
    text = FORMULA.sub(lambda formula: " formula" * (1 + formula[0].count(r"\\")), text)
    return len(re.findall(r"[^\W_]+(?:[-'’.,·⁻]?[^\W_]+)*", LEFT_OUT.sub(" ", text)))


def minutes(page):
    """Reading, a minute for each question, three for each exercise, on paper and in code too."""
    code = "\n".join(cells(page, "code").values())
    asked = sum(code.count(call) * each for call, each in MINUTES.items())
    return words(page) / WORDS_A_MINUTE + asked + 3 * markdown(page).count(ON_PAPER)


@pytest.mark.parametrize("page", NUMBERED)
def test_a_chapter_takes_as_long_as_it_says(page):
    said = re.search(r"About (\d+) minutes", markdown(page).split("\n## ")[0])
    assert said, "a chapter says its time before its first section"
    assert int(said[1]) == 5 * round(minutes(page) / 5)


def test_start_says_the_same_times_and_their_sum():
    start = markdown("start")
    said = dict(re.findall(r"\((\d\d-[\w-]+)\.ipynb\) \| [^|]* \| (\d+) \|", start))
    assert said == {page: str(5 * round(minutes(page) / 5)) for page in NUMBERED}
    hours = round(sum(map(minutes, NUMBERED)) / 60)
    assert ("seven", "eight", "nine", "ten")[hours - 7] + " hours" in start


@pytest.mark.parametrize("page", NUMBERED)
def test_a_chapter_is_a_sitting(page):
    assert words(page) <= MOST_WORDS


def test_the_book_keeps_to_its_length():
    assert sum(map(words, NUMBERED)) <= MOST_IN_ALL


def test_the_folds_keep_to_theirs():
    folds = [fold for page in NUMBERED for fold in deeper(page)]
    assert max(folds) <= MOST_IN_A_FOLD
    assert sum(folds) <= MOST_IN_FOLDS
