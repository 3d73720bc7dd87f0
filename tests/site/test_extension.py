"""The Sphinx extension: its parts by themselves, and a small book built with them."""

import io
import json
import re
from types import SimpleNamespace

import pytest
from docutils import nodes
from PIL import Image, ImageChops, ImageDraw

from ptcode.site import assets, figures, fonts, formulas, freshness, kernel, links, pages, purge
from smallbook import MOUNT, PROSE, Book

# Style sheets


def test_a_rule_stays_when_its_words_are_on_a_page():
    css = "@charset 'utf-8'; .a .b{top:0} .a .c{top:1px} p{left:0} #d:not(.e),.c{right:0}"
    assert purge.purge(css, {"a", "b", "d"}) == ".a .b{top:0}\np{left:0}\n#d:not(.e){right:0}"


def test_names_are_what_elements_have_and_what_strings_of_scripts_give():
    pages = ['<p class="a b" id="c">the word d</p>', "<p class='e'></p>"]
    assert purge.has(pages) == {"a", "b", "c", "e"}
    script = """const f=/["']/;x.className="one two";say("No word of these");y=`three`+'four'"""
    assert purge.gives([script]) == {"one", "two", "three", "four"}


def test_a_property_goes_with_the_last_that_asked_for_it():
    css = """p{--a:"}";--b:var(--a);top:0}q{--c:1}r{--d:url(data:x;y);left:var(--e, 0)}"""
    assert purge.without_unused(css) == "p{top:0}r{left:var(--e, 0)}"
    assert purge.without_unused(css, "var(--b)") == css[: css.index("q")] + "r{left:var(--e, 0)}"


def test_a_purge_is_repeated_only_for_other_words(tmp_path, monkeypatch):
    css, read = ".a{top:0}.b{top:0}", []
    monkeypatch.setattr(purge, "purge", lambda css, known: read.append(known) or str(known))
    for known in ({"a"}, {"a", "c"}, {"a", "b"}, {"a"}):
        purge.purge_once(css, known, tmp_path)
    assert read == [{"a"}, {"a", "b"}]


def test_rules_inside_conditions_are_looked_at_too():
    css = "@media print{.a{top:0}.b{top:0}} @media screen{.b{top:0}} @font-face{src:url(x)}"
    assert purge.purge(css, {"a"}) == "@media print{.a{top:0}}"


@pytest.mark.parametrize("around", ["{}", "@container (width>9em){{{}}}", "@layer a{{{}}}"])
@pytest.mark.parametrize(
    "selector", [".a :is(.b)", ".a:is(.b)", "p ::before", ".a>:not(.b) :focus"]
)
def test_a_minified_selector_asks_for_what_it_asked_for(around, selector):
    rule = f"{selector}{{top:0; left :0}}"
    small = assets.minified(around.format(f"p{{top : 0}}\n{rule} {rule}"))
    written = re.sub(r"(?<=[ >])\*:", ":", small)
    assert written.count(f"{selector}{{") == 2, small


def test_the_first_page_keeps_its_name_when_minified():
    assert assets.minified("@page :first { margin: 0 }") == "@page :first{margin:0}"


def test_commas_inside_parentheses_do_not_split_a_selector():
    assert purge.purge(".a:is(.b,.c) p{top:0}", {"a"}) == ".a:is(.b,.c) p{top:0}"


# Fonts


def test_characters_of_text_and_of_formulas_are_told_apart():
    page = (
        '<p>so <span class="katex"><math>hidden</math><span class="katex-html" x="y">'
        '<span class="mord bold">θ</span><span>&lt;</span></span></span> it</p>'
    )
    outside, inside = fonts.characters(page)
    assert inside == {"katex-html": set("θ<"), "mord": {"θ"}, "bold": {"θ"}}
    assert outside == set("so it")


def test_a_formula_font_has_what_its_rules_set_in_it():
    rules = ".katex .a,.katex .b{font-family:X;font-weight:700}.katex .c{font-family:X}"
    assert list(fonts.classes_in(rules, "X", True, False)) == ["a", "b"]
    assert list(fonts.classes_in(rules, "X", False, False)) == ["c"]


