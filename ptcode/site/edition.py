"""Which edition this is: its version and date, as every page, its citation and the PDF say them.

Both stand in ``CITATION.cff``, where a release fills in the date. Before that the date is that of
the last change that git knows, or today's where there is no git.
"""

import datetime
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

CITATION = "CITATION.cff"


@dataclass(frozen=True)
class Edition:
    """A version of the book, and the day from which it is."""

    version: str
    day: datetime.date

    @property
    def date(self):
        """The day in words that no country reads otherwise: 29 November 2026."""
        return f"{self.day.day} {self.day:%B %Y}"


def read(folder):
    """The edition that lies in a folder, or nothing where the book says nothing of it."""
    path = Path(folder) / CITATION
    if not path.exists():
        return None
    told = yaml.safe_load(path.read_text("utf-8"))
    return Edition(str(told["version"]), told.get("date-released") or last_change(folder))


def last_change(folder):
    """The day of the last commit."""
    if git := shutil.which("git"):
        asked = [git, "-C", folder, "log", "-1", "--format=%cs"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        if said:
            return datetime.date.fromisoformat(said)
    return datetime.datetime.now(tz=datetime.UTC).date()


def remember(app, config):
    """Make the edition a setting, whose change has every page written again."""
    config.ptcode_edition = read(app.srcdir)


def tell(app, pagename, templatename, context, doctree):
    """Let every page know it."""
    context["pt_edition"] = app.config.ptcode_edition


def setup(app):
    """Connect to Sphinx."""
    app.add_config_value("ptcode_edition", None, "html")
    app.connect("config-inited", remember)
    app.connect("html-page-context", tell)
