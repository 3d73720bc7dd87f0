"""Fetch, compile and bundle all that runs Python in a page, into _build/live/site."""

import hashlib
import json
import shutil
import subprocess
import tomllib

from ptcode.site import live
from tools.live import own, parts

BUILD = live.ROOT / "_build" / "live"
CACHE, SITE = BUILD / "cache", BUILD / "site"
# What Pyodide's loader asks for at the start, besides the packages that cells begin with.
FIRST = ("ptcode", "numpy", "sympy", "mpmath", "traitlets")


def entry(name, made, version, depends=()):
    """What Pyodide's lock says of a wheel of ours."""
    return {
        "name": name,
        "version": version,
        "file_name": made.name,
        "sha256": parts.digest(made),
        "depends": list(depends),
        "imports": [name],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def packages(folder, lock):
    """The packages of the pruned lock: all are in the folder, none is asked for elsewhere."""
    found = parts.needed(lock["packages"])
    parts.wheels(CACHE, folder, found)
    for name, pin in parts.PINS["wheels"].items():
        made = next(folder.glob(f"{name}-*.whl"))
        found[name] = entry(name, made, pin["requirement"].partition("==")[2])
    version = tomllib.loads((live.ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    made = own.build(folder, version)
    found["ptcode"] = entry("ptcode", made, version, ("numpy", "sympy", "traitlets"))
    return found


def compile_first(folder, found):
    """Compile what every page starts with, and have the lock name what became of the wheels."""
    names = [found[name]["file_name"] for name in FIRST]
    command = ["node", parts.HERE / "compile.mjs", folder, *names]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for name in FIRST:
        found[name]["sha256"] = parts.digest(folder / found[name]["file_name"])


def total(folder):
    """A digest of all that lies in a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(f"{path.name} {parts.digest(path)}\n".encode())
    return whole.hexdigest()[:12]


def figures():
    """What a figure needs that a page does not have: its scripts, and which have a style sheet."""
    static = live.PACKAGE / "static"
    needs = json.loads((static / "figures.json").read_text("utf-8"))
    return needs | {"styles": sorted(path.stem for path in (static / "figures").glob("*.css"))}


def write(path, value):
    """Write a value as JSON."""
    path.write_text(json.dumps(value, sort_keys=True), "utf-8")


def main():
    shutil.rmtree(SITE, ignore_errors=True)
    lock = parts.core(CACHE, SITE)
    write(SITE / "pyodide-lock.json", lock)  # for the compiler, which loads none of its packages
    found = packages(SITE, lock)
    print("Compiling the packages …", flush=True)
    compile_first(SITE, found)
    write(SITE / "pyodide-lock.json", {"info": lock["info"], "packages": found})
    command = ["node", live.ROOT / "js" / "live.mjs", SITE]
    subprocess.run(command, check=True)
    write(SITE / "figures.json", figures())
    first = [*parts.CORE, *(found[name]["file_name"] for name in FIRST)]
    size = sum((SITE / name).stat().st_size for name in first)
    manifest = {"of": live.made_of(), "digest": total(SITE), "bytes": size}
    write(SITE / live.MANIFEST, manifest)
    whole = sum(path.stat().st_size for path in SITE.iterdir())
    print(f"{SITE}: {whole / 1e6:.1f} MB, of which a first visit fetches {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
