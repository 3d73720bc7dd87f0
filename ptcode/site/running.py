"""Run the notebooks side by side before Sphinx reads them; one process each, none over TCP.

MyST-NB would run them one after the other, each when its page is read. Here those that changed run
at once, and what they gave is put into the folder where MyST-NB then finds it: jupyter-cache.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
import zmq
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.executors.utils import single_nb_execution
from sphinx.errors import ExtensionError
from sphinx.util import logging
from traitlets.config import Config

from ptcode.core.bare import run_bare

MOST = 4
"""As many notebooks run at once as there are processors, but no more: each takes 200 MB."""
logger = logging.getLogger(__name__)


def run_changed(app, env, docnames):
    """Run the notebooks among the pages to be read whose outputs are not kept yet.

    Every notebook that fails is told with its traceback; then the build ends.
    """
    if app.config.nb_execution_mode != "cache":
        return
    cache = get_cache(app.config.nb_execution_cache_path)
    notebooks = {name: nbformat.read(path, as_version=4) for name, path in paths(env, docnames)}
    changed = [name for name, notebook in notebooks.items() if not kept(cache, notebook)]
    failed = []
    with ThreadPoolExecutor(min(MOST, os.cpu_count() or 1)) as pool:
        runs = pool.map(lambda name: run(app, env.doc2path(name), notebooks[name]), changed)
        for name, result in zip(changed, runs, strict=True):
            if result.err is None:
                logger.info("%s: Executed notebook in %.2f seconds", name, result.time)
                keep(cache, env.doc2path(name), result)
            else:
                logger.warning("a cell failed\n%s", result.exc_string, location=name)
                failed.append(name)
    if failed:
        raise ExtensionError(f"notebooks with a failing cell: {', '.join(failed)}")


def paths(env, docnames):
    """The pages that are notebooks, and where they are."""
    for name in docnames:
        path = env.doc2path(name)
        if Path(path).suffix == ".ipynb":
            yield name, path


def kept(cache, notebook):
    """Whether the outputs of a notebook with these cells are known."""
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    return True


def run(app, path, notebook):
    """Run a notebook in its own folder, by the rules that MyST-NB was given."""
    with TemporaryDirectory(prefix="kernel-") as folder:
        return single_nb_execution(
            notebook,
            cwd=str(Path(path).parent),
            timeout=app.config.nb_execution_timeout,
            allow_errors=app.config.nb_execution_allow_errors,
            # A busy machine sends what a cell prints in pieces; MyST-NB would lose lines at seams.
            coalesce_streams=True,
            # A kernel with all its cells run has nothing left to do: half a second each.
            shutdown_kernel="immediate",
            config=connection(folder),
        )


def connection(folder):
    """Sockets in a folder of their own, which no other user and no other kernel can open.

    A system without such sockets keeps to TCP on this machine.
    """
    if not zmq.has("ipc"):
        return Config()
    return Config(KernelManager={"transport": "ipc", "ip": f"{folder}/socket"})


def keep(cache, path, result):
    """Put the outputs where MyST-NB looks for them."""
    seconds = {"execution_seconds": result.time}
    cache.cache_notebook_bundle(
        CacheBundleIn(result.nb, str(path), data=seconds), check_validity=False, overwrite=True
    )


def setup(app):
    """Run after MyST-NB knows its settings and before the first page is read."""
    run_bare()
    app.connect("env-before-read-docs", run_changed)
