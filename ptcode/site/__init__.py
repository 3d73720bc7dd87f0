"""The Sphinx extension that turns the chapters into the site.

``figures`` and ``kernel`` put outputs on static pages, ``links`` sets them, ``portable`` reads what
JupyterLab shows, too, ``formulas`` typesets at build time, ``binding`` says what no line parts,
``meanings`` and ``terms`` say what words mean, ``progress`` shows what is done, ``tables`` names
their headers, ``pages`` decides what a page loads, ``hosting`` what it says of its address,
``reports`` where to say what is wrong, ``elsewhere`` which figures other pages may have,
``accessibility`` how accessible it is, ``assets`` ships only what the pages use, ``running`` runs
the notebooks, ``reference`` reads docstrings, ``edition`` says version and date, ``ways`` what a
reader may take along: ``copies`` of the notebooks and the ``wheel``; ``moved`` has old addresses
lead on; ``live`` has the code cells run in the page; ``freshness`` makes a stale page impossible.
"""

from ptcode.site import (
    accessibility,
    assets,
    binding,
    copies,
    edition,
    elsewhere,
    figures,
    formulas,
    freshness,
    hosting,
    kernel,
    links,
    live,
    meanings,
    moved,
    pages,
    portable,
    progress,
    reference,
    reports,
    running,
    tables,
    terms,
    ways,
    wheel,
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
        portable,
        meanings,
        moved,
        terms,
        binding,
        progress,
        reference,
        tables,
        pages,
        edition,
        wheel,
        copies,
        ways,
        hosting,
        elsewhere,
        reports,
        accessibility,
        assets,
        live,
    ):
        part.setup(app)
    return {"version": "1", "env_version": 1, "parallel_read_safe": False}
