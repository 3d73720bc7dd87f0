/** Code, formulas and tables that are wider than the page. */
import { scroller } from "../shell/scroller.js";
import WORDS from "./words.json";

const NAMES = {
  ".cell_output .highlight pre": WORDS.output,
  ".highlight pre": WORDS.code,
  "div.math": WORDS.formula,
  ".pst-scrollable-table-container": WORDS.table,
};

export function nameScrollers() {
  const named = new Set();
  for (const [selector, name] of Object.entries(NAMES)) {
    for (const box of document.querySelectorAll(`.bd-article :is(${selector})`)) {
      if (!named.has(box)) named.add(scroller(box, name));
    }
  }
}
