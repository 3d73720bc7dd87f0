"""Where Python in the page lacks something, the page says so and lives on."""

import pytest

import browsers
import checks
from running import PATIENCE, Running, cell, run, shown, type_in
from sitebuild import Hosted, built_site, served_below
from test_storage import FULL

if not (built_site() / "live").exists():
    pytest.skip("the site holds no Python for the page: make live", allow_module_level=True)
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

CHAPTER = "chapters/02-gradient-descent.html"
# Moves a slider of the page's first figure; what that figure showed before.
MOVE = """() => {
  const slider = document.querySelector(".pt-figure[data-live] input[type=range]");
  const { state } = slider.closest(".pt-figure").dataset;
  slider.value = Number(slider.min);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return state;
}"""
MOVED = "state => document.querySelector('.pt-figure[data-live]').dataset.state !== state"
KINDS = """outputs => outputs.map((output) =>
  output.querySelector("mfrac, msqrt")?.localName ?? output.innerText.trim())"""


class Failing(Running):
    """Breaks off in the middle of a file, and then is gone, as a connection is that was lost."""

    breaks = None
    """What the name of that file ends with."""
    lost = False

    def do_GET(self):
        if Failing.lost:
            self.close_connection = True
        else:
            super().do_GET()

    def copyfile(self, source, outputfile):
        if self.breaks is None or not self.path.partition("?")[0].endswith(self.breaks):
            super().copyfile(source, outputfile)
            return
        Failing.breaks, Failing.lost = None, True
        content = source.read()
        outputfile.write(content[: len(content) // 2])
        self.close_connection = True


@pytest.fixture
def address():
    Failing.breaks, Failing.lost = None, False
    with served_below(built_site(), "/some/sub/", Failing) as root:
        yield root


@pytest.fixture
def opened(page_factory):
    """Return `opened(address, script)`: the chapter, with a script before all others."""

    def opened(root, script=""):
        page = page_factory()
        page.set_default_timeout(60_000)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.add_init_script(script)
        page.goto(root + CHAPTER, wait_until="load")
        page.locator(".pt-figure[data-live]").first.wait_for()
        return page

    return opened


def lives(page):
    """A figure of the page still answers, and nothing went wrong unsaid."""
    page.wait_for_function(MOVED, arg=page.evaluate(MOVE))
    assert page.errors == []


def again(cell):
    """Press the button once more, and wait until it has run."""
    cell.get_by_role("button", name="Run", exact=True).click()
    cell.get_by_role("status").filter(has_text="Run in").wait_for(timeout=PATIENCE)


@pytest.mark.parametrize(
    "breaks", ["cells.mjs", "pyodide.asm.wasm", "ptcode-0.1.0-py3-none-any.whl"]
)
def test_a_connection_lost_half_way_is_said_and_run_tries_again(breaks, address, opened):
    page = opened(address)
    Failing.breaks = breaks
    steps = cell(page, "rule-in-python")
    steps.get_by_role("button", name="Run", exact=True).click()
    lost = steps.get_by_role("status").filter(has_text="Python could not be started")
    lost.wait_for(timeout=PATIENCE)
    assert Failing.lost
    Failing.lost = False
    lives(page)
    again(steps)
    assert lost.count() == 0
    assert shown(steps)


def test_a_package_that_does_not_come_is_said_and_run_tries_again(address, opened):
    page = opened(address)
    Failing.breaks = "matplotlib-3.10.8-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
    imports = cell(page, "imports")
    imports.get_by_text("The code").click()
    assert run(imports).startswith("Line")
    assert "matplotlib" in shown(imports)
    assert Failing.lost
    Failing.lost = False
    lives(page)
    again(imports)


def test_a_formula_stands_in_its_place_and_as_text_where_its_script_does_not_come(address, opened):
    page = opened(address)
    steps = cell(page, "rule-in-python")
    run(steps)
    formulas = (
        "import sympy\nx = sympy.Symbol('x')\ndisplay(x**2 / 3)\nprint('then')\nsympy.sqrt(x)"
    )
    type_in(page, steps, formulas)
    Failing.breaks = "formula.mjs"
    assert run(steps).startswith("Run in")
    assert Failing.lost
    Failing.lost = False
    assert shown(steps).split() == ["x**2/3", "then", "sqrt(x)"]
    page.reload()
    assert run(steps).startswith("Run in")
    outputs = steps.locator(".cell_output > .output").evaluate_all(KINDS)
    assert outputs == ["mfrac", "then", "msqrt"]
    lives(page)


@pytest.mark.parametrize("missing", ["WebAssembly", "Worker"])
def test_a_browser_that_cannot_run_python_is_told(missing, address, opened):
    page = opened(address, f"delete globalThis.{missing}")
    steps = cell(page, "rule-in-python")
    steps.get_by_role("button", name="Run", exact=True).click()
    steps.get_by_role("status").filter(has_text="This browser cannot run Python").wait_for()
    lives(page)


def test_a_host_that_forbids_webassembly_is_told(opened):
    with served_below(built_site(), "/some/sub/", Hosted) as root:
        page = opened(root)
        assert "WebAssembly" in run(cell(page, "rule-in-python"))
        lives(page)


def test_too_little_memory_is_said(address, opened):
    page = opened(address)
    steps = cell(page, "rule-in-python")
    run(steps)
    type_in(page, steps, "a = [0] * 2_000_000_000")
    run(steps)
    assert "MemoryError" in shown(steps)
    type_in(page, steps, "print(6 * 7)")
    again(steps)
    assert shown(steps) == "42"
    lives(page)


@pytest.mark.parametrize("store", [checks.NO_STORE, FULL], ids=["refused", "full"])
def test_a_text_that_will_not_be_kept_is_said_and_runs(store, address, opened):
    page = opened(address, store)
    steps = cell(page, "rule-in-python")
    assert run(steps).startswith("Run in")
    type_in(page, steps, "print(6 * 7)")
    steps.get_by_role("status").filter(has_text="keeps nothing").wait_for()
    assert run(steps).startswith("Run in")
    assert shown(steps) == "42"
    lives(page)


class Lasting(Running):
    """Has pages kept for a while, as many hosts do, and can be switched off."""

    off = False

    def kept(self):
        kept = super().kept()
        return "max-age=600" if kept == "no-cache" else kept

    def do_GET(self):
        if Lasting.off:
            self.close_connection = True
        else:
            super().do_GET()


def test_a_second_visit_runs_with_the_network_off(browser, tmp_path):
    """Only what lies on a disk outlives a page: a private window keeps no file of this size."""
    profile = {"executable_path": browsers.chromium(), "args": browsers.FLAGS}
    with (
        served_below(built_site(), "/some/sub/", Lasting) as root,
        browser.browser_type.launch_persistent_context(tmp_path, **profile) as context,
    ):
        context.set_default_timeout(60_000)
        for Lasting.off in (False, True):
            page = context.new_page()
            page.goto(root + CHAPTER, wait_until="load")
            assert run(cell(page, "build-sliders")).startswith("Run in")
            page.locator("img.pt-drawn").wait_for(timeout=PATIENCE)
            page.close()


@pytest.mark.parametrize("pages", [200, 500], ids=["none", "little"])
def test_too_little_memory_for_python_to_start_is_said(pages, address, launch):
    """So many pages of 64 kB WebAssembly may have; its core asks for 320 at once."""
    with launch(f"--js-flags=--wasm-max-mem-pages={pages}") as poor:
        page = poor.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(address + CHAPTER, wait_until="load")
        why = run(cell(page, "rule-in-python"))
        assert "enough memory" in why
        assert "[object" not in why
        lives(page)
