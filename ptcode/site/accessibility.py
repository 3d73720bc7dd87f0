"""The page on accessibility: what is stated of each criterion, beside what axe-core found.

``accessibility.toml`` states, ``axe.json`` is what ``python tools/accessibility.py`` found. The
directive ``accessibility`` writes the part of the page that its argument names.
"""

import html
import json
import tomllib
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ptcode.site.reports import plain

HERE = Path(__file__).parent
STATED, FOUND = HERE / "accessibility.toml", HERE / "axe.json"
VERDICTS = {"met": "met", "partly": "partly", "not": "not met", "none": "does not apply"}
COLUMNS = ("Criterion", "Level", "Verdict", "How it was tested, and what is missing")


def stated():
    """The criteria by number, with title, level, verdict and how it was tested."""
    return tomllib.loads(STATED.read_text("utf-8"))


def found():
    """What axe-core found: its version, how often it ran, on which pages, rule by rule."""
    return json.loads(FOUND.read_text("utf-8"))


def rules_of(number, rules):
    """The rules of axe-core that belong to a criterion, by name."""
    return {name: rule for name, rule in rules.items() if number in rule["criteria"]}


def machine(number, rules):
    """The sentence on what axe-core found for a criterion; nothing where it has no rule for it."""
    own = rules_of(number, rules)
    if not own:
        return ""
    broken = [
        f"{name} ({rule['violated']} times)" for name, rule in own.items() if rule["violated"]
    ]
    kept = f"no violation of {len(own)} rules" if len(own) > 1 else "no violation of one rule"
    return f"axe-core: {'violations of ' + ', '.join(broken) if broken else kept}."


def row(number, one, rules):
    """What is stated of one criterion, with what axe-core found."""
    told = f"{one['how']} {machine(number, rules)}".strip()
    cells = (one["level"], VERDICTS[one["verdict"]], told)
    return (
        f'<tr><th scope="row">{number} {html.escape(one["title"])}</th>'
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        + "</tr>"
    )


def table():
    """A row for each criterion."""
    rules = found()["rules"]
    head = "".join(f'<th class="head">{name}</th>' for name in COLUMNS)
    rows = "".join(row(number, one, rules) for number, one in stated().items())
    return (
        '<div class="pst-scrollable-table-container" role="group" '
        'aria-label="The criteria, one by one"><table class="table">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def summary():
    """How many criteria are met, and how often axe-core ran."""
    verdicts = [one["verdict"] for one in stated().values()]
    counts = {name: verdicts.count(name) for name in VERDICTS}
    run = found()
    return (
        f"<p>Of the {len(verdicts)} criteria of WCAG 2.2, {counts['met']} are met, "
        f"{counts['partly']} partly, {counts['not']} not, and {counts['none']} do not apply. "
        f"axe-core {run['axe']} ran {run['runs']} times: on {len(run['pages'])} pages, in "
        f"{len(run['looks'])} looks ({', '.join(run['looks'])}), each page in use: with every "
        "table open, questions and exercises answered wrongly, hints and a solution asked for, "
        "the card of a word open.</p>"
    )


def contact(issues):
    """Where to write, or that this copy of the book does not say."""
    if address := html.escape(plain(issues)):
        link = f'<a class="reference external" href="{address}">{address}</a>'
        return f"<p>Write to {link}.</p>"
    return (
        "<p>This copy of the book names no address to write to: ask whoever gave you the copy, or "
        "the address that led you here.</p>"
    )


class Accessibility(SphinxDirective):
    """The part of the page that the argument names: summary, table or contact."""

    required_arguments = 1

    def run(self):
        """Write it anew when what it is made from has changed."""
        for path in (STATED, FOUND):
            self.env.note_dependency(str(path))
        parts = {"summary": summary, "table": table}
        text = parts.get(self.arguments[0], lambda: contact(self.config.ptcode_issues))()
        return [nodes.raw("", text, format="html")]


def setup(app):
    """Register the directive."""
    app.add_directive("accessibility", Accessibility)
