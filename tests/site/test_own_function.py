"""A function that a reader types in the tangent or the descent explorer."""

import pytest
from playwright.sync_api import expect

import checks
from bare import write_page
from moves import put, says, state
from ptcode.widgets import DescentExplorer, TangentExplorer

pytestmark = pytest.mark.browser
KINDS = {"f": TangentExplorer, "cost": DescentExplorer}
FIELD = 'input[name="expression"]'


@pytest.fixture
def show(show):
    """Return `show(explorer)`: the figure, on an open page that must report no error."""
    return lambda *figures, **options: show(*figures, **options).locator(".pt-figure")


def choose(figure, key="typed"):
    figure.locator("select").select_option(key)


def field(figure):
    return figure.locator(FIELD)


@pytest.mark.parametrize("name", KINDS)
def test_what_reads_a_typed_function_is_fetched_when_one_is_chosen(show, name):
    figure = show(KINDS[name]())
    asked = []
    figure.page.on("request", lambda request: asked.append(request.url.split("/")[-1]))
    assert field(figure).count() == 0
    choose(figure)
    field(figure).wait_for()
    assert [one.split("?")[0] for one in asked] == [
        "page-language.js",
        f"page-{figure.get_attribute('data-figure')}-own.js",
    ]
    choose(figure, "square")
    expect(field(figure)).to_be_hidden()
    choose(figure)
    expect(field(figure)).to_be_visible()
    assert len(asked) == 2


def test_a_typed_curve_is_drawn_with_its_slope_and_its_corners(show):
    figure = show(TangentExplorer(x=1, h=0))
    choose(figure)
    field(figure).fill("|x² − 4|")
    put(figure, x=1, h=0)
    expect(figure.get_by_role("status")).to_have_text(
        "Slope −2 at x = 1: a small step to the right lowers f by about 2 times as much."
    )
    figure.get_by_role("button", name="Next flat place or corner").click()
    assert state(figure)["x"] == 2
    assert "a corner, with slope −4 on the left and 4 on the right" in says(figure)
    field(figure).fill("√x sin x")
    put(figure, x=0, h=0)
    assert says(figure).startswith("At x = 0 f has a value, but the formula of f′ has none")
    put(figure, x=-1)
    assert "√x·sin(x) has no value there, and so no slope" in says(figure)


def test_a_typed_cost_is_descended_and_its_threshold_told_where_it_is_known(show):
    figure = show(DescentExplorer())
    choose(figure)
    unknown = figure.get_by_text("For this cost no single α is the limit.")
    field(figure).fill("(θ − 1)²")
    put(figure, theta0=2, alpha=0.25, k=2)
    assert "multiplies θ, counted from the minimum, by 0.5" in says(figure)
    assert "two steps" in says(figure) or "2 steps lead to θ₂ = 1.25" in says(figure)
    assert figure.locator(".pt-tick").all_text_contents() == ["½", "1"]
    assert not unknown.is_visible()
    field(figure).fill("50 theta^2")
    assert state(figure)["alpha"] == pytest.approx(0.002), "the old α lay beyond what is offered"
    field(figure).fill("θ² + sin 3θ")
    assert unknown.is_visible()
    assert not figure.locator(".pt-bands").is_visible()


def test_where_a_cost_has_no_value_descent_ends_or_does_not_begin(show):
    figure = show(DescentExplorer())
    choose(figure)
    field(figure).fill("√θ")
    put(figure, theta0=0.5, alpha=1, k=20)
    assert "step 1 would lead to θ = −0.2071, where √θ has no value or no slope" in says(figure)
    put(figure, theta0=-1)
    assert says(figure) == "Descent cannot start at θ₀ = −1: √θ has no value or no slope there."
    assert figure.get_by_role("button", name="Play").is_disabled()
    assert figure.locator(".pt-start.pt-missing").is_visible()
    assert "NaN" not in figure.inner_html()
    put(figure, theta0=2)
    assert figure.get_by_role("button", name="Play").is_enabled()
    assert figure.locator(".pt-start.pt-missing").count() == 0


