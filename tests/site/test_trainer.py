"""The network trainer in the browser: it plays, steps, repeats, and names what goes wrong."""

import re

import numpy as np
import pytest

import checks
import moves
from moves import says, state, unfold
from ptcode.widgets import NetworkTrainer
from ptcode.widgets.trainer_views import RATES, WINDOWS

pytestmark = pytest.mark.browser

PATIENCE = 60_000
LINES = """(all) => all.reduce(
  (sum, path) => sum + (path.getAttribute("d").match(/M/g) ?? []).length, 0)"""


@pytest.fixture
def show(show):
    """Return `show(trainer, …)`: the figure, on an open page that must report no error."""
    return lambda *figures, **options: show(*figures, **options).locator("#trainer")


def put(figure, **values):
    """Set the figure as a link would, and wait until it has trained to the step asked for."""
    moves.put(figure, **values)
    settle(figure)


def settle(figure):
    """Wait until no step is owed any more and the map is drawn as finely as it gets."""
    done = figure.evaluate(
        """async (figure, patience) => {
          const end = performance.now() + patience;
          while (performance.now() < end) {
            for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
            const words = figure.querySelector("[role=status]").textContent;
            const fine = figure.querySelector(".pt-tint").width === 96;
            if (fine && !words.includes("Training: step")) return true;
          }
          return false;
        }""",
        PATIENCE,
    )
    assert done, f"still at it: {says(figure)}"


def press(figure, name):
    figure.get_by_role("button", name=name, exact=True).click()


def wait_for_step(figure, least):
    figure.page.wait_for_function(
        "([figure, least]) => JSON.parse(figure.dataset.state).step >= least",
        arg=[figure.element_handle(), least],
        timeout=PATIENCE,
    )


def tinted(figure):
    """The share of the map's cells that are tinted at least half, and the tint's colour."""
    return figure.locator(".pt-tint").evaluate(
        """(canvas) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let strong = 0, colour = "";
          for (let i = 0; i < data.length; i += 4)
            if (data[i + 3] > 76) { strong += 1; colour = [...data.slice(i, i + 3)].join(); }
          return [strong / (data.length / 4), colour];
        }"""
    )


def test_nothing_moves_before_the_reader_presses_play(show):
    figure = show(NetworkTrainer())
    settle(figure)
    before = figure.inner_html(), tinted(figure)
    figure.page.clock.install()
    figure.page.clock.run_for(5_000)
    assert (figure.inner_html(), tinted(figure)) == before
    assert "Before the first step: J = 0.0887, 88 of 100 points right" in says(figure)


def test_it_says_and_draws_what_python_computes(show):
    trainer = NetworkTrainer("circles", width=5, depth=3, optimiser="adam", alpha=0.02, step=37)
    figure = show(trainer)
    settle(figure)
    words = says(figure)
    assert "2-5-5-5-1 tanh, seed 1; Adam with α = 0.02" in words
    assert f"After 37 steps: J = {trainer.cost:.3g}, {100 * trainer.accuracy:.0f} of 100" in words
    figure.locator(".pt-table > summary").click()
    figure.locator("tbody tr").last.wait_for()
    cells = figure.locator("tbody tr").all_inner_texts()
    sizes = [float(row.split()[-1].replace("−", "-")) for row in cells]
    assert sizes == pytest.approx(trainer.gradient_sizes, rel=1e-3)
    right = trainer.network([[0.0, 0.0]])[0, 0]
    share, _ = tinted(figure)
    assert 0.02 < share < 0.98 or not 0.1 < right < 0.9
    crosses = figure.locator(".pt-mistakes").get_attribute("d").count("M")
    assert crosses == round(100 * (1 - trainer.accuracy))


