"""Typed text as the browser reads it, for tests that begin with what a reader types."""

import json
import subprocess
from functools import cache

from ptcode.functions.tree import from_tree
from sitebuild import ROOT, build_bundles, node

READER = """
import { createInterface } from "node:readline";
const { parse } = await import(process.argv[1]);
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(parse(...JSON.parse(line))));
"""


@cache
def _reader():
    """One Node for all the texts of a run; it ends when its input does."""
    build_bundles()
    parser = (ROOT / "ptcode" / "static" / "derivation.mjs").as_uri()
    command = [node(), "--input-type=module", "--eval", READER, parser]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


@cache
def _answer(text, variables):
    reader = _reader()
    reader.stdin.write(json.dumps([text, list(variables)]) + "\n")
    reader.stdin.flush()
    return json.loads(reader.stdout.readline())


def read(text, variables=("x",)):
    """The tree of a text; a ValueError with the browser's words where it cannot be read."""
    answer = _answer(text, tuple(variables))
    if "error" in answer:
        raise ValueError(f"{text!r}: {answer['error']['message']}")
    return answer["tree"]


def typed(text, variables=("x",)):
    """The SymPy expression of a text, as it stands."""
    return from_tree(read(text, variables), evaluate=False)


def type_into(figure, text):
    """What the browser sends of a text that a reader types, right or wrong."""
    tree = _answer(text, tuple(map(str, figure.symbols))).get("tree")
    figure.set_state({"expression": text, "tree": tree})
