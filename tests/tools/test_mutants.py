"""Every break that `make mutants` tries still applies: its old text stands in its file once."""

import ast

import pytest

import mutants

MUTANTS = mutants.load()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.breaks)
def test_mutant_applies(mutant):
    text = mutant.mutated
    if mutant.file.endswith(".py"):
        ast.parse(text)
    file, _, test = mutant.tests.partition("::")
    named = f"def {test.partition('[')[0]}(" if test else ""
    assert named in (mutants.ROOT / file).read_text("utf-8"), f"{mutant.tests} is missing"


def test_no_mutant_stands_twice():
    assert len({(m.file, m.old, m.new) for m in MUTANTS}) == len(MUTANTS)
