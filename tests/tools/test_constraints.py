"""The pins are names and versions, and all that is installed has one."""

import re
import tomllib

from constraints import PINS, pins
from sitebuild import ROOT


def package(name, version):
    return {"metadata": {"name": name, "version": version}, "download_info": {"url": "file:///x"}}


def test_a_report_becomes_sorted_pins_without_the_address_of_any_file():
    report = {"install": [package("PyYAML", "6"), package("a_b.c", "1.0"), package("Own", "0.1")]}
    assert pins(report, ["own"]) == ["a-b-c==1.0", "pyyaml==6"]


def test_constraints_are_pins_and_nothing_else():
    lines = PINS.read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.+!]+", line)] == []
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(set(names))


def test_what_pyproject_asks_for_is_pinned_there_or_here():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked += [one for extra in extras for one in extra if not one.startswith("ptcode")]
    names = {re.match(r"[\w.-]+", one)[0].lower() for one in asked if "==" not in one}
    pinned = {line.partition("==")[0] for line in PINS.read_text("utf-8").splitlines()}
    assert names <= pinned
