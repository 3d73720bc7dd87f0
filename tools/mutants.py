"""Break the book on purpose, one line of mutants.toml at a time: some test must notice each break.

python tools/mutants.py             run all of them, two at a time
python tools/mutants.py descent     run those whose file, break or tests contain the word
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIST = Path(__file__).with_suffix(".toml")
NOT_COPIED = (".git", ".venv", "_build", "node_modules", ".hypothesis", "*.egg-info", "__pycache__")
BINARIES = Path(sys.executable).parent


@dataclass(frozen=True)
class Mutant:
    """Exchange `old` for `new` in `file`: that breaks what `breaks` says, and `tests` must fail.

    `tests` is what pytest takes as one argument: a file, or a test in it.
    """

    file: str
    old: str
    new: str
    breaks: str
    tests: str

    @property
    def mutated(self):
        """The text of the file with the break; raise if the old text is not there exactly once."""
        text = (ROOT / self.file).read_text(encoding="utf-8")
        if (count := text.count(self.old)) != 1:
            raise ValueError(f"{self.file}: {self.old!r} occurs {count} times, must be once")
        if self.old == self.new:
            raise ValueError(f"{self.file}: {self.old!r} is exchanged for itself")
        return text.replace(self.old, self.new)


def load(path=LIST):
    with path.open("rb") as file:
        return [Mutant(**entry) for entry in tomllib.load(file)["mutants"]]


def copy_tree(folder):
    """Copy the working tree, which is never touched, without what was built or installed."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)
    modules = ROOT / "js" / "node_modules"
    if modules.is_dir():
        (folder / "js" / "node_modules").symlink_to(modules)


def environment(tree):
    """The copy comes before the installed package, also for the kernels of the notebooks."""
    path = f"{BINARIES}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", "PATH": path}


def trial(mutant):
    """Return (verdict, seconds); the verdict is 'caught' or says why it is not."""
    started = time.monotonic()
    try:
        text = mutant.mutated
    except (OSError, ValueError) as error:
        return f"cannot be applied: {error}", 0.0
    with tempfile.TemporaryDirectory(prefix="mutant-") as scratch:
        tree = Path(scratch) / "book"
        copy_tree(tree)
        (tree / mutant.file).write_text(text, encoding="utf-8")
        # Bundled here, so that a break that does not build is said and not taken for caught.
        if mutant.file.startswith("js/"):
            rebuilt = run([BINARIES / "node", "js/build.mjs"], tree)
            if rebuilt.returncode:
                return f"does not build: {rebuilt.stderr.strip()[:200]}", time.monotonic() - started
        verdict = verdict_of([mutant.tests], tree)
    return verdict, time.monotonic() - started


def verdict_of(selections, tree):
    """Run the tests in the tree: 'caught' if one fails, 'SURVIVES' if none does; or what is off."""
    done = run([sys.executable, "-m", "pytest", "-x", "-q", *selections], tree)
    if done.returncode == 1:
        return "caught"
    if done.returncode == 0:
        return "SURVIVES"
    said = (done.stderr or done.stdout).strip()[-300:]
    return f"pytest did not run (exit {done.returncode}): {said}"


def baseline(mutants):
    """Run every selection once on an unbroken copy: a test that fails anyway catches nothing."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as scratch:
        tree = Path(scratch) / "book"
        copy_tree(tree)
        return verdict_of(sorted({mutant.tests for mutant in mutants}), tree)


def run(command, tree):
    return subprocess.run(
        command, cwd=tree, env=environment(tree), capture_output=True, text=True, timeout=600
    )


def main():
    words = sys.argv[1:]
    mutants = [
        mutant
        for mutant in load()
        if all(word in f"{mutant.file} {mutant.breaks} {mutant.tests}" for word in words)
    ]
    if not mutants:
        sys.exit(f"no line of {LIST.name} contains {' and '.join(words)}")
    if (verdict := baseline(mutants)) != "SURVIVES":
        reason = "some fail" if verdict == "caught" else verdict
        sys.exit(f"without any break, all these tests must pass first: {reason}")
    caught = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for mutant, (verdict, seconds) in zip(mutants, pool.map(trial, mutants), strict=True):
            caught += verdict == "caught"
            print(f"{verdict:9}{seconds:5.0f} s  {mutant.file}: {mutant.breaks}", flush=True)
    print(f"{caught} of {len(mutants)} mutants caught")
    sys.exit(0 if caught == len(mutants) else 1)


if __name__ == "__main__":
    main()
