"""What axe-core finds on the pages of the built site, for the page on accessibility and for tests.

python tools/accessibility.py [_build/html]    writes ptcode/site/axe.json
"""

import json
import re
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

import browsers
from ptcode.site import moved
from serve import server

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / "js" / "node_modules" / "axe-core" / "axe.min.js"
FOUND = ROOT / "ptcode" / "site" / "axe.json"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
# How a page looks: its theme, the width of the window, and what else the browser is told.
LOOKS = {
    "light, wide": ("light", 1280, {}),
    "forced colours": ("light", 1280, {"forced_colors": "active"}),
    "print": ("light", 1280, {"media": "print"}),
    "dark, wide": ("dark", 1280, {}),
    "dark, narrow": ("dark", 390, {}),
    "light, narrow": ("light", 390, {}),
}
PLAIN = {"media": "screen", "forced_colors": "none"}

# The dock and the card of a word lie over the page until they are closed: each is looked at by
# itself. axe-core takes the header of a row that is a formula, and so MathML, for an empty one.
# Nobody touches paper.
RUN = """async ([tags, without]) => {
  const options = { runOnly: tags, resultTypes: ["violations"], elementRef: true };
  if (matchMedia("print").matches) without.push("target-size");
  options.rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const over = [...document.querySelectorAll(".pt-dock:not([hidden]), .pt-card:popover-open")];
  for (const one of over) one.style.setProperty("visibility", "hidden");
  const runs = [await axe.run(document, options)];
  for (const one of over) one.style.removeProperty("visibility");
  for (const one of over) runs.push(await axe.run(one, options));
  const formula = ({ id }, { element }) =>
    id === "empty-table-header" && element?.querySelector("math");
  const told = (rule) => ({ id: rule.id, tags: rule.tags, help: rule.help, places:
    rule.nodes.filter((node) => !formula(rule, node)).map((node) =>
      [node.html, node.failureSummary]) });
  const all = (kind) => runs.flatMap((found) => found[kind].map(told));
  const violations = all("violations").filter(({ places }) => places.length > 0);
  return { violations, passes: all("passes") };
}"""

# What a reader does on a page: opens what can be opened, answers wrongly, asks for a hint and for
# the solution, follows a link that sets a figure.
USE = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  for (const details of all("article details:not(.pt-share)")) details.open = true;
  all(".pt-share").slice(0, 1).forEach((menu) => { menu.open = true; });
  for (const figure of all('[data-figure="question"]')) {
    all("input[type=radio]", figure).at(-1)?.click();
    figure.querySelector("button")?.click();
  }
  for (const form of all(".pt-exercise form")) {
    for (const field of all("input[type=text]", form)) {
      field.value = "7";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    form.querySelector("input[type=radio]")?.click();
    for (const button of all(".pt-player button", form).slice(0, 3)) button.click();
  }
  document.querySelector("a.pt-set")?.click();
  for (let i = 0; i < 10; i++) await frame();
}"""

# Some time after a change of its width what now scrolls can take the focus.
SETTLED = """() => [...document.querySelectorAll(
    "article :is([tabindex='-1'], .pst-scrollable-table-container, .highlight pre)")].every((box) =>
  box.scrollWidth <= box.clientWidth || box.tabIndex >= 0 || !box.checkVisibility())"""


def use(page):
    """Do on a page what changes most of it, and leave the card of a word open."""
    page.evaluate(USE)
    term = page.locator("article a.pt-term").first
    if term.count():
        term.focus()
        page.locator(".pt-card:popover-open").wait_for()


def show(page, look):
    """Give an open page another look."""
    theme, width, media = LOOKS[look]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(**PLAIN | media, color_scheme=theme)
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
    page.wait_for_function(SETTLED)


def audit(page, without=()):
    """Run axe-core: the rules that apply to the page as it is, violated ones and kept ones."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN, [TAGS, list(without)])


def sentences(found):
    """Each violation with the rule, how often, and the first place."""
    return [
        f"axe {rule['id']} ×{len(rule['places'])}: {rule['help']}\n    "
        + "\n    ".join(text[:200] for text in rule["places"][0])
        for rule in found["violations"]
    ]


def criteria(tags):
    """The success criteria of WCAG that a rule belongs to: wcag1410 is 1.4.10."""
    return [".".join(found.groups()) for tag in tags if (found := CRITERION.fullmatch(tag))]


class Record:
    """What was found, rule by rule, over all runs."""

    def __init__(self):
        self.runs, self.pages, self.rules = 0, [], {}

    def add(self, found):
        """Count one run."""
        self.runs += 1
        for kind in ("passes", "violations"):
            for rule in found[kind]:
                known = self.rules.setdefault(
                    rule["id"],
                    {"criteria": criteria(rule["tags"]), "applied": 0, "violated": 0},
                )
                known["applied"] += 1
                known["violated"] += kind == "violations"

    def as_json(self, version):
        """The file that the page on accessibility is made from."""
        rules = {name: rule for name, rule in sorted(self.rules.items()) if rule["criteria"]}
        found = {
            "axe": version,
            "runs": self.runs,
            "looks": list(LOOKS),
            "pages": self.pages,
            "rules": rules,
        }
        return json.dumps(found, indent=1) + "\n"


def pages(site):
    """The pages of the book, as paths relative to the site."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    found.difference_update(moved.written_in(site))
    return sorted(name for name in found if not name.startswith(("_static/", "index")))


def survey(site, browser, root, record):
    """Open every page once, use it and look at it in every look."""
    for name in pages(site):
        page = browser.new_page(reduced_motion="reduce")
        page.goto(root + name, wait_until="load")
        record.pages.append(name)
        use(page)
        for look in LOOKS:
            show(page, look)
            found = audit(page)
            record.add(found)
            for text in sentences(found):
                print(f"{name}, {look}: {text}", flush=True)
        page.close()


def main(site):
    """Look at every page and write what was found."""
    http, record = server(site), Record()
    threading.Thread(target=http.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.chromium(), args=browsers.FLAGS
        )
        survey(site, browser, f"http://127.0.0.1:{http.server_port}/", record)
    version = re.search(r"axe v([\d.]+)", AXE.read_text("utf-8")[:200])[1]
    FOUND.write_text(record.as_json(version), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "_build" / "html"))