def text_font(script):
    return freshness.PACKAGE / "static" / "fonts" / fonts.text_font(script, "normal")


def test_a_cut_font_has_the_wanted_characters_and_the_weights_of_the_book(tmp_path):
    uri = fonts.cut(text_font("latin"), set("abc"), tmp_path)
    assert uri.startswith("data:font/woff2;base64,")
    [path] = tmp_path.iterdir()
    font = fonts.TTFont(path)
    assert set(font.getBestCmap()) == set(map(ord, "abc"))
    [weight] = font["fvar"].axes
    assert (weight.minValue, weight.maxValue) == fonts.STYLES["normal"]


def test_a_font_is_cut_to_the_same_bytes_again():
    once, again = (fonts.cut_bytes(text_font("greek"), set("αβγ")) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("path", sorted(text_font("latin").parent.glob("*.woff2")))
def test_a_changed_font_does_not_bear_the_name_of_the_original(path):
    font = fonts.TTFont(path)
    assert "Source" not in font["name"].getDebugName(1) + font["name"].getDebugName(6)


def test_a_font_without_any_wanted_character_is_not_shipped(tmp_path):
    assert fonts.cut(text_font("greek"), set("abc"), tmp_path) == ""


# Formulas


@pytest.fixture(scope="module", autouse=True)
def katex():
    yield
    formulas.TYPESETTER.close()


def test_formulas_are_typeset_with_mathml_beside_them():
    html = formulas.typeset(nodes.math(text=r"a < b"))
    assert 'class="katex-html"' in html
    assert "<mo>&lt;</mo>" in html


@pytest.mark.parametrize("colour", formulas.MEANT)
def test_a_formula_is_coloured_by_meaning(colour):
    html = formulas.typeset(nodes.math(text=rf"\textcolor{{{colour}}}{{x}}"))
    assert f'class="enclosing pt-{formulas.MEANT[colour]}"' in html


def test_a_colour_without_a_meaning_is_rejected():
    with pytest.raises(formulas.Rejected, match="sienna"):
        formulas.coloured(r"\textcolor{red}{x}")


def test_a_formula_with_an_error_is_a_warning(monkeypatch):
    said = []
    monkeypatch.setattr(
        formulas.logger, "warning", lambda text, *args, **_: said.append(text % args)
    )
    assert formulas.typeset(nodes.math(text=r"\frac{1")) == ""
    assert "KaTeX cannot read “\\frac{1”" in said[0]


def test_one_process_typesets_every_formula_and_ends_when_it_is_closed():
    typesetter = formulas.Typesetter()
    first, process = typesetter.html("θ ≤ 1"), typesetter.process
    with pytest.raises(formulas.Rejected):
        typesetter.html(r"\frac{1")
    assert typesetter.html("θ ≤ 1") == first
    assert typesetter.process is process
    typesetter.close()
    assert process.returncode == 0


def test_a_typesetter_that_died_says_at_which_formula():
    typesetter = formulas.Typesetter()
    typesetter.html("x")
    typesetter.process.kill()
    typesetter.process.wait()
    with pytest.raises(formulas.ExtensionError, match="θ"):
        typesetter.html("θ")
    typesetter.close()


# Figures, links and outputs that need Python


def bundle(**contents):
    made = {}
    for name, text in contents.items():
        mime_type = {"html": "text/html", "plain": "text/plain"}[name]
        made[mime_type] = nodes.container("", nodes.raw("", text), mime_type=mime_type)
    return made


def test_a_figure_is_known_by_its_mount():
    found = figures.describe(MOUNT, bundle(html=MOUNT, plain="DescentExplorer: converges"))
    assert found["id"] == "descent"
    assert found["state"] == ["cost", "alpha"]
    assert found["alt"] == "DescentExplorer: converges"


def test_other_html_is_no_figure():
    assert figures.mount_in(bundle(html="<figure class='other'></figure>")) == ""


@pytest.mark.parametrize(
    ("fragment", "complaint"),
    [
        ("descent?alpha=0.75", ""),
        ("descent", ""),
        ("descent?alhpa=0.75", "figure “descent” has no “alhpa”; its state is “cost”, “alpha”"),
        ("descend?alpha=1", "page has no figure “descend”; it has “descent”"),
    ],
)
def test_links_are_checked_against_the_figures(fragment, complaint):
    known = {"page": [{"id": "descent", "state": ["cost", "alpha"]}]}
    env = SimpleNamespace(ptcode_figures=known)
    assert links.wrong_with(env, "page", fragment) == complaint


def test_the_still_of_a_widget_is_found_in_its_output():
    output = {"state": {"outputs": [{"data": {"image/png": "iVBO"}}]}}
    box = {"state": {"children": ["IPY_MODEL_slider", "IPY_MODEL_output"]}}
    widgets = {"box": box, "slider": {"state": {}}, "output": output}
    assert list(kernel.pictures(widgets, "box")) == [("image/png", "iVBO")]
    assert list(kernel.pictures(widgets, "gone")) == []


# Pages


def test_a_page_has_the_styles_of_its_own_figures():
    assert figures.styles_of([]) == []
    assert figures.styles_of(["exercise", "tangent"]) == ["figures.css"]
    assert figures.styles_of(["graph", "race", "graph"])[1:] == [
        "figure-graph.css",
        "figure-race.css",
    ]


def test_a_plot_of_few_colours_keeps_its_looks():
    drawn = Image.new("RGBA", (200, 100), "white")
    ImageDraw.Draw(drawn).line((0, 0, 200, 100), "red", 5)
    written = io.BytesIO()
    drawn.save(written, "PNG")
    again = Image.open(io.BytesIO(kernel.few(written.getvalue()))).convert("RGBA")
    assert max(high for _, high in ImageChops.difference(drawn, again).getextrema()) <= 2


def test_an_empty_corner_of_a_table_is_no_header():
    assert pages.EMPTY_HEADER.sub("<td></td>", '<th class="head"><p></p></th>') == "<td></td>"
    assert pages.EMPTY_HEADER.sub("<td></td>", "<th><p>α</p></th>") == "<th><p>α</p></th>"


def test_a_description_is_the_first_paragraph_cut_at_a_word():
    document = nodes.document("", "")
    document += nodes.paragraph(text="word " * 60)
    text = pages.describe({}, document)
    assert text.endswith("word …")
    assert len(text) <= pages.DESCRIPTION_LENGTH + 2


# Freshness


def test_the_digest_knows_names_and_contents(tmp_path):
    (tmp_path / "a.py").write_text("1")
    before = freshness.digest(tmp_path.iterdir(), tmp_path)
    assert before == freshness.digest(tmp_path.iterdir(), tmp_path)
    (tmp_path / "a.py").write_text("2")
    changed = freshness.digest(tmp_path.iterdir(), tmp_path)
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert len({before, changed, freshness.digest(tmp_path.iterdir(), tmp_path)}) == 3


# A small book, built as the real one is


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = Book(tmp_path_factory.mktemp("book"))
    made.write()
    result = made.build()
    assert result.ok, result.said
    return made


@pytest.mark.slow
def test_a_figure_comes_out_with_its_still_and_its_scripts(book):
    page = book.page()
    assert page.count("</figure><pt-mount></pt-mount>") == 1
    assert page.index("assets/page.js?", page.index("<body")) < page.index('id="descent"')
    still = re.search(r'<noscript><img alt="the first thing" src="\.\./(_images/[^"]*)"', page)
    assert (book.html / still[1]).is_file()
    assert re.search(r'<link rel="preload" as="script" href="\.\./assets/page\.js\?\w{8}"', page)


@pytest.mark.slow
def test_links_formulas_and_roles_come_out(book):
    page = book.page()
    assert '<a class="pt-set reference internal" href="#descent?alpha=0.75">' in page
    assert '<a class="pt-set reference internal" href="#descent">' in page
    assert '<span class="pt-slope">slope</span>' in page
    assert 'class="enclosing pt-slope"' in page


@pytest.mark.slow
def test_an_output_that_needs_python_is_a_still_and_a_note(book):
    page = book.page()
    assert kernel.NOTE in page
    assert f'alt="{kernel.ALT}"' in page
    assert "interactive(children" not in page
    assert "widget" not in re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)


