/**
 * "Run" on each code cell, where the site holds the parts (`make live`). Only the buttons are here:
 * the rest comes when one is pressed, or when the reader has left a text of their own in a cell.
 */
import { phrase } from "../../core/phrase.js";
import { html, say } from "../../shell/dom.js";
import { lost, run } from "./words.json";

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const { chapter: page = "", cells = "", bytes = "0", unseen = "{}" } = script.dataset;
const names = cells.split(" ");
const pieces = [...document.querySelectorAll(".cell_input pre")];
/** @type {Promise<ReturnType<typeof import("./cells.js").open>> | undefined} */
let opened;
/** What could not be fetched is asked for under another address: browsers keep the failure. */
let lostBefore = 0;

/** @returns the cells, once they are fetched */
function open() {
  const address = new URL(`cells.mjs${lostBefore ? `?${lostBefore}` : ""}`, script.src).href;
  opened ??= import(address).then((live) =>
    live.open({ page, names, pieces, unseen, base: address, bytes: Number(bytes) }),
  );
  opened.catch(() => {
    opened = undefined;
    lostBefore += 1;
  });
  return opened;
}

// On the edge of the code, which it must not cover: there is no hovering on a phone.
const STYLE = ".pt-run.pt-run{top:-.9rem;opacity:1}@media print{.pt-tools{display:none}}";

/** @param {Element} code @param {number} at */
function offer(code, at) {
  const said = html("p", { role: "status" });
  const click = () => {
    const failed = (/** @type {Error} */ { message }) => say(said, phrase(lost, { why: message }));
    open().then((found) => {
      said.remove();
      found.run(at);
    }, failed);
  };
  code.closest(".cell_input")?.append(said);
  code.after(html("button", { type: "button", class: "pt-copy pt-run", click }, run));
}

/** Whether this browser keeps a text for a cell of the page, without reading all that it keeps. */
function hasText() {
  try {
    return Object.values(localStorage).some((text) => text.includes(`"code:${page}:`));
  } catch {
    return false;
  }
}

// From a file no worker starts.
if (location.protocol !== "file:" && names.length === pieces.length) {
  document.head.append(html("style", {}, STYLE));
  pieces.forEach(offer);
  if (hasText()) open();
}
