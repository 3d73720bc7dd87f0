"""Serve a folder on 127.0.0.1: `python tools/serve.py _build/html --port 8000`."""

import argparse
import re
import signal
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# A folder that is named after a digest of what is in it.
UNCHANGING = re.compile(r"/live/[0-9a-f]{12}/")


class Handler(SimpleHTTPRequestHandler):
    """Answers without a log line, and lets no browser show yesterday's page."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".wasm": "application/wasm",
    }

    def kept(self):
        """How long a browser may keep what it is given without asking again."""
        named = UNCHANGING.search(self.path) and Path(self.translate_path(self.path)).is_file()
        return "max-age=31536000, immutable" if named else "no-cache"

    def end_headers(self):
        self.send_header("Cache-Control", self.kept())
        if self.path.endswith(".mjs"):  # a page elsewhere imports a figure
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format, *args):
        pass


def server(folder, port=0, handler=Handler):
    """Return a server of `folder`, bound to 127.0.0.1 and to a free port unless one is named."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(folder)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    options = parser.parse_args()
    if not (options.folder / "index.html").exists():
        sys.exit(f"{options.folder} holds no index.html; build the book first: make book")
    try:
        http = server(options.folder, options.port)
    except OSError as error:
        sys.exit(f"Port {options.port} cannot be used ({error.strerror}); try make serve PORT=0")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"The book is at http://127.0.0.1:{http.server_port}/  (Ctrl-C stops it)", flush=True)
    try:
        http.serve_forever()
    except KeyboardInterrupt:
        print("\nStopped.")
    finally:
        http.server_close()


if __name__ == "__main__":
    main()
