"""Notebooks run side by side, over sockets of their own, and one that fails ends the build."""

from types import SimpleNamespace

import nbformat
import pytest
from jupyter_cache import get_cache
from sphinx.errors import ExtensionError

from ptcode.site import running

# Each leaves a sign and waits for the other's: one after the other they would wait in vain.
MEETS = """\
import json, pathlib, time
from ipykernel.connect import get_connection_info
pathlib.Path("{mine}").touch()
for _ in range(600):
    if pathlib.Path("{other}").exists():
        break
    time.sleep(0.05)
else:
    raise TimeoutError("{other} never came")
print(json.loads(get_connection_info())["transport"])"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A folder of notebooks, what runs them, and what was said."""
    monkeypatch.setattr(running.os, "cpu_count", lambda: 2)
    config = SimpleNamespace(
        nb_execution_mode="cache",
        nb_execution_cache_path=str(tmp_path / "cache"),
        nb_execution_timeout=60,
        nb_execution_allow_errors=False,
    )
    env = SimpleNamespace(doc2path=lambda name: str(tmp_path / name))
    said = []
    monkeypatch.setattr(
        running.logger, "warning", lambda text, *args, **_: said.append(text % args)
    )

    def run(**cells):
        for name, source in cells.items():
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
            notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
            nbformat.write(notebook, tmp_path / f"{name}.ipynb")
        names = [f"{name}.ipynb" for name in cells]
        running.run_changed(SimpleNamespace(config=config), env, [*names, "prose.md"])

    def outputs():
        cache = get_cache(config.nb_execution_cache_path)
        kept = [cache.get_cache_bundle(one.pk).nb for one in cache.list_cache_records()]
        return [cell.outputs[0].text.strip() for notebook in kept for cell in notebook.cells]

    return SimpleNamespace(run=run, outputs=outputs, said=said)


@pytest.mark.slow
def test_notebooks_run_at_once_and_none_over_tcp(book):
    book.run(one=MEETS.format(mine="one", other="two"), two=MEETS.format(mine="two", other="one"))
    assert book.outputs() == ["ipc", "ipc"]


@pytest.mark.slow
def test_every_notebook_that_fails_is_told_and_the_others_are_kept(book):
    with pytest.raises(ExtensionError, match=r"bad\.ipynb, worse\.ipynb"):
        book.run(bad="1 / 0", good="print(1, flush=True); print('\\n2')", worse="[][0]")
    assert ["ZeroDivisionError" in book.said[0], "IndexError" in book.said[1]] == [True, True]
    assert book.outputs() == ["1\n\n2"]
