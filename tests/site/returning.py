"""A reader who comes back after a long time: what was kept, and on which pages it was then."""

import json
from pathlib import Path

from addresses import ADDRESSES

STORE = json.loads(Path(__file__).with_name("reader_store.json").read_text("utf-8"))
KEPT = STORE["chain-rule-live"]
TEXTS = {key: text if isinstance(text, str) else json.dumps(text) for key, text in STORE.items()}


def kept(kind):
    """What was kept of a kind, "answer" say, by the name of its question, exercise or chapter."""
    start = f"{kind}:"
    return {key[len(start) :]: value for key, value in KEPT.items() if key.startswith(start)}


ANSWERS, DRAFTS, READ = (kept(kind) for kind in ("answer", "draft", "read"))
CHOICES = {name: text for name, text in ANSWERS.items() if isinstance(text, str)}
EXERCISES = {name: record for name, record in ANSWERS.items() if isinstance(record, dict)}
# Two chapters of today are not read: this reader had not read Partial derivatives, where half of
# Several paths stood. Training a network was in two chapters, and both are read.
READ_NOW = {
    "derivatives",
    "gradient-descent",
    "composite-functions",
    "the-chain-rule",
    "backpropagation",
    "what-a-gradient-costs",
    "training-a-network",
    "layers-as-matrices",
    "vanishing-and-exploding",
    "common-mistakes",
}
PAGES = {  # the first page that has it: chapter 6 has a graph with the name of a question, "paths"
    figure: page
    for page, known in reversed(ADDRESSES.items())
    for figure in known["figures"]
    if page != "figure.html"
}
