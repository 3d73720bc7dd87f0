"""What the tests of Python in the page share: a host that allows it, cells and what they say."""

import re

from sitebuild import POLICY, Below

# All that Python in the page needs besides: WebAssembly.
ALLOWED = f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'"
# Until Python has started on a slow machine.
PATIENCE = 200_000
ENDED = re.compile("^(Run in|Line|The cell went|A cell above|Stopped|Python could|Python ended)")


class Running(Below):
    """Serves as a strict host does that lets WebAssembly run."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", ALLOWED)
        super().end_headers()


def cell(page, name):
    """The cell of this id, which a page tells its script."""
    names = page.locator("script[data-cells]").get_attribute("data-cells").split(" ")
    return page.locator(".cell:has(.cell_input)").nth(names.index(name))


def type_in(page, cell, code):
    """Write this code in place of the cell's."""
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)


def run(cell):
    """Press the cell's button and return what is said at the end."""
    cell.get_by_role("button", name="Run", exact=True).click()
    return said(cell)


def said(cell):
    """What a cell says once it has ended."""
    status = cell.locator(".pt-tools").get_by_role("status").filter(has_text=ENDED)
    status.wait_for(timeout=PATIENCE)
    return status.text_content()


def shown(cell):
    """The text of what a cell shows."""
    return cell.locator(".cell_output").inner_text().strip()
