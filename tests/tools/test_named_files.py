"""A file that a comment, a docstring or a guide names is there."""

import ast
import io
import re
import subprocess
import tokenize

from sitebuild import ROOT

FILE = re.compile(
    r"(?<![\w./<>{}*⟨-])((?:[\w.-]+/)*[\w.-]+\.(?:py|js|mjs|css|json|ipynb|toml|yml|md|html|d\.ts))\b"
)
GUIDES = sorted(ROOT.glob("*.md"))
# What a build makes, what a reader makes, and what other programs call their files.
MADE = re.compile(
    r"NN|_build/|(figure|index|page|K|descent|chapter)\.(html|css|js|mjs)$|page-|[\w-]+\.mjs$"
    r"|(settings|package|page_config|figures)\.json$|own\.|your"
)


def tracked(*patterns):
    found = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in found.stdout.split() if (ROOT / name).is_file()]


ALL = tracked()
NAMES = {path.name for path in ALL}


def said_by_python(text):
    """The comments and docstrings of a Python file."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""


def said(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return "\n".join(said_by_python(text))
    if path.suffix in (".js", ".mjs", ".css"):
        return "\n".join(re.findall(r"/\*.*?\*/|^\s*//[^\n]*", text, re.S | re.M))
    return text


def is_there(name, path):
    """Is it a file below the root, beside the one that names it, or one of this name?"""
    if (ROOT / name).exists() or (path.parent / name).exists():
        return True
    return any(str(other).endswith(f"/{name}") for other in ALL)


def test_a_file_that_is_named_is_there():
    missing = [
        f"{path.relative_to(ROOT)} names {name}"
        for path in [*GUIDES, *tracked("*.py", "js/*.js", "js/*.mjs", "ptcode/*.css")]
        for name in FILE.findall(said(path))
        if not MADE.search(name) and not is_there(name, path)
    ]
    assert missing == []
