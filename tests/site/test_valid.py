"""Every page is valid HTML, as the Nu checker of the W3C reads it, without a network."""

import shutil
import subprocess

import pytest

from ptcode.site import moved
from sitebuild import ROOT, page_names, unavailable

CHECKER = ROOT / "js" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SMALL = ["-Xss2m", "-Xmx1g"]  # a formula is deep; CI has little memory


@pytest.mark.slow
def test_every_page_is_valid(site):
    if (java := shutil.which("java")) is None:
        unavailable(
            "no Java: what is not valid HTML goes unseen (apt install default-jre-headless)"
        )
    if not CHECKER.exists():
        unavailable("the Nu checker is not installed; make test does that, or: cd js && npm ci")
    command = [java, *SMALL, "-jar", CHECKER, "--errors-only", "--format", "gnu"]
    done = subprocess.run(
        [*command, *page_names(site), *moved.written_in(site)],
        cwd=site,
        capture_output=True,
        text=True,
        timeout=250,
    )
    assert not done.returncode, done.stderr
    assert not done.stderr
