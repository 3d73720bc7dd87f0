"""The sets of exercises that the book links to can be opened whole."""

import re

import pytest

from ptcode.exercises.sets import read_set
from sitebuild import ROOT

LINK = re.compile(r"#practice\?set=([\w:,-]+)")
LINKS = {
    text: path.name
    for path in sorted((ROOT / "chapters").glob("*"))
    if path.suffix in (".ipynb", ".md")
    for text in LINK.findall(path.read_text("utf-8"))
}


def test_practice_links_to_a_set():
    assert "practice.ipynb" in LINKS.values()


@pytest.mark.parametrize("text", LINKS)
def test_every_exercise_of_a_linked_set_is_in_the_bank(text):
    assert len(read_set(text)) > 1
