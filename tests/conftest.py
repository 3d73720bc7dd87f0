"""Fixtures: the built book, a server, a browser, and Node on the bundles that pages load."""

import json
import os
import subprocess

import pytest

import browsers
import sitebuild
from sitebuild import ROOT, build_bundles, built_site, served_below, unavailable

# Numbers that JSON does not have travel as {"number": "NaN"}, both ways.
NODE_MAIN = """
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const revive = (_, value) =>
  value && typeof value === "object" && typeof value.number === "string"
    ? Number(value.number) : value;
const replace = (_, value) =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
const input = JSON.parse(Buffer.concat(chunks).toString("utf8"), revive);
const bundle = (name) => import(new URL(name + ".mjs", process.env.BUNDLES));
const body = async () => { %s };
process.stdout.write(JSON.stringify((await body()) ?? null, replace));
"""


def pytest_configure(config):
    """Rebuild the bundles if js/ has changed, before any test or xdist's workers read them."""
    if not hasattr(config, "workerinput"):
        build_bundles()


def _encode(value):
    if isinstance(value, dict):
        return {key: _encode(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]
    if isinstance(value, float) and value - value != 0:
        name = "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
        return {"number": name}
    return value


def _decode(found):
    return float(found["number"]) if set(found) == {"number"} else found


def _run_node(body, value):
    done = subprocess.run(
        [sitebuild.node(), "--input-type=module", "--eval", NODE_MAIN % body],
        input=json.dumps(_encode(value)),
        env=os.environ | {"BUNDLES": (ROOT / "ptcode" / "static").as_uri() + "/"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, f"Node failed:\n{done.stderr}"
    return json.loads(done.stdout, object_hook=_decode)


@pytest.fixture(scope="session")
def node():
    """Return `node(body, value)`: the result of an async JavaScript function's body.

    The body sees `input` (the value, through JSON; NaN and infinities survive) and
    `await bundle("descent")`, the module ptcode/static/descent.mjs as notebooks load it.
    """
    return lambda body, value=None: _run_node(body, value)


@pytest.fixture(scope="session")
def site():
    """Return the folder of the built book; build it if there is none."""
    return built_site()


@pytest.fixture(scope="module")
def served(site):
    """Yield the address of the book, served below a sub-path as on a project's own pages."""
    with served_below(site, "/some/sub/") as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    """Yield a headless Chromium of the system; playwright downloads none."""
    executable = browsers.chromium()
    if executable is None:
        unavailable(
            "no Chromium on the PATH: the checks of the pages need one (apt install chromium)"
        )
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as session:
        chromium = session.chromium.launch(executable_path=executable, args=browsers.FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page_factory(browser):
    """Return `page_factory(theme="light", width=1280, **context)`: a page in a fresh context."""
    contexts = []

    def make(theme="light", width=1280, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def asked():
    """Return `asked(questions)`: what tools/judge.mjs, the browser's judge, says to each of them.

    A question is `{"function": "sin(x^2)", "answer": "cos(x^2)"}`, or names an exercise's data.
    """
    return lambda questions: [
        json.loads(line)
        for line in _run_judge("".join(f"{json.dumps(question)}\n" for question in questions))
    ]


def _run_judge(lines):
    done = subprocess.run(
        [sitebuild.node(), ROOT / "tools" / "judge.mjs"],
        input=lines.encode("utf-8", "surrogatepass"),
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return done.stdout.decode("utf-8").splitlines()