def test_step_epoch_and_reset_move_the_step_count(show):
    figure = show(NetworkTrainer(batch=10, optimiser="adam", alpha=0.03))
    press(figure, "Step")
    settle(figure)
    assert state(figure)["step"] == 1
    assert "After 1 step (0 epochs)" in says(figure)
    press(figure, "One epoch")
    settle(figure)
    assert state(figure)["step"] == 10
    press(figure, "One epoch")
    settle(figure)
    assert "After 20 steps (2 epochs)" in says(figure)
    after = says(figure)
    press(figure, "Reset")
    settle(figure)
    assert state(figure)["step"] == 0
    assert figure.get_by_role("button", name="Reset").is_disabled()
    assert figure.evaluate("figure => figure.contains(document.activeElement)")
    put(figure, step=20)
    assert says(figure) == after


def test_play_trains_can_be_paused_and_is_the_same_run_as_a_link(show):
    figure = show(NetworkTrainer(pace="fast", batch=32))
    figure.page.clock.install()
    press(figure, "Play")
    wait_for_step(figure, 30)
    press(figure, "Pause")
    settle(figure)
    paused, words = state(figure)["step"], says(figure)
    figure.page.clock.run_for(5_000)
    assert state(figure)["step"] == paused
    assert f"After {paused} steps" in words
    put(figure, step=0)
    put(figure, step=paused)
    assert says(figure) == words


def test_the_slow_pace_takes_a_step_at_a_time(show):
    figure = show(NetworkTrainer(pace="slow"))
    press(figure, "Play")
    wait_for_step(figure, 2)
    press(figure, "Pause")
    assert state(figure)["step"] < 40


def test_every_setting_trains_the_same_number_of_steps_anew(show):
    figure = show(NetworkTrainer(step=40))
    settle(figure)
    for values in ({"alpha": 3}, {"seed": 7}, {"dataset": "spiral"}, {"width": 3, "depth": 1}):
        put(figure, **values)
        trainer = NetworkTrainer(**{k: v for k, v in state(figure).items() if k != "id"})
        assert trainer.step == 40
        assert f"J = {trainer.cost:.3g}," in says(figure)


def test_a_setting_can_be_changed_while_it_plays(show):
    figure = show(NetworkTrainer())
    press(figure, "Play")
    wait_for_step(figure, 10)
    figure.get_by_label("Optimiser").select_option("momentum")
    before = state(figure)["step"]
    wait_for_step(figure, before + 10)
    press(figure, "Pause")
    settle(figure)
    assert "momentum with α = 0.2" in says(figure)


def test_a_link_stops_the_play_and_is_obeyed(show):
    figure = show(NetworkTrainer(pace="fast"))
    press(figure, "Play")
    wait_for_step(figure, 50)
    put(figure, step=40)
    assert state(figure)["step"] == 40
    assert "After 40 steps" in says(figure)
    press(figure, "Play")
    press(figure, "Reset")
    settle(figure)
    assert state(figure)["step"] == 0
    assert "Before the first step" in says(figure)


def test_the_sliders_are_native_and_alpha_moves_over_powers_of_ten(show):
    figure = show(NetworkTrainer(alpha=1.0))
    alpha = figure.locator("input[name=alpha]")
    alpha.focus()
    for expected in (1.5, 2, 3, 5, 7, 10):
        alpha.press("ArrowRight")
        assert state(figure)["alpha"] == expected
    assert alpha.get_attribute("aria-valuetext") == "10"
    alpha.press("Home")
    assert state(figure)["alpha"] == 0.001
    put(figure, alpha=0.42)
    assert state(figure)["alpha"] == 0.42
    beside = figure.locator(".pt-slider", has_text="learning rate").locator(".pt-value")
    assert beside.text_content() == "0.42"
    assert figure.get_by_label("width").get_attribute("name") == "width"


def test_a_training_that_goes_wrong_is_named_and_shows_no_number_that_is_none(show):
    figure = show(NetworkTrainer())
    put(figure, dataset="circles", alpha=50, step=60)
    assert "Training diverges: J is above its start, 0.131. α = 50 is too large." in says(figure)
    put(figure, activation="relu", alpha="1e300", step=40)
    assert "α = 1·10⁵⁰ is too large" in says(figure), "no larger one can be shown"
    assert not re.search(r"NaN|Infinity|undefined|∞", figure.inner_html())
    press(figure, "Reset")
    settle(figure)
    assert "Before the first step" in says(figure)
    put(figure, alpha=1, step=5)
    assert "After 5 steps" in says(figure)


