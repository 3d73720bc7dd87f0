"""The canonical form of a notebook: what `make notebooks` writes and the tests insist on.

`slim` returns the canonical text of an executed notebook; `complaints` says in sentences where a
text differs from it, and which rules of the book only an author's hand can mend. What a page folds
or leaves out by a cell's tags, JupyterLab folds by other metadata, which are written here.
"""

import ast
import re

import nbformat

from portable import raw_marks

MENDED = "`make notebooks` mends it"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
FOLDED = {
    "source_hidden": {"hide-input", "remove-input", "hide-cell", "remove-cell"},
    "outputs_hidden": {"hide-output", "remove-output", "hide-cell", "remove-cell"},
}
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
GENERATED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*[0-9])[0-9a-f]{8}")
MAX_LINES = 15
# A longer line scrolls on the page; one of a figure or a question is not shown.
MAX_WIDTH = 72


def slim(notebook):
    """Return the canonical text: minimal metadata, readable ids, counts 1…n, text outputs only."""
    taken = set()
    cells = [_cell(cell, taken) for cell in notebook.cells if cell.source.strip()]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for count, cell in enumerate(code, start=1):
        cell["execution_count"] = count
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = count
    slimmed = {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}
    return nbformat.writes(nbformat.from_dict(slimmed)) + "\n"


def complaints(text):
    """Return one sentence for each way in which the notebook's text is not as it must be."""
    try:
        notebook = nbformat.reads(text, as_version=4)
    except nbformat.reader.NotJSONError:
        return ["is not a notebook (the file is not JSON)"]
    said = [f"{problem}; {MENDED}" for problem in _form(notebook)]
    if not said and text != slim(notebook):
        said.append(f"{_first_difference(text, slim(notebook))}; {MENDED}")
    return said + list(_rules(notebook))


def _cell(cell, taken):
    source = cell.source.strip("\n")
    fresh = {
        "cell_type": cell.cell_type,
        "id": _identifier(cell, source, taken),
        "metadata": _metadata(cell),
        "source": source,
    }
    if cell.cell_type == "code":
        fresh |= {"execution_count": None, "outputs": _outputs(cell.outputs)}
    return fresh


def _metadata(cell):
    """The tags, and what JupyterLab is to fold because of them."""
    tags = set(cell.metadata.get("tags", []))
    jupyter = {name: True for name, told in FOLDED.items() if tags & told}
    parts = {"jupyter": jupyter, "tags": sorted(tags)}
    return {name: part for name, part in parts.items() if part}


def _identifier(cell, source, taken):
    """Keep a readable id; make one from the heading or the first words otherwise."""
    name = cell.get("id", "")
    if not SLUG.fullmatch(name) or GENERATED.fullmatch(name):
        first = source.strip("#\n ").split("\n")[0].lower()
        words = re.findall(r"[a-z0-9]+", first)[:5]
        name = "-".join(words)[:48].strip("-")
        name = name if SLUG.fullmatch(name) else f"{cell.cell_type}-{name}".strip("-")
    unique, number = name, 2
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    taken.add(unique)
    return unique


def _outputs(outputs):
    """Keep text/plain and what was printed; join neighbouring prints; never drop a warning."""
    kept = []
    for output in outputs:
        if output.output_type == "stream":
            if kept and kept[-1].get("name") == output.name:
                kept[-1]["text"] += output.text
            else:
                kept.append({"output_type": "stream", "name": output.name, "text": output.text})
        elif output.output_type in ("execute_result", "display_data"):
            data = {"text/plain": output.data.get("text/plain", "")}
            kept.append({"output_type": output.output_type, "data": data, "metadata": {}})
        else:
            kept.append(output)
    return kept


def _form(notebook):
    """Say what is off in the form, cell by cell."""
    if dict(notebook.metadata) != METADATA:
        yield f"the notebook's metadata hold more or less than {METADATA}"
    count, taken = 0, set()
    for cell in notebook.cells:
        name, where = cell.get("id", "(none)"), f"cell {cell.get('id', '(none)')!r}"
        if not SLUG.fullmatch(name) or GENERATED.fullmatch(name) or name in taken:
            yield f"{where} needs an id of its own that can be read, such as 'first-step'"
        taken.add(name)
        wanted = _metadata(cell)
        if surplus := sorted(set(cell.metadata) - set(wanted)):
            yield f"{where} carries metadata besides tags: {surplus}"
        elif cell.metadata != wanted:
            yield f"{where} must be folded in JupyterLab as on the page: {wanted}"
        if cell.cell_type == "code":
            count += 1
            if cell.execution_count != count:
                yield f"{where} has execution count {cell.execution_count}, not {count}"
            yield from (f"{where} {problem}" for problem in _heavy(cell.outputs))


def _heavy(outputs):
    for output in outputs:
        extra = sorted(set(output.get("data", {})) - {"text/plain"})
        if extra:
            yield f"stores {', '.join(extra)}; only text/plain is kept"


def _first_difference(text, wanted):
    pairs = zip(text.splitlines(), wanted.splitlines(), strict=False)
    for number, (ours, theirs) in enumerate(pairs, start=1):
        if ours != theirs:
            return f"line {number} is {ours.strip()!r}, canonical is {theirs.strip()!r}"
    return "the file ends too early or too late"


def _rules(notebook):
    """Say which rules of the book are broken: an author has to mend these."""
    cells = notebook.cells
    if not cells or cells[0].cell_type != "markdown" or not cells[0].source.startswith("# "):
        yield "the first cell must be prose that starts with the title, `# …`"
    elif "?" not in cells[0].source:
        yield "the first cell must ask the question that the chapter answers"
    if len(cells) < 2 or cells[1].cell_type != "code":
        yield "the second cell must be the code that imports everything"
    elif "hide-input" not in cells[1].metadata.get("tags", []):
        yield "the second cell, the imports, must carry the tag hide-input"
    for number, cell in enumerate(cells):
        where = f"cell {cell.get('id', number)!r}"
        if cell.cell_type == "markdown":
            yield from (f"{where} {problem}" for problem in raw_marks(cell.source))
        elif cell.cell_type == "code":
            yield from (f"{where} {problem}" for problem in _code(cell, imports=number == 1))


def _code(cell, imports):
    lines = cell.source.splitlines()
    if len(lines) > MAX_LINES:
        yield f"has {len(lines)} lines, at most {MAX_LINES} are allowed: split it"
    widest = max(map(len, lines), default=0)
    if widest > MAX_WIDTH and "remove-input" not in cell.metadata.get("tags", []):
        yield f"has a line of {widest} characters, at most {MAX_WIDTH} are allowed: break it"
    if cell.source.rstrip().endswith(";"):
        yield "ends in ';', which nbval does not honour: assign to _ instead"
    for output in cell.outputs:
        if output.output_type == "error":
            yield f"fails with {output.ename}: {output.evalue}"
        elif output.get("name") == "stderr":
            yield f"writes a warning: {output.text.strip().splitlines()[-1]}"
        elif re.search(r"\bat 0x[0-9a-f]{4,}", str(output.get("data", output.get("text", "")))):
            yield "prints a memory address, which differs from run to run"
    if not imports:
        yield from _imports(cell.source)


def _imports(source):
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"is not Python that can be parsed: {error.msg} (line {error.lineno})"
        return
    if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree)):
        yield "imports something: all imports belong into the second cell"
