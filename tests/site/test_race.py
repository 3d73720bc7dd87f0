"""The optimiser race, moved as a reader moves it."""

import pytest
from playwright.sync_api import expect

import bare
from moves import grip, put, says, state, watch_ground
from ptcode.descent.optimisers import NAMES
from ptcode.widgets import OptimiserRace

pytestmark = pytest.mark.browser
ALL = "+".join(NAMES)


@pytest.fixture
def page(show):
    """Return a page with a race that reports no error."""
    opened = show(OptimiserRace(), height=1000)
    opened.locator(".pt-levels path").first.wait_for(state="attached")
    return opened


@pytest.fixture
def race(page):
    return page.locator("#race")


def note(figure, name):
    return figure.locator(".pt-lane", has=figure.page.locator(f"input[name={name}]")).locator(
        ".pt-lane-note"
    )


def test_it_says_who_leads_and_in_which_order(race):
    assert says(race) == (
        "After 40 steps from (−2.5, 1.5), gradient descent leads with J = 1.19·10⁻⁶, then "
        "momentum 0.00313, Adam 0.015."
    )
    put(race, k=0)
    assert "the gradient (−5, 30), for everybody" in says(race)


def test_every_cost_of_the_menu_has_a_name(race):
    options = race.locator("select[name=surface] option").all_text_contents()
    names = [option.partition(": J = ")[0] for option in options]
    assert "narrow valley" in names
    assert all(name and "θ" not in name for name in names)


def test_it_says_the_same_as_python(race):
    put(race, racers=ALL, noise=2, seed=5, k=100)
    same = OptimiserRace(racers=" ".join(NAMES), noise=2, seed=5, k=100)
    order = [says(race).index(NAMES[name]) for name, _ in same.standing]
    assert order == sorted(order)
    assert "Every gradient carries noise with standard deviation 2." in says(race)


def test_who_diverges_is_named_with_its_limit(race):
    put(race, gd=0.11, momentum=0.2, racers=ALL, nesterov=0.07)
    assert "Diverging: gradient descent (0.11 > 2/λ = 0.1)" in says(race)
    assert "momentum (0.2 > 2(1 + β)/λ = 0.19)" in says(race)
    assert "Nesterov (0.07 > 2(1 + β)/((1 + 2β)λ) = 0.0679)" in says(race)
    assert "diverges: α > 2/λ = 0.1" in note(race, "gd").text_content()
    put(race, gd=0.09, momentum=0.02, nesterov=0.05)
    assert "Diverging" not in says(race)


def test_the_hatched_part_of_a_slider_begins_at_the_limit(race):
    lane = race.locator(".pt-lane").first
    track, mark = (
        lane.locator(name).bounding_box() for name in ("input[type=range]", ".pt-forbidden")
    )
    share = (mark["x"] - track["x"] - 12) / (track["width"] - 24)
    assert share == pytest.approx(0.1 / 0.22, abs=0.01)
    assert not race.locator(".pt-lane").last.locator(".pt-forbidden").is_visible()
    put(race, surface="rosenbrock")
    assert race.locator(".pt-forbidden:visible").count() == 0


def test_a_racer_enters_and_leaves_by_its_box(race):
    box = race.get_by_label("RMSProp", exact=True)
    box.check()
    assert state(race)["racers"] == "gd momentum rmsprop adam"
    assert "RMSProp" in says(race)
    assert race.locator(".pt-runner-name.pt-racer-rmsprop").is_visible()
    assert "levels out at 0.028" in note(race, "rmsprop").text_content()
    box.uncheck()
    assert state(race)["racers"] == "gd momentum adam"
    assert race.locator("input[name=rmsprop]").is_disabled()
    assert not race.locator(".pt-trail.pt-racer-rmsprop").first.is_visible()


def test_the_ring_is_dragged_and_held_by_the_window(race):
    mouse = race.page.mouse
    x, y = grip(race.locator(".pt-ring"))
    mouse.move(x + 60, y + 40, steps=5)
    moved = state(race)
    assert moved["theta1"] > -2.5
    assert moved["theta2"] < 1.5
    mouse.move(x - 4000, y - 4000)
    mouse.up()
    assert (state(race)["theta1"], state(race)["theta2"]) == (-3, 2)


def test_a_slider_moves_marks_and_leaves_the_map_alone(race):
    watch_ground(race, ".pt-levels, .pt-heights, .pt-axis")
    for name in ("momentum", "k", "theta1"):
        slider = race.locator(f"input[name={name}]")
        slider.focus()
        for _ in range(4):
            slider.press("ArrowRight")
    assert state(race)["momentum"] == pytest.approx(0.024)
    assert race.page.evaluate("touched") == []


def test_half_of_the_steps_are_seen_until_a_later_one_is_shown(race):
    line = race.locator(".pt-until")
    for k, most in ((100, 100), (101, 200)):
        put(race, k=k)
        frame = race.locator(".pt-race-costs > .pt-frame")
        left, width = (float(frame.get_attribute(name)) for name in ("x", "width"))
        assert float(line.get_attribute("x1")) == pytest.approx(left + width * k / most, abs=1)