@pytest.mark.slow
def test_playing_into_divergence_ends_by_itself(show):
    figure = show(NetworkTrainer("circles", activation="relu", alpha=1e50, pace="fast"))
    press(figure, "Play")
    figure.get_by_role("status").filter(has_text="Training diverges").wait_for()
    settle(figure)
    assert figure.get_by_role("button", name="Play").is_disabled()
    assert figure.evaluate("figure => figure.contains(document.activeElement)")


def test_the_lines_stand_for_gradients_or_for_weights(show):
    figure = show(NetworkTrainer(step=10))
    settle(figure)
    network = figure.locator(".pt-network")
    gradients = NetworkTrainer(step=10).gradients
    largest = max(float(abs(weights).max()) for weights, _ in gradients)
    assert f"|∂J/∂W| = {largest:.3g}" in network.text_content()
    assert network.locator(".pt-weight").evaluate_all(LINES) == 2 * 8 + 8 * 8 + 8
    negative = sum(int((weights < 0).sum()) for weights, _ in gradients)
    assert network.locator(".pt-weight-minus").evaluate_all(LINES) == negative
    unfold(figure)
    figure.get_by_label("Lines show").select_option("weights")
    settle(figure)
    assert "|W| = " in network.text_content()
    assert state(figure)["show"] == "weights"


def test_the_map_follows_a_change_of_theme(show):
    figure = show(NetworkTrainer(step=5))
    settle(figure)
    share, light = tinted(figure)
    figure.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    figure.page.wait_for_function(
        """([canvas, light]) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const at = [...Array(data.length / 4).keys()].find((i) => data[4 * i + 3] > 76);
          return [...data.slice(4 * at, 4 * at + 3)].join() !== light;
        }""",
        arg=[figure.locator(".pt-tint").element_handle(), light],
    )
    settle(figure)
    assert tinted(figure)[0] == pytest.approx(share, abs=0.02)


def test_a_long_way_is_trained_in_slices_and_bounded(show):
    figure = show(NetworkTrainer(batch=1, alpha=0.1))
    figure.evaluate("figure => figure.scrollIntoView()")
    seen = figure.page.evaluate(
        """async (figure) => {
          location.hash = "#trainer?step=999999";
          const seen = new Set();
          for (let i = 0; i < 30; i++) {
            await new Promise(requestAnimationFrame);
            const { textContent } = figure.querySelector(".pt-reading-line");
            seen.add(Number(/step (\\d+)/.exec(textContent)[1]));
          }
          return [...seen].filter((step) => 0 < step && step < 20_000);
        }""",
        figure.element_handle(),
    )
    assert len(seen) >= 2, "the way is shown at its end only"
    settle(figure)
    assert state(figure)["step"] == 20_000
    assert "After 20000 steps (200 epochs)" in says(figure)


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    ["alpha=-1", "alpha=0", "width=99", "depth=2.5", "seed=-3", "batch=7", "dataset=moons",
     "activation=", "optimiser=sgd", "step=-5", "step=1.5", "show=all", "pace=warp", "log=maybe"],
)  # fmt: skip
def test_a_link_with_nonsense_leaves_a_figure_that_works(show, query):
    figure = show(NetworkTrainer(), link=f"#trainer?{query}")
    settle(figure)
    assert "NaN" not in figure.inner_html()
    NetworkTrainer(**state(figure))  # a state that Python accepts too
    put(figure, step=3)
    assert "After 3 steps" in says(figure)


def test_less_motion_is_drawn_for_a_reader_who_asked_for_it(show):
    figure = show(NetworkTrainer(), reduced_motion="reduce")
    figure.page.clock.install()
    figure.evaluate(
        """(figure) => {
          globalThis.changes = 0;
          const line = figure.querySelector(".pt-half-line");
          new MutationObserver(() => { changes += 1; }).observe(line, { attributes: true });
        }"""
    )
    press(figure, "Play")
    figure.page.clock.run_for(1_500)
    assert 0 < figure.page.evaluate("changes") <= 4


