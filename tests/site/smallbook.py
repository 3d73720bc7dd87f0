"""A book of one chapter, built as the real one is."""

import os
import shutil
import subprocess
from types import SimpleNamespace

import nbformat

from ptcode.site import freshness
from sitebuild import BINARIES

ROOT = freshness.PACKAGE.parent
MOUNT = (
    '<figure class="pt-figure" id="descent" data-figure="descent" '
    """data-state='{"cost": "square", "alpha": 0.1}'>"""
    '<div class="pt-view"></div><figcaption>A caption.</figcaption></figure>'
)
CELL = """\
import io, json
import matplotlib.pyplot as plt
from ptcode import probe

class Figure:
    def _repr_mimebundle_(self, include=None, exclude=None):
        drawing, text = plt.figure(figsize=(3, 2)), io.StringIO()
        drawing.savefig(text, format="svg")
        plt.close(drawing)
        return {"text/plain": probe.SAYS, "text/html": MOUNT, "image/svg+xml": text.getvalue(),
                "application/vnd.jupyter.widget-view+json": {"model_id": "none"}}

Figure()"""
SLIDER = """\
from ipywidgets import interact

@interact(alpha=(0.0, 1.0))
def picture(alpha=0.5):
    plt.plot([0, alpha])
    plt.show()"""
PROSE = """\
# One chapter

Set [α = 0.75](#descent?alpha=0.75) or see [the figure](#descent). The
<span class="pt-slope">slope</span> of $x^2$ is

$$\\textcolor{sienna}{2x}$$
"""


class Book:
    """A book of one notebook, with its own copy of the package."""

    def __init__(self, folder):
        self.folder = folder
        self.html = folder / "_build" / "html"
        copied = shutil.ignore_patterns("__pycache__", "widgets")
        shutil.copytree(freshness.PACKAGE, folder / "ptcode", ignore=copied)
        (folder / "ptcode" / "__init__.py").write_text("", "utf-8")
        shutil.copy(ROOT / "_config.yml", folder)
        (folder / "_toc.yml").write_text("format: jb-book\nroot: chapters/one\n", "utf-8")
        (folder / "chapters").mkdir()
        shutil.copy(ROOT / "chapters" / "references.bib", folder / "chapters")
        self.says("the first thing")

    def says(self, words):
        """Change what the package says, hence what the figure is."""
        (self.folder / "ptcode" / "probe.py").write_text(f"SAYS = {words!r}\n", "utf-8")

    def write(self, prose=PROSE, *code):
        """Write the notebook: prose, the figure, a slider, and more code."""
        figure = f"MOUNT = {MOUNT!r}\n{CELL}"
        cells = [nbformat.v4.new_markdown_cell(prose, id="title")]
        for at, text in enumerate((figure, SLIDER, *code)):
            tags = ["hide-input"] if text is figure else []
            cells.append(nbformat.v4.new_code_cell(text, id=f"c{at}", metadata={"tags": tags}))
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, self.folder / "chapters" / "one.ipynb")

    def build(self):
        """Build strictly; the result and what was said."""
        command = [BINARIES / "jupyter-book", "build", ".", "-W", "-n", "--keep-going"]
        made = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=200,
        )
        return SimpleNamespace(ok=made.returncode == 0, said=made.stdout + made.stderr)

    def page(self, name="chapters/one.html"):
        """A page of the site."""
        return (self.html / name).read_text("utf-8")
