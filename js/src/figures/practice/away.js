/** The way out of practice and back: as a file or as text, loaded again, wiped out and undone. */
import { button } from "../../shell/controls.js";
import { html, say } from "../../shell/dom.js";
import { bring, load, save } from "../../shell/files.js";
import { COMMON } from "../../shell/words.js";
import { erase, kept } from "./store.js";
import WORDS from "./words.json";

const FILE = "chain-rule-practice.json";

/** @param {() => string} told */
export function wayOut(told) {
  const text = html("textarea", { readonly: true, rows: 8, "aria-label": WORDS.report });
  const shown = html(
    "details",
    {
      class: "pt-table",
      toggle: () => {
        if (shown.open) text.value = told();
      },
    },
    html("summary", {}, WORDS.asText),
    text,
  );
  /** @type {(() => void) | null} */
  let undo = null;
  const wipe = button(WORDS.erase, () => {
    const back = undo;
    undo = null;
    if (back) back();
    else undo = erase();
    update();
  });
  // focused, and so read out: the figure's one live region is the verdict's
  const said = html("p", { tabindex: -1 });
  const take = (/** @type {string} */ text) => {
    say(said, COMMON[load(text)]);
    said.focus();
  };
  /** What was erased can be had back until something new is there. */
  function update() {
    if (Object.keys(kept().boxes).length > 0) undo = null;
    say(/** @type {Element} */ (wipe.lastElementChild), undo ? COMMON.undo : WORDS.erase);
    if (shown.open) text.value = told();
  }
  const element = html(
    "div",
    { class: "pt-away" },
    html(
      "div",
      { class: "pt-player" },
      button(COMMON.save, () => save(told(), FILE), "↓"),
      button(COMMON.load, () => bring(take), "↑"),
      wipe,
    ),
    said,
    shown,
  );
  return { element, update };
}