@pytest.mark.slow
def test_it_is_usable_on_a_narrow_phone(show):
    figure = show(NetworkTrainer(depth=4, width=16), width=320)
    settle(figure)
    assert not checks.overflow(figure.page, 320)
    assert not checks.axe(figure.page)
    for button in figure.get_by_role("button").all():
        assert button.bounding_box()["height"] >= 24


def chosen(figure, name, value):
    figure.locator(f"select[name={name}]").select_option(value)
    settle(figure)


def test_a_link_to_an_optimiser_brings_the_alpha_that_suits_it(show):
    trainer = show(NetworkTrainer(alpha=3.0), link="#trainer?optimiser=adam")
    page = trainer.page
    assert checks.state_of(trainer)["alpha"] == NetworkTrainer(optimiser="adam").alpha
    checks.follow(page, "#trainer?optimiser=momentum&alpha=0.5")
    assert checks.state_of(trainer)["alpha"] == 0.5
    checks.follow(page, "#trainer?optimiser=gradient-descent")
    assert checks.state_of(trainer)["alpha"] == NetworkTrainer().alpha
    checks.follow(page, "#trainer?alpha=7")
    assert checks.state_of(trainer)["alpha"] == 7


def test_each_optimiser_has_an_alpha_of_its_own_and_keeps_the_reader_s(show):
    figure = show(NetworkTrainer(step=100))
    chosen(figure, "optimiser", "adam")
    assert state(figure)["alpha"] == RATES["adam"]
    assert foreseen(figure) > 90, "an α of 1 leaves Adam at half of the points"
    figure.locator("input[name=alpha]").press("ArrowRight")
    given = state(figure)["alpha"]
    chosen(figure, "optimiser", "gd")
    assert state(figure)["alpha"] == RATES["gd"]
    chosen(figure, "optimiser", "adam")
    assert state(figure)["alpha"] == given > RATES["adam"]


def foreseen(figure):
    return int(re.search(r"(\d+) of 100 points right", says(figure))[1])


def test_python_begins_with_the_alpha_of_the_rule_too():
    for rule, alpha in RATES.items():
        assert NetworkTrainer(optimiser=rule).alpha == alpha
    assert NetworkTrainer(optimiser="adam", alpha=0.5).alpha == 0.5


def test_a_change_of_rate_keeps_the_data(show):
    figure = show(NetworkTrainer(step=3))
    settle(figure)
    marks = figure.locator(".pt-full-marks, .pt-hollow-marks")
    places = "(all) => all.map((path) => path.getAttribute('d'))"
    before, words = marks.evaluate_all(places), says(figure)
    figure.locator("input[name=alpha]").press("ArrowRight")
    settle(figure)
    assert says(figure) != words
    assert marks.evaluate_all(places) == before


def test_the_class_of_a_point_on_the_wrong_side_stays_in_sight(show):
    figure = show(NetworkTrainer())
    settle(figure)
    covered = figure.locator(".pt-mistakes").evaluate(
        """(cross) => {
          const middles = ["full", "hollow"].flatMap((kind) => {
            const marks = document.querySelector(`.pt-${kind}-marks:not(.pt-held)`);
            return [...marks.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)/g)]
              .map(([, x, y]) => new DOMPoint(Number(x) + 3.5, Number(y)));
          });
          return middles.filter((point) => cross.isPointInStroke(point)).length;
        }"""
    )
    crosses = figure.locator(".pt-mistakes").get_attribute("d").count("M")
    assert crosses == 12
    assert covered < crosses / 2, "a stroke may meet a neighbour, not the point it is about"


