"""Firefox and WebKit as Debian has them, each behind the same few methods.

Playwright drives builds of its own only, which it downloads. Firefox speaks WebDriver BiDi itself;
WebKitGTK has a driver that speaks WebDriver, and needs a screen.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import websocket

from sitebuild import unavailable

STEP = 60  # seconds that one command may take
LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))
KEYS = {"ArrowRight": "\ue014", "ArrowLeft": "\ue012", "Enter": "\ue007", "Escape": "\ue00c"}
MINIBROWSER = "*-linux-*/webkit2gtk-4.*/MiniBrowser"


def pressed(key):
    """The actions of WebDriver that press a key and let it go."""
    values = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": values}]


class Firefox:
    """One tab of a Firefox without a window."""

    def __init__(self, address):
        self.socket = websocket.create_connection(
            f"{address}/session", timeout=STEP, suppress_origin=True, http_no_proxy=["*"]
        )
        self.asked, self.events = 0, []
        self.call("session.new", capabilities={})
        (tab,) = self.call("browsingContext.getTree")["contexts"]
        self.tab = tab["context"]

    def patient(self, seconds):
        """Let each command from now on take this long."""
        self.socket.settimeout(seconds)

    def call(self, method, **params):
        """Send a command and wait for what it returns; events are kept."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": params}
        self.socket.send(json.dumps(message))
        while (reply := json.loads(self.socket.recv())).get("id") != self.asked:
            self.events.append(reply)
        if reply["type"] == "error":
            raise AssertionError(f"{method}: {reply['message']}")
        return reply["result"]

    def open(self, address):
        self.call("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def resize(self, width, height=900):
        size = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self.tab, viewport=size)

    def run(self, function, *values):
        """The result, as JSON has it, of an async function of the page."""
        found = self.call(
            "script.callFunction",
            functionDeclaration=f"async (text) => JSON.stringify(await ({function})("
            "...JSON.parse(text)) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(values)}],
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert found["type"] == "success", found["exceptionDetails"]["text"]
        return json.loads(found["result"]["value"])

    def press(self, key):
        self.call("input.performActions", context=self.tab, actions=pressed(key))

    def screenshot(self):
        """What is seen, as PNG."""
        found = self.call("browsingContext.captureScreenshot", context=self.tab)
        return base64.b64decode(found["data"])

    def close(self):
        self.call("browser.close")
        self.socket.close()


class WebKit:
    """One window of WebKitGTK's small browser. It is never narrower than its own buttons."""

    def __init__(self, address):
        self.session, self.step = address, STEP
        browser = {"binary": str(minibrowser()), "args": ["--automation"]}
        asked = {"alwaysMatch": {"webkitgtk:browserOptions": browser}}
        made = self.call("POST", "/session", {"capabilities": asked})
        self.session = f"{address}/session/{made['sessionId']}"

    def patient(self, seconds):
        """Let each command from now on take this long."""
        self.step = seconds
        self.call("POST", "/timeouts", {"script": seconds * 1000})

    def call(self, method, path, values=None):
        """Send a command and wait for what it returns."""
        request = urllib.request.Request(
            self.session + path,
            method=method,
            data=None if values is None else json.dumps(values).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with LOCAL.open(request, timeout=self.step) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {json.load(error)['value']['message']}") from None

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    def resize(self, width, height=900):
        self.call("POST", "/window/rect", {"width": width, "height": height})

    def run(self, function, *values):
        """The result, as JSON has it, of an async function of the page."""
        script = (
            f"const done = arguments[1]; ({function})(...JSON.parse(arguments[0])).then("
            "(value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))"
        )
        asked = {"script": script, "args": [json.dumps(values)]}
        found = self.call("POST", "/execute/async", asked)
        assert "error" not in found, found["error"]
        return found["value"]

    def press(self, key):
        self.call("POST", "/actions", {"actions": pressed(key)})

    def screenshot(self):
        """What is seen, as PNG."""
        return base64.b64decode(self.call("GET", "/screenshot"))

    def close(self):
        self.call("DELETE", "")


def minibrowser():
    """The path of WebKitGTK's small browser, or None."""
    return next(Path("/usr/lib").glob(MINIBROWSER), None)


def missing(engine):
    """The Debian package that an engine lacks here, or nothing."""
    if engine is Firefox:
        return "" if shutil.which("firefox-esr") or shutil.which("firefox") else "firefox-esr"
    if not shutil.which("WebKitWebDriver") or minibrowser() is None:
        return "webkit2gtk-driver"
    return "" if shutil.which("Xvfb") else "xvfb"


@contextmanager
def tab_of(engine, folder):
    """The tab of an engine in a fresh profile; without one a skip that says so, in CI an error."""
    if package := missing(engine):
        unavailable(f"{engine.__name__} is not tried (apt install {package})")
    with started(engine, folder) as tab:
        yield tab


@contextmanager
def started(engine, folder):
    """An engine that has been started, with its files in a folder; it ends with the block."""
    with (firefox if engine is Firefox else webkit)(folder) as address:
        browser = engine(address)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def running(*command, **options):
    """A process that ends with the block."""
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(STEP)


@contextmanager
def firefox(folder):
    """The address of a Firefox's WebDriver BiDi, which it writes among its messages."""
    command = [shutil.which("firefox-esr") or "firefox", "--headless", "--no-remote"]
    command += ["--remote-debugging-port", "0", "--profile", str(folder)]
    with running(*command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        said = (line.partition("BiDi listening on ")[2].strip() for line in process.stderr)
        address = next(filter(None, said))
        threading.Thread(target=process.stderr.read, daemon=True).start()  # lest the pipe fill
        yield address


@contextmanager
def webkit(folder):
    """The address of WebKitGTK's WebDriver, with a screen of its own."""
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with running("Xvfb", "-displayfd", str(writing), *screen, pass_fds=[writing]):
        os.close(writing)
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        home = os.environ | {"DISPLAY": display, "HOME": str(folder)}
        with running("WebKitWebDriver", "-p", str(port), env=home):
            listening(port)
            yield f"http://127.0.0.1:{port}"


def listening(port):
    """Wait until somebody listens at a port."""
    end = time.monotonic() + STEP
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("WebKitWebDriver did not start")
