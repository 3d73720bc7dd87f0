"""The page's half of Python in the page, beside a stand-in for Pyodide: nothing is fetched for it.

The tests of test_live.py are of the whole, and need what `make live` fetches.
"""

import json
import shutil
import subprocess

import pytest

import checks
from ptcode.site import live
from running import Running, cell, run, said, shown, type_in
from sitebuild import ROOT, built_site, node, served_below

CHAPTER = "chapters/02-gradient-descent.html"
pytestmark = pytest.mark.browser
MANIFEST = {"digest": "stand-in", "bytes": 1000}
UNSEEN = {"id": "cases", "kind": "descent", "cell": 0}
# Says the name of each cell; a few texts it takes for what Python may do.
STAND_IN = """
const run = (tell, unseen) => (source, name, shown, taken) => {
  const say = (piece) => tell(JSON.stringify(piece));
  if (source === "endless") for (;;) {}
  if (source === "no memory") throw new RangeError("out of memory");
  if (source === "wrong") say({ error: "NameError: wrong", line: 1 });
  else if (source === "alpha") say({ data: { "text/plain": `${JSON.parse(shown).cases.alpha}` } });
  else if (source === "unseen") say({ stream: "stdout", text: Object.keys(JSON.parse(unseen))[0] });
  else for (const text of [name, " ran"]) say({ stream: "stdout", text });
  return source === "set" ? '{"cases": {"alpha": 0.7}}' : "{}";
};
export const loadPyodide = async () => ({
  loadPackage: async () => {},
  loadPackagesFromImports: async () => {},
  pyimport: () => ({ Cells: (tell, unseen) => ({ run: run(tell, unseen) }) }),
});
"""


class Standing(Running):
    """Serves the book, and before it what lies in a folder of its own."""

    own = None

    def translate_path(self, path):
        found = Standing.own / path.partition("?")[0].removeprefix(self.prefix)
        return str(found) if found.is_file() else super().translate_path(path)


def bundle(folder):
    """The page's scripts as `make live` makes them, with the stand-in beside them."""
    folder.mkdir(parents=True)
    subprocess.run([node(), ROOT / "js" / "live.mjs", folder], check=True)
    (folder / "pyodide.mjs").write_text(STAND_IN, "utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    Standing.own = own = tmp_path_factory.mktemp("own")
    bundle(own / "live" / MANIFEST["digest"])
    page = own / CHAPTER
    page.parent.mkdir()
    shutil.copy(built_site() / CHAPTER, page)
    source = (ROOT / CHAPTER).with_suffix(".ipynb")
    number = [one["id"] for one in json.loads(source.read_text("utf-8"))["cells"]]
    cases = UNSEEN | {"cell": number.index("figure-cases")}
    live.offer(page, live.script(own, page, source, [cases], MANIFEST))
    with served_below(built_site(), "/some/sub/", Standing) as root:
        yield root


@pytest.fixture
def page(page_factory, address):
    page = page_factory()
    seen = checks.watch(page, address)
    page.goto(address + CHAPTER, wait_until="load")
    yield page
    assert seen == []


def test_a_cell_runs_after_those_above_it_and_those_once(page):
    assert run(cell(page, "rule-in-ptcode")).startswith("Run in")
    names = ["imports", "rule-in-python", "rule-in-ptcode"]
    assert [shown(cell(page, name)) for name in names[1:]] == [f"{name} ran" for name in names[1:]]
    assert "ran" not in shown(cell(page, "stop-on-small-slope"))
    type_in(page, cell(page, "rule-in-ptcode"), "wrong")
    assert run(cell(page, "rule-in-ptcode")) == "Line 1 went wrong."
    assert shown(cell(page, "rule-in-ptcode")) == "NameError: wrong"
    assert "NameError: wrong" in run(cell(page, "stop-on-small-slope"))
    assert "ran" not in shown(cell(page, "stop-on-small-slope"))


def test_python_hears_what_figures_show_and_sets_it(page):
    steps = cell(page, "rule-in-python")
    run(steps)
    figure = page.locator("#cases")
    figure.locator("input[name=alpha]").press("ArrowRight")
    state = json.loads(figure.get_attribute("data-state"))
    type_in(page, steps, "alpha")
    run(steps)
    assert float(shown(steps)) == state["alpha"]
    type_in(page, steps, "set")
    run(steps)
    assert json.loads(figure.get_attribute("data-state")) == state | {"alpha": 0.7}
    type_in(page, steps, "unseen")
    run(steps)
    assert shown(steps) == "cases"


@pytest.mark.slow
@pytest.mark.parametrize("source", ["endless", "no memory"])
def test_after_a_cell_that_ends_python_the_cells_above_run_again(source, page):
    steps = cell(page, "rule-in-ptcode")
    run(steps)
    type_in(page, steps, source)
    steps.get_by_role("button", name="Run", exact=True).click()
    if source == "endless":
        steps.get_by_role("button", name="Stop").click()
    told = said(steps)
    assert ("out of memory" in told) == (source == "no memory")
    steps.get_by_role("button", name="Reset").click()
    before = cell(page, "rule-in-python").locator(".cell_output .output")
    before.evaluate("output => output.dataset.old = 'old'")
    assert run(steps).startswith("Run in")
    assert before.get_attribute("data-old") is None
    assert shown(steps) == "rule-in-ptcode ran"


def test_parts_of_other_code_are_left_out_and_a_page_without_them_has_no_trace(tmp_path):
    parts = tmp_path / "live" / "site"
    parts.mkdir(parents=True)
    for of, there in (("other", False), (live.made_of(), True)):
        (parts / "manifest.json").write_text(json.dumps(MANIFEST | {"of": of}), "utf-8")
        assert bool(live.parts(tmp_path / "html")) == there
    page = tmp_path / "page.html"
    shutil.copy(built_site() / CHAPTER, page)
    live.offer(page, "")
    assert "data-cells" not in page.read_text("utf-8")