def test_points_are_held_out_drawn_and_counted(show):
    trainer = NetworkTrainer("circles", step=80, seed=4)
    figure = show(trainer)
    settle(figure)
    drawn = figure.locator(".pt-held").evaluate_all(LINES)
    assert drawn == len(trainer.experiment.held_out[1])
    held = round(100 * trainer.held_out_accuracy)
    assert f"{held} of 100 held out" in says(figure)
    assert f"{held} % held out" in figure.locator(".pt-reading-line").inner_text()


# Of the points learnt from, hollow ones first: where each stands, and the share of full tint there;
# and the corners of the line ŷ = ½ within the frame.
MAPPED = """(figure) => {
  const chart = figure.querySelector(".pt-predictions"), tint = figure.querySelector(".pt-tint");
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) =>
    Number(chart.querySelector(".pt-frame").getAttribute(name)));
  const places = (path, begin) => [...chart.querySelector(path).getAttribute("d").matchAll(
    new RegExp(`${begin}([0-9.-]+)[ ,]([0-9.-]+)`, "g"))].map(([, x, y]) => [Number(x), Number(y)]);
  const ink = tint.getContext("2d");
  const strength = ([x, y]) => ink.getImageData((tint.width * (x - left)) / width,
    (tint.height * (y - top)) / height, 1, 1).data[3] / (0.6 * 255);
  const inside = ([x, y]) => x > left && x < left + width && y > top && y < top + height;
  const points = ["hollow", "full"].flatMap((kind) =>
    places(`.pt-${kind}-marks:not(.pt-held)`, "M").map(([x, y]) => [x + 3.5, y]));
  return { points, strengths: points.map(strength),
    line: places(".pt-half-line", "[ML]").filter(inside) };
}"""


def test_the_map_shows_at_each_place_what_the_network_says_there(show):
    trainer = NetworkTrainer(step=60)
    figure = show(trainer)
    settle(figure)
    found = figure.evaluate(MAPPED)
    points = trainer.points[np.argsort(trainer.labels, kind="stable")]
    said = trainer.network(points)[:, 0]
    assert np.ptp(said) > 0.5
    assert np.max(np.abs(np.array(found["strengths"]) - said)) < 0.05
    # The scales, from where the points stand, lead from the line's corners back to the plane.
    to_plane = [
        np.poly1d(np.polyfit(drawn, known, 1))
        for drawn, known in zip(np.transpose(found["points"]), points.T, strict=True)
    ]
    corners = np.transpose(found["line"])
    on_line = np.transpose([scale(row) for scale, row in zip(to_plane, corners, strict=True)])
    assert len(on_line) > 20
    assert np.max(np.abs(trainer.network(on_line)[:, 0] - 0.5)) < 0.01


def test_every_unit_holds_a_map_of_its_own_value(show):
    trainer = NetworkTrainer(width=3, depth=1, step=60)
    figure = show(trainer)
    settle(figure)
    found = figure.locator(".pt-unit-maps").evaluate(
        """(canvas) => {
          const outline = document.querySelector(".pt-nodes").getAttribute("d");
          const squares = [...outline.matchAll(/M([\\d.]+) ([\\d.]+)h([\\d.]+)/g)];
          const ink = canvas.getContext("2d"), fine = canvas.width / canvas.clientWidth;
          return squares.map(([, x, y, side]) => [[0.5, 0.1], [0.5, 0.9]].map(([across, down]) => {
            const at = (corner, share) => (Number(corner) + Number(side) * share) * fine;
            return ink.getImageData(at(x, across), at(y, down), 1, 1).data[3];
          }));
        }"""
    )
    assert len(found) == 3 + 1
    (left, right), (low, high) = WINDOWS["two-moons"]
    ends = [[(left + right) / 2, low + (high - low) * share] for share in (0.9, 0.1)]
    first = trainer.network.parameters
    hidden = np.tanh(np.array(ends) @ first[0].T + first[1].ravel())
    expected = [*hidden.T, trainer.network(ends)[:, 0]]
    for (above, below), (a, b) in zip(found, expected, strict=True):
        if abs(a - b) > 0.3:
            assert (above > below) == (a > b)
