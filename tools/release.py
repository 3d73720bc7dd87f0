"""Make the sources say that they are an edition: `python tools/release.py 1.2.3`.

Version and day go wherever they stand: pyproject.toml, CITATION.cff with the addresses that
_config.yml has, CHANGELOG.md, the page about the book, and what a saved picture says. Then commit,
and push the tag v1.2.3: the workflow `release` does the rest.
"""

import argparse
import datetime
import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
UNRELEASED = "## [Unreleased]\n"
ABOUT = re.compile(r"Version [\d.]+\d, \d{4}\.")


def changed(path, pattern, text):
    """Put a text in the one place of a file that a pattern names."""
    before = path.read_text("utf-8")
    after, count = re.subn(pattern, lambda _: text, before, count=1, flags=re.MULTILINE)
    if not count:
        raise SystemExit(f"{path} has no place for {text.strip()!r}")
    path.write_text(after, "utf-8")


def cite(path, version, day, settings):
    """Fill in CITATION.cff: the version, the day, and where the book is, if that is known."""
    own = {"version": version, "date-released": day.isoformat()}
    own["url"] = settings.get("html", {}).get("baseurl")
    own["repository-code"] = settings["sphinx"]["config"].get("ptcode_repository")
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in own]
    at = 1 + max(n for n, line in enumerate(kept) if line.startswith("  - name:"))
    kept[at:at] = [f"{key}: {value}" for key, value in own.items() if value]
    path.write_text("\n".join(kept) + "\n", "utf-8")


def release(root, version, day):
    """Write version and day into every file that says them."""
    changed(root / "pyproject.toml", r'^version = "[^"]*"$', f'version = "{version}"')
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    cite(root / "CITATION.cff", version, day, settings)
    heading = f"{UNRELEASED}\n## [{version}] - {day}\n"
    changed(root / "CHANGELOG.md", re.escape(UNRELEASED), heading)
    changed(root / "chapters" / "about.md", ABOUT.pattern, f"Version {version}, {day.year}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version")
    version = parser.parse_args().version
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit(f"{version!r} is no version; one looks like 1.2.3")
    release(ROOT, version, datetime.datetime.now(tz=datetime.UTC).date())
    subprocess.run([sys.executable, "-m", "tools.generate"], cwd=ROOT, check=True)
    print(f'Look at the changes, then: git commit -am "Edition {version}" && git tag v{version}')


if __name__ == "__main__":
    main()
