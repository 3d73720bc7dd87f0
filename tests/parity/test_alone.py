"""A figure stands on traitlets alone where ipywidgets and matplotlib are not, as in a page."""

import subprocess
import sys

import pytest

ALONE = """
import sys
for name in ("anywidget", "ipywidgets", "IPython", "matplotlib", "tqdm"):
    sys.modules[name] = None
import ptcode as pt
from ptcode import widgets
widgets.base.in_browser = lambda: True
{}
"""


def said(code):
    """What Python prints that has none of these packages."""
    command = [sys.executable, "-c", ALONE.format(code)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_figure_is_made_and_mounted_alone():
    made = """
from ptcode.widgets import ExerciseFigure, Question
asks = Question("one", "Which?", [("This", "Yes.", True), ("That", "No.")])
kinds = [getattr(widgets, name) for name in widgets.__all__]
plain = [kind() for kind in kinds if kind not in (ExerciseFigure, Question)]
for figure in (*plain, asks, ExerciseFigure("one-step")):
    bundle, _ = figure._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}, (figure, set(bundle))
    assert bundle["text/html"] == figure.mount()
print(len(plain) + 2 == len(kinds))
"""
    assert said(made) == "True"


def test_every_figure_takes_what_a_page_says_of_it_alone():
    taken = """
import json
from ptcode.widgets import ExerciseFigure, Question
from ptcode.widgets.cells import Cells
kinds = [getattr(widgets, name) for name in widgets.__all__]
plain = [kind for kind in kinds if kind not in (ExerciseFigure, Question)]
shown = {kind.kind: kind().state() for kind in plain}
told = []
del sys.modules["matplotlib"]  # is in no cell's way
code = {kind.kind: f"widgets.{kind.__name__}()" for kind in plain}
cells = Cells(told.append, json.dumps(code))
cells.run("import ptcode as pt; from ptcode import widgets", "imports")
for kind in shown:
    cells.run(f"pt.figure('{kind}').state() == {shown[kind]}", kind, json.dumps(shown))
print({*told})
"""
    assert said(taken) == """{'{"data": {"text/plain": "True"}}'}"""


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("explorer.alpha = 1.05; print(explorer.regime.value)", "diverges"),
        ("print(explorer.state()['alpha'])", "0.1"),
        ("print(*pt.core.progress.watched((1, 2), True, 'steps'))", "1 2"),
        ("explorer.observe(lambda c: print(c.new), 'alpha'); explorer.alpha = 0.5", "0.5"),
    ],
)
def test_its_traits_work_alone(code, printed):
    assert said(f"explorer = pt.DescentExplorer(alpha=0.1); {code}") == printed
