"""The system's Chromium, for whatever opens pages: the tests, the bench, the smoke test."""

import shutil

# The same engine without a window opens a page in a third of the time.
WINDOWLESS = ("chromium-headless-shell",)
WINDOWED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium(names=WINDOWLESS + WINDOWED):
    """The path of the first that is installed, or None; playwright downloads none."""
    return next(filter(None, map(shutil.which, names)), None)