def test_only_the_racer_whose_rate_moves_runs_again(race):
    trails = {
        name: race.locator(f".pt-main .pt-trail.pt-racer-{name}").get_attribute("d")
        for name in ("gd", "momentum", "adam")
    }
    slider = race.locator("input[name=gd]")
    slider.focus()
    slider.press("ArrowLeft")
    for name, before in trails.items():
        now = race.locator(f".pt-main .pt-trail.pt-racer-{name}").get_attribute("d")
        assert (now == before) == (name != "gd")


def test_a_change_of_cost_comes_with_a_state_worth_seeing(race):
    race.locator("select[name=surface]").select_option("rosenbrock")
    assert state(race) | {"theta1": -1.2, "gd": 0.0015, "momentum": 0.001} == state(race)
    race.locator("select[name=surface]").select_option("saddle")
    assert race.get_by_label("log scale").is_disabled()
    assert "out of the picture at step 26" in note(race, "gd").text_content()


def test_one_that_stands_still_on_a_saddle_is_not_on_its_way(race):
    put(race, surface="saddle", theta1=2, theta2=0, gd=0.1, adam=0.1, racers="gd+adam", k=100)
    assert "stands still (slope 0), at no minimum" in note(race, "gd").text_content()
    assert "stuck where the slope is 0, at no minimum: gradient descent, Adam." in says(race)
    put(race, noise=0.05)
    assert "out of the picture" in note(race, "gd").text_content()
    assert "stuck" not in says(race)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_names_of_all_fit_in_the_room_kept_for_them(tmp_path, page_factory, width):
    """Who enters moves nothing: neither the map below the names nor the sliders below the map."""
    page = page_factory(width=width, height=1000)
    page.goto(bare.write_page(tmp_path, OptimiserRace(racers="gd")))
    race = page.locator("#race")

    def heights():
        return race.evaluate(
            """race => [race, ...race.querySelectorAll(".pt-main, input[name=k], .pt-lanes")]
              .map((part) => part.getBoundingClientRect().y - race.getBoundingClientRect().y)"""
        )

    before = heights()
    put(race, racers=ALL)
    named = ".pt-lane > .pt-check" if width < 600 else ".pt-runner-name"
    assert race.locator(f"{named}:visible").all_text_contents() == list(NAMES.values())
    assert heights() == pytest.approx(before, abs=0.5)


def test_on_a_phone_only_those_who_run_have_a_slider(tmp_path, page_factory):
    page = page_factory(width=390)
    page.goto(bare.write_page(tmp_path, OptimiserRace()))
    race = page.locator("#race")
    assert race.locator(".pt-lane .pt-slider:visible").count() == 3
    race.get_by_label("Nesterov", exact=True).check()
    assert race.locator("input[name=nesterov]").is_visible()


def test_the_numbers_stand_in_a_table(race):
    race.locator(".pt-table > summary").click()
    rows = race.locator("tbody tr")
    expect(rows).to_have_count(41)  # filled by the fold's own event, a moment later
    assert rows.first.locator("td").all_text_contents() == ["28.75", "28.75", "–", "–", "28.75"]


def test_play_moves_on_and_pause_holds(race):
    race.page.clock.install()
    put(race, k=0)
    race.get_by_role("button", name="Play").click()
    race.page.wait_for_function("JSON.parse(document.querySelector('#race').dataset.state).k >= 3")
    race.get_by_role("button", name="Pause").click()
    held = state(race)["k"]
    race.page.clock.run_for(5_000)
    assert state(race)["k"] == held
    race.get_by_role("button", name="Reset").click()
    assert state(race)["k"] == 0


@pytest.mark.slow
def test_a_link_with_nonsense_leaves_a_figure_that_works(race):
    for query in (
        "surface=hill",
        "theta1=1e9",
        "theta2=-1e300",
        "gd=1e300",
        "gd=-1",
        "k=2.5",
        "k=999",
        "racers=",
        "racers=nobody",
        "beta=7",
        "noise=-1",
        "noise=1e300",
        "seed=-3.5",
    ):
        put(race, **dict([query.split("=")]))
        assert says(race), query
        assert "NaN" not in race.inner_html(), query
        put(race, surface="narrow-valley", theta1=-2.5, theta2=1.5, racers="gd", gd=0.09, beta=0.9,
            noise=0, seed=1, k=40)  # fmt: skip
        assert (
            says(race) == "After 40 steps from (−2.5, 1.5), gradient descent has J = 1.19·10⁻⁶."
        ), query


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_sideways(tmp_path, page_factory, width):
    page = page_factory(width=width)
    page.goto(bare.write_page(tmp_path, OptimiserRace(racers=" ".join(NAMES))))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
