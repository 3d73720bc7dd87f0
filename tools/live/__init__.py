"""Build what "Run" on a page's code cells needs: Python for the browser, the packages, the book's.

`make live` fetches the parts that pins.toml names, compiles the packages, and lays everything into
_build/live/site, from where each build of the book takes it (ptcode/site/live.py).
"""
