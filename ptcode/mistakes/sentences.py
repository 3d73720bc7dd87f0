"""What is said of an answer: the sentences of verdicts.json, shared with the browser."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "static" / "verdicts.json"


@cache
def sentences() -> dict[str, str]:
    """By name, with {places} to fill."""
    return json.loads(_FILE.read_text(encoding="utf-8"))


def say(sentence: str, **fill: str) -> str:
    """A sentence, filled in.

    >>> say("number-unknown", yours="2.5", side="large")
    'Not right: 2.5 is too large.'
    """
    return re.sub(r"\{(\w+)\}", lambda found: str(fill[found[1]]), sentences()[sentence])