@pytest.mark.slow
def test_only_what_pages_load_is_shipped(book):
    shipped = {path.name for path in book.html.rglob("*") if path.is_file()}
    unwanted = r"fontawesome|bootstrap|mathjax|thebe|require|\.map$|\.ttf$|\.woff2?$"
    assert [name for name in shipped if re.search(unwanted, name)] == []
    assert [name for name in shipped if name.endswith(".ipynb")] == ["one.ipynb"]
    for name in ("index.html", "figure.html", "search.html", "chapters/one.html"):
        for address in re.findall(r'(?:src|href)="([^"#?:]+)["#?]', book.page(name)):
            assert (book.html / name).parent.joinpath(address).exists(), (name, address)


@pytest.mark.slow
def test_every_page_describes_itself(book):
    for name in ("index.html", "figure.html", "chapters/one.html"):
        page = book.page(name)
        assert '<html lang="en"' in page
        assert re.search(r'<meta name="description" content="[^"]{10,}"', page), name
        assert len(re.findall(r"<title>[^<]+</title>", page)) == 1


@pytest.mark.slow
def test_an_unchanged_book_runs_nothing_and_a_changed_package_is_seen(book):
    again = book.build()
    assert again.ok
    assert "Executed notebook" not in again.said
    book.says("the second thing")
    changed = book.build()
    assert changed.ok, changed.said
    assert "Executed notebook" in changed.said
    assert 'alt="the second thing"' in book.page()
    assert len(list(book.html.parent.glob(f"{freshness.CACHE_PREFIX}*"))) == 1


