"""Two chapters run from the first cell to the last in Firefox, and in WebKit where it can."""

import pytest

import engines
from running import ENDED, PATIENCE, Running
from sitebuild import built_site, served_below
from watching import Watching

if not (built_site() / "live").exists():
    pytest.skip("the site holds no Python for the page: make live", allow_module_level=True)
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

CHAPTERS = ["02-gradient-descent", "06-the-chain-rule"]
# What the cells print; pictures and sliders are other than those that need a kernel.
PRINTED = """async () => [...document.querySelectorAll(
  ".cell:has(.cell_input):not(.tag_needs-kernel) .cell_output .highlight")].map(
  ({ textContent }) => textContent.trim())"""
# Runs the cell of that number, and all above it that have not run; what it says when it has ended.
RUN = """async (nth, ended, text) => {
  const cell = [...document.querySelectorAll(".cell:has(.cell_input)")].at(nth);
  const over = new RegExp(ended);
  const said = () => cell.querySelector(".pt-tools [role=status]")?.textContent ?? "";
  const happens = (wanted) => new Promise((resolve) => {
    const look = () => wanted() && (observer.disconnect(), resolve());
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
  if (text) {
    const editor = cell.querySelector(".cm-content");
    editor.focus();
    getSelection().selectAllChildren(editor);
    document.execCommand("insertText", false, text);
    await happens(() => cell.querySelector("pre[hidden]").textContent === text);
  }
  const button = [...cell.querySelectorAll("button")].find((one) => one.textContent === "Run");
  button.click();
  await happens(() => said() && !over.test(said()));
  await happens(() => over.test(said()));
  return said();
}"""
SHOWN = """async (nth) => [...document.querySelectorAll(".cell:has(.cell_input)")].at(nth)
  .querySelector(".cell_output").textContent.trim()"""
# The sliders have it drawn when the cell has ended.
PICTURE = """() => new Promise((resolve) => {
  const look = () => {
    const picture = document.querySelector("img.pt-drawn");
    if (!picture) return;
    observer.disconnect();
    picture.decode().then(() => resolve(picture.naturalWidth));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
  look();
})"""


class Live(Watching, Running):
    """Lets WebAssembly run, and nothing else that a strict host forbids."""


@pytest.fixture(scope="module")
def address():
    with served_below(built_site(), "/some/sub/", Live) as root:
        yield root


@pytest.fixture(scope="class")
def tab(request, tmp_path_factory):
    """A tab of the engine that a class names, in a fresh profile."""
    with engines.tab_of(request.cls.engine, tmp_path_factory.mktemp("profile")) as tab:
        tab.patient(PATIENCE // 1000)
        tab.resize(1280)
        yield tab


class Chapters:
    """The same in each engine, which is started once."""

    engine = None

    @pytest.mark.parametrize("chapter", CHAPTERS)
    def test_a_chapter_runs_whole_and_prints_what_the_book_does(self, chapter, tab, address):
        tab.open(f"{address}chapters/{chapter}.html")
        book = tab.run(PRINTED)
        assert tab.run(RUN, -1, ENDED.pattern).startswith("Run in")
        assert tab.run(PRINTED) == book
        assert tab.run("async () => problems") == []
        if chapter == CHAPTERS[0]:
            assert tab.run(PICTURE) > 100

    def test_a_changed_cell_shows_what_it_now_computes(self, tab):
        assert tab.run(RUN, -1, ENDED.pattern, "print(6 * 7)").startswith("Run in")
        assert tab.run(SHOWN, -1) == "42"


class TestFirefox(Chapters):
    engine = engines.Firefox

    def test_nothing_was_asked_of_another_host(self, tab, address):
        """All that the tab asks for, its workers too; Firefox itself asks from elsewhere."""
        tab.call("session.subscribe", events=["network.beforeRequestSent"])
        tab.open(f"{address}chapters/{CHAPTERS[0]}.html")
        assert tab.run(RUN, 0, ENDED.pattern).startswith("Run in")
        asked = [event["params"]["request"]["url"] for event in tab.events if "params" in event]
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
        assert any(url.endswith(".wasm") for url in asked)


class TestWebKit(Chapters):
    engine = engines.WebKit
