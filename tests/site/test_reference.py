"""Where the text names something of the package, it leads to its entry."""


def test_the_first_mention_on_a_page_leads_to_the_entry(site):
    page = (site / "chapters/02-gradient-descent.html").read_text(encoding="utf-8")
    entry = "ptcode.gradient_descent"
    assert page.count(f'href="api.html#{entry}"') == 1
    assert f'id="{entry}"' in (site / "chapters/api.html").read_text(encoding="utf-8")


def test_a_function_that_a_chapter_defines_itself_is_not_the_packages(site):
    page = (site / "chapters/14-common-mistakes.html").read_text(encoding="utf-8")
    assert 'href="api.html#ptcode.train"' not in page


def test_docstrings_read_as_sentences(site):
    """Signs of mathematics are no mark-up: |x| is no substitution, θ* no emphasis."""
    page = (site / "chapters/api.html").read_text(encoding="utf-8")
    assert "|x|" in page
    assert "problematic" not in page