@pytest.mark.parametrize("name", KINDS)
def test_a_text_that_cannot_be_read_stays_and_the_last_one_is_shown(show, name):
    figure = show(KINDS[name]())
    choose(figure)
    letter = "x" if name == "f" else "θ"
    field(figure).fill(f"{letter}²")
    for text in ("sin(", "2 3", "x😀", "", "q"):
        field(figure).fill(text)
        field(figure).blur()
        assert state(figure)["expression"] == text
        assert figure.locator(".pt-typed-error").inner_text()
        assert says(figure).startswith(
            f"What is typed cannot be read yet, so this still shows {letter}². "
        )
    choose(figure, "absolute")
    assert "What is typed" not in says(figure)
    choose(figure)
    assert field(figure).input_value() == "q"
    field(figure).fill(f"ln({letter} − 200)")
    assert says(figure).startswith("Between −100 and 100 there is no place where ln(")


@pytest.mark.parametrize("name", KINDS)
def test_a_link_shows_what_it_says_and_is_said_to_be_typed(show, name):
    figure = show(KINDS[name]())
    put(figure, expression="e^(0.5%20" + ("x" if name == "f" else "theta") + ")")
    field(figure).wait_for()
    assert state(figure)[name] == "typed"
    assert figure.locator("select").input_value() == "typed"
    put(figure, **{name: "square", "expression": "5"})
    assert state(figure)[name] == "square"


def test_a_link_with_an_expression_works_from_outside(served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/01-derivatives.html#tangent?expression=x^2%2Bx&x=1&h=0")
    figure = page.locator("#tangent")
    field(figure).wait_for()
    expect(figure.get_by_role("status")).to_contain_text("Slope 3 at x = 1")
    assert field(figure).input_value() == "x^2+x"


@pytest.mark.parametrize("name", KINDS)
def test_the_focus_stays_where_the_reader_is(show, name):
    """What is fetched may come late, when the reader has gone on to α."""
    figure = show(KINDS[name]())
    page, held = figure.page, []
    page.route("**/page-language.js*", lambda route: held.append(route))
    slider = figure.locator(f"input[name={'x' if name == 'f' else 'alpha'}]")
    with page.expect_request("**/page-language.js*"):
        choose(figure)
    slider.focus()
    held[0].continue_()
    field(figure).wait_for()
    expect(slider).to_be_focused()
    before = slider.input_value()
    slider.press("ArrowRight")
    assert slider.input_value() != before
    expect(slider).to_be_focused()


def test_the_field_is_reached_and_used_by_keyboard(show):
    figure = show(DescentExplorer())
    choose(figure)
    field(figure).wait_for()
    figure.locator("select").focus()
    figure.page.keyboard.press("Tab")
    expect(field(figure)).to_be_focused()
    field(figure).press("Control+a")
    figure.page.keyboard.type("theta^2/4")
    assert "multiplies θ, counted from the minimum, by" in says(figure)
    expect(field(figure)).to_be_focused()


def test_without_what_reads_it_the_figure_says_so_and_can_be_asked_again(
    page_factory, over_http, tmp_path
):
    page = page_factory()  # one that may report the script that cannot be had
    page.route("**/page-descent-own.js*", lambda route: route.abort())
    page.goto(over_http(write_page(tmp_path, DescentExplorer())))
    figure = page.locator(".pt-figure")
    choose(figure)
    expect(figure.get_by_role("status")).to_contain_text("could not be fetched")
    page.unroute("**/page-descent-own.js*")
    choose(figure, "square")
    choose(figure)
    field(figure).wait_for()
    assert "could not be fetched" not in says(figure)


def test_start_fetches_nothing_for_what_is_not_typed(served, page_factory):
    page, asked = page_factory(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}chapters/start.html")
    checks.settle(page)
    assert not [one for one in asked if "page-language" in one or "-own.js" in one]
