"""Show a slow command as one line with its seconds: `python tools/step.py NAME TITLE COMMAND`.

All that the shell's COMMAND prints goes to _build/log/NAME.log. If it fails, the warnings, errors
and last lines of that log follow, with CI=true the whole log; the exit code is passed on.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

LOGS = Path("_build/log")
TROUBLE = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|^(npm )?error\b")
LAST = 25
# What pip, uv and npm say of an index that does not answer.
UNREACHED = re.compile(
    r"Failed to establish a new connection|ConnectTimeoutError|ReadTimeoutError|ProxyError"
    r"|client error \(Connect\)|dns error|tcp connect error"
    r"|\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)\b"
)
NO_INDEX = """
The package index did not answer: see the address above. Is there a network, and does it need a
proxy (HTTPS_PROXY)? Another index is named by PIP_INDEX_URL and UV_INDEX_URL, for npm by
npm_config_registry. What is installed already is kept: run the same command again."""
# A terminal's line counts the seconds; elsewhere, a new line says at times that it still works.
SHOWN_EVERY, SAID_EVERY = 1, 10


def excerpt(lines):
    """Of a failed command's lines: those before the last ones that name trouble, and the last."""
    return [line for line in lines[:-LAST] if TROUBLE.search(line)] + lines[-LAST:]


def wait(process, title, live):
    """Show the seconds until `process` ends; return its exit code as a shell would."""
    start, rest = time.monotonic(), SHOWN_EVERY if live else SAID_EVERY
    before, after = ("\r", "") if live else ("", "\n")
    if live:
        print(f"{title} …", end="", flush=True)
    while True:
        try:
            code = process.wait(timeout=rest)
            break
        except subprocess.TimeoutExpired:
            seconds = time.monotonic() - start
            print(f"{before}{title} … {seconds:.0f} s", end=after, flush=True)
    end = "" if code == 0 else ", failed" if code > 0 else ", stopped"
    print(f"{before}{title} … {time.monotonic() - start:.0f} s{end}", flush=True)
    return code if code >= 0 else 128 - code


def run(log, title, command, live):
    """Run `command` with its output in the file `log`; return its exit code."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        # Ctrl-C and kill stop the command and all that it started.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, _: os.killpg(process.pid, number))
        return wait(process, title, live)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("name", "title", "command"):
        parser.add_argument(name)
    asked = parser.parse_args()
    log = LOGS / f"{asked.name}.log"
    live = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    code = run(log, asked.title, asked.command, live)
    if code:
        lines = log.read_text("utf-8", errors="replace").splitlines()
        shown = lines if os.environ.get("CI") == "true" else excerpt(lines)
        cause = [NO_INDEX] if any(map(UNREACHED.search, lines)) else []
        print(*shown, *cause, f"The whole log: {log}", sep="\n", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
