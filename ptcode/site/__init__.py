"""The Sphinx extension that turns the chapters into the site.

``figures`` and ``kernel`` put outputs on static pages, ``links`` sets them, ``formulas``
typesets at build time, ``meanings`` and ``terms`` say what words mean, ``progress`` shows what is
done, ``pages`` decides what a page loads, ``assets`` ships only what the pages use, ``running``
runs the notebooks, ``freshness`` makes a stale page impossible.
"""

from ptcode.site import (
    assets,
    figures,
    formulas,
    freshness,
    kernel,
    links,
    meanings,
    pages,
    progress,
    running,
    terms,
)

__all__ = ["setup"]


def setup(app):
    """Connect the parts to Sphinx."""
    for part in (
        freshness,
        running,
        formulas,
        figures,
        kernel,
        links,
        meanings,
        terms,
        progress,
        pages,
        assets,
    ):
        part.setup(app)
    return {"version": "1", "env_version": 1, "parallel_read_safe": False}
