"""What a page complains of, where a driver does not say it."""

from pathlib import Path

# Runs before every other script of a page: neither driver says what a page complains of.
WATCH = b"""globalThis.problems = [];
addEventListener("error", ({ message, target }) =>
  target.rel === "next" ||  // which Firefox fetches when it has nothing else to do
    problems.push(message || `not there: ${target.src || target.href}`), true);
addEventListener("unhandledrejection", ({ reason }) => problems.push(`rejected: ${reason}`));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  problems.push(`${violatedDirective}: ${blockedURI}`));
for (const kind of ["error", "warn"])
  console[kind] = (...words) => problems.push(`console.${kind}: ${words.join(" ")}`);
"""


class Watching:
    """A handler that serves the book with WATCH before the first script of each page."""

    def do_GET(self):
        if "/assets/early.js" not in self.path:
            super().do_GET()
            return
        text = WATCH + Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type("early.js"))
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
