"""Runs in Pyodide (compile.mjs): a wheel whose modules are compiled, for Python to start sooner.

A browser keeps no bytecode from one visit to the next: without this, every visit compiles SymPy.
"""

import ast
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Half of these is docstrings. NumPy does not start without its own.
UNREAD = ("sympy/", "mpmath/")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def undocumented(text):
    """A module's tree without docstrings, which nobody reads in a page."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            # Nothing may stand before an import from __future__; nor may a body be empty.
            rest = [] if isinstance(node, ast.Module) else [ast.Pass()]
            node.body[:1] = [ast.copy_location(one, node.body[0]) for one in rest]
    return tree


def compiled(source, target, own):
    """Write the wheel `source` as `target`, its modules compiled; the book's keep their text."""
    with ZipFile(source) as given, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name in given.namelist():
            content = given.read(name)
            module = name.endswith(".py")
            if own or not module:
                made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
            if module:
                tree = undocumented(content) if name.startswith(UNREAD) else ast.parse(content)
                code = compile(tree, name, "exec", dont_inherit=True)
                bytecode = _code_to_hash_pyc(code, source_hash(content), False)
                made.writestr(ZipInfo(place(name, own)), bytecode, ZIP_DEFLATED)


def place(name, beside):
    """Where Python looks for a compiled module: beside its text, or in place of it."""
    path = PurePosixPath(name)
    cached = path.parent / "__pycache__" / f"{path.stem}.cpython-314.pyc"
    return str(cached) if beside else f"{name}c"
