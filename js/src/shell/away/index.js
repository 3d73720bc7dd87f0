/** The way out of what a figure keeps: as a file or as text, loaded again, erased and undone. */
import { button } from "../controls.js";
import { html, say } from "../dom.js";
import { bring, load, save } from "../files.js";
import { forgetUnder, recallAll, restore } from "../memory.js";
import { COMMON } from "../words.js";

/**
 * @param {object} own
 * @param {string[]} own.starts of the names under which it is kept
 * @param {string} own.file
 * @param {string} own.label of the text
 * @param {() => string} own.told what the file holds
 * @param {() => boolean} own.started whether there is something new, so that nothing can be undone
 */
export function wayOut({ starts, file, label, told, started }) {
  const text = html("textarea", { readonly: true, rows: 8, "aria-label": label });
  const shown = html(
    "details",
    {
      class: "pt-table",
      toggle: () => {
        if (shown.open) text.value = told();
      },
    },
    html("summary", {}, COMMON.asText),
    text,
  );
  /** @type {(() => void) | null} */
  let undo = null;
  const wipe = button(COMMON.erase, () => {
    const back = undo;
    undo = null;
    if (back) back();
    else undo = erased(starts);
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
    if (started()) undo = null;
    say(/** @type {Element} */ (wipe.lastElementChild), undo ? COMMON.undo : COMMON.erase);
    if (shown.open) text.value = told();
  }
  const element = html(
    "div",
    { class: "pt-away" },
    html(
      "div",
      { class: "pt-player" },
      button(COMMON.save, () => save(told(), file), "↓"),
      button(COMMON.load, () => bring(take), "↑"),
      wipe,
    ),
    said,
    shown,
  );
  return { element, update };
}

/**
 * Forgets what is kept under these names; returns what takes that back.
 * @param {string[]} starts
 */
function erased(starts) {
  const before = Object.entries(recallAll()).filter(([name]) =>
    starts.some((start) => name.startsWith(start)),
  );
  forgetUnder(...starts);
  return () => restore({ ...recallAll(), ...Object.fromEntries(before) });
}