@pytest.mark.slow
def test_a_changed_script_or_style_is_shipped_and_runs_nothing(book):
    assets, static = book.html / "assets", book.folder / "ptcode" / "static"
    before = book.page()
    style = (assets / "site.css").read_text("utf-8")
    changes = {"page.js": "\nchanged();", "figures.css": "\n.pt-changed{top:0}"}
    for name, change in changes.items():
        with (static / name).open("a", encoding="utf-8") as file:
            file.write(change)
    again = book.build()
    assert again.ok, again.said
    assert "Executed notebook" not in again.said
    for name, change in changes.items():
        assert change.strip() in (assets / name).read_text("utf-8")
        stamps = [re.search(rf"{name}\?(\w+)", page)[1] for page in (before, book.page())]
        assert stamps[0] != stamps[1]
    assert (assets / "site.css").read_text("utf-8") == style


@pytest.mark.slow
@pytest.mark.parametrize(
    ("prose", "complaint"),
    [
        ("# T\n\n[x](#descent?alhpa=1)", "figure “descent” has no “alhpa”"),
        ("# T\n\n[x](#descend?alpha=1)", "has no figure “descend”"),
        ("# T\n\n$\\frac{1$", "KaTeX cannot read"),
    ],
)
def test_a_mistake_in_the_prose_ends_every_build_until_it_is_mended(tmp_path, prose, complaint):
    book = Book(tmp_path)
    book.write(prose)
    for _ in range(2):
        result = book.build()
        assert not result.ok
        assert complaint in result.said


@pytest.mark.slow
def test_a_failing_cell_ends_the_build(tmp_path):
    book = Book(tmp_path)
    book.write(PROSE, "1 / 0")
    result = book.build()
    assert not result.ok
    assert "ZeroDivisionError" in result.said


def test_the_state_of_a_figure_is_json():
    tag = figures.MOUNT.search(MOUNT)[0]
    assert json.loads(figures.attribute(tag, "data-state"))["alpha"] == 0.1
