"""The letters of the stills: a page's own fonts, or drawn; never the codes of another font."""

import re
import warnings

import pytest

from figure_cases import FIGURES
from ptcode.functions.catalogue import CURVES
from ptcode.stills.activations import activation_slopes
from ptcode.stills.differences import difference_errors
from ptcode.stills.forking import forks
from ptcode.stills.gradient_costs import gradient_cost
from ptcode.stills.picture import Picture
from ptcode.stills.residual import residual_connection
from ptcode.stills.secants import difference_secants
from ptcode.stills.style import blank, svg_text
from sitebuild import page_names

TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
PICTURE = re.compile(r'<div class="pt-picture".*?<svg(.*?)</svg>', re.DOTALL)
DRAWN = re.compile(r'<img\b[^>]*\bsrc="([^"]*_images/[^"]+\.svg)"')
PICTURES = {
    "errors": lambda: difference_errors(CURVES["cube"], 1),
    "costs": gradient_cost,
    "activations": activation_slopes,
    "residual": residual_connection,
    "secants": lambda: difference_secants(CURVES["cube"], 1, 0.5),
    "forks": lambda: forks(2, adjoints=True),
}
# The many x of a formula, one a letter, and the fonts in which TeX orders its letters.
LETTER_BY_LETTER = re.compile(r"<tspan|'(?:cm|STIX)\w*'")


def test_what_a_page_shows_of_a_still_is_whole_words_or_drawn_letters(site):
    """The letters of a formula have the codes of TeX's fonts: ε is a quotation mark there."""
    found = drawn = 0
    for name in page_names(site):
        page = (site / name).read_text("utf-8")
        for picture in PICTURE.findall(page):
            texts = TEXT.findall(picture)
            assert texts, name
            assert [text for text in texts if LETTER_BY_LETTER.search(text)] == [], name
            found += 1
        for source in DRAWN.findall(page):
            assert not TEXT.search(((site / name).parent / source).read_text("utf-8")), source
            drawn += 1
    assert found >= len(PICTURES)
    assert drawn > len(FIGURES)


@pytest.mark.parametrize("made", PICTURES.values(), ids=PICTURES)
def test_a_picture_in_the_page_s_letters_has_no_formula(made):
    page = made()._repr_mimebundle_()["text/html"]
    assert len(TEXT.findall(page)) > 5
    assert not LETTER_BY_LETTER.search(page)


def test_no_two_pictures_of_a_page_have_an_id_in_common():
    pages = [made()._repr_mimebundle_()["text/html"] for made in PICTURES.values()]
    ids = [name for page in pages for name in re.findall(r' id="([^"]*)"', page)]
    assert len(ids) == len({*ids}) > len(pages)
    for page in pages:
        used = set(re.findall(r'href="#([^"]+)"', page))
        assert used <= set(re.findall(r' id="([^"]*)"', page))


def test_a_formula_in_such_a_picture_is_refused():
    figure, (axes,) = blank()
    axes.set(xlabel=r"$\varepsilon$")
    with pytest.raises(ValueError, match="varepsilon"):
        Picture(figure, "ε")._repr_mimebundle_()


@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.__name__)
def test_no_letter_of_a_drawn_still_is_missing(kind):
    """Where a font lacks a letter, matplotlib draws an empty box, and warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if still := kind().still():
            assert not TEXT.search(svg_text(still))
