"""Notebooks that are run for what they print: pages of the book, tests, the canonical form.

Whoever else runs one keeps it, and finds in it what a figure leaves there (``widgets/saved.py``).
"""

import os

_NAME = "PTCODE_BARE"


def run_bare() -> None:
    """Let no notebook keep more than it shows, of those that this process runs from now on."""
    os.environ[_NAME] = "1"


def is_bare() -> bool:
    """Whether this kernel's notebook is run for what it prints."""
    return _NAME in os.environ
