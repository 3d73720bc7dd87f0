"""The budgets of the book, measured: `python -m tools.bench [part …]` prints a Markdown table.

Each module of this folder that has `rows()` is a part; it yields Rows.
"""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "_build" / "html"


@dataclass(frozen=True)
class Row:
    """One line of the table; without a limit it is there for comparison only."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""

    def __str__(self):
        shown = f"{self.value:.3g}" if self.value < 100 else f"{self.value:.0f}"
        budget, verdict = "—", "—"
        if self.limit is not None:
            budget = f"≤ {self.limit:g} {self.unit}".strip() if self.limit else "0"
            verdict = "pass" if self.value <= self.limit else "**miss**"
        cells = [self.what, f"{shown} {self.unit}".strip(), budget, verdict, self.note]
        return f"| {' | '.join(cells)} |"
