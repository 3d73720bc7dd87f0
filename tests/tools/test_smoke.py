"""What keeps a broken site from being deployed notices that it is broken."""

import pytest
import yaml

import smoke
from sitebuild import ROOT

PAGE = "<figure class='pt-figure' data-state='1'><input type='range' oninput='{}'></figure>"


def test_every_chapter_is_asked_for():
    chapters = {path.stem for path in (ROOT / "chapters").glob("*.ipynb")}
    asked = smoke.files(yaml.safe_load(smoke.TOC.read_text("utf-8")))
    assert len(asked) == len(set(asked))
    assert {f"chapters/{name}" for name in chapters} <= set(asked)


def test_a_page_that_is_not_there_or_cut_short_is_missing(tmp_path):
    (tmp_path / "whole.html").write_text("<html></html>")
    (tmp_path / "cut.html").write_text("<html>")
    found = smoke.missing(tmp_path, ["whole", "cut", "gone"])
    assert found == [str(tmp_path / "cut.html"), str(tmp_path / "gone.html")]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (PAGE.format("this.parentNode.dataset.state = 2"), True),
        (PAGE.format(""), False),
        ("<p>no figure</p>", None),
    ],
)
def test_a_slider_that_moves_nothing_is_told_from_one_that_does(page_factory, page, answer):
    shown = page_factory()
    shown.set_content(page)
    assert smoke.answers(shown, timeout=1000) is answer
