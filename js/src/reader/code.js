/** A button on every piece of code, which copies it. */
import { html, say } from "../shell/dom.js";
import { copied } from "../shell/share/clipboard.js";
import WORDS from "./words.json";

const CODE = ".cell_input pre, .highlight-python pre, .highlight-bash pre";
const TOLD_FOR = 2000;

export function copyCode() {
  for (const code of document.querySelectorAll(CODE)) {
    const onclick = () => copy(code, button);
    const attributes = { type: "button", class: "pt-copy", "aria-live": "polite", click: onclick };
    const button = html("button", attributes, WORDS.copy);
    code.after(button);
  }
}

/** @param {Element} code @param {HTMLElement} button */
async function copy(code, button) {
  const done = (await copied((code.textContent ?? "").trimEnd())) || byHand(code);
  if (!done) return;
  say(button, WORDS.copied);
  setTimeout(() => say(button, WORDS.copy), TOLD_FOR);
}

/**
 * What a page that came over plain HTTP may do, where there is no clipboard to ask. Where that is
 * refused too, the code is left selected. @param {Element} code
 */
function byHand(code) {
  getSelection()?.selectAllChildren(code);
  return document.execCommand("copy");
}
