"""What a still costs a kernel at rest: processor seconds, which hold on a busy machine, too."""

import time

from ptcode import widgets
from ptcode.widgets.saved import still_html
from tools.bench import Row

ROUNDS = 5
BUDGET = 0.15


def figures():
    """One figure of each kind that is drawn, as it is without being told anything."""
    for name in widgets.__all__:
        try:
            figure = getattr(widgets, name)()
        except TypeError:  # a question is nothing of itself
            continue
        if figure.still() is not None:
            yield figure


def seconds(figure):
    """The least of several, after one that fills the caches of fonts."""
    found = []
    for _ in range(ROUNDS):
        started = time.process_time()
        still_html(figure)
        found.append(time.process_time() - started)
    return min(found)


def rows(only=""):
    """The dearest kind of all, or the one that is named."""
    found = {figure.kind: seconds(figure) for figure in figures() if only in ("", figure.kind)}
    dearest = max(found, key=found.get)
    over = ", ".join(f"{kind} {value:.2f}" for kind, value in found.items() if value > BUDGET)
    note = f"processor, least of {ROUNDS}; over the budget: {over or 'none'}"
    what = f"still of a figure, the dearest of {len(found)}, {dearest}"
    yield Row(what, found[dearest], "s", BUDGET, note)
