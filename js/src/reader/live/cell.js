/** One code cell that runs: its editor, its buttons, its sentence, its output. */
import { html, say } from "../../shell/dom.js";
import { edit } from "./editor.js";
import { outputOf } from "./output.js";
import WORDS from "./words.json";

/**
 * @param {Element} code @param {string} name @param {string} base
 * @param {{run: () => void, stop: () => void, changed: (text: string | null) => void,
 *   slide: import("./output.js").Slide}} told hears of the reader's text, and of none when it is
 *   the book's again
 */
export function cellOf(code, name, base, told) {
  const box = /** @type {Element} */ (code.closest(".cell"));
  const book = (code.textContent ?? "").trimEnd();
  const offered = code.parentElement?.querySelector(".pt-run");
  const output = outputOf(box, base, told.slide);
  let text = book;
  /** @type {ReturnType<typeof edit> | undefined} */
  let editor;
  const tools = toolbar(told, () => {
    editor?.set(book);
    output.reset();
    cell.ran = false;
    tools.say("");
  });
  const changed = (/** @type {string} */ now) => {
    text = now;
    code.textContent = now; // which the button beside it copies
    cell.ran = false;
    told.changed(now === book ? null : now);
  };
  const cell = {
    box,
    name,
    ran: false,
    text: () => text,
    /** Makes the code an editor, once. */
    edit() {
      if (editor) return;
      offered?.remove();
      const place = html("div", { class: "pt-editor" });
      const { fontFamily, fontSize, lineHeight } = getComputedStyle(code);
      Object.assign(place.style, { fontFamily, fontSize, lineHeight });
      code.after(place);
      code.setAttribute("hidden", "");
      editor = edit(place, text, { run: told.run, changed });
      code.closest(".cell_input")?.append(tools.element);
    },
    /** The reader's own text from an earlier visit. @param {string} kept */
    restore(kept) {
      text = kept;
      cell.edit();
      tools.say(WORDS.kept);
    },
    begin() {
      output.clear();
      editor?.mark(null);
    },
    add: output.add,
    mark: (/** @type {number | null} */ line) => editor?.mark(line),
    say: tools.say,
    busy: tools.busy,
  };
  return cell;
}

/**
 * The buttons below a cell, and what is said beside them.
 * @param {{run: () => void, stop: () => void}} told @param {() => void} again puts the book's back
 */
function toolbar(told, again) {
  const button = (/** @type {string} */ label, /** @type {() => void} */ click) =>
    html("button", { type: "button", click }, label);
  const run = button(WORDS.run, told.run);
  const stop = button(WORDS.stop, told.stop);
  const reset = button(WORDS.reset, again);
  const bar = html("progress", { max: 1, "aria-hidden": "true" });
  const said = html("span", { role: "status" });
  stop.hidden = bar.hidden = true;
  return {
    element: html("div", { class: "pt-tools" }, run, stop, reset, bar, said),
    /** @param {string} words @param {number} [done] how far, from 0 to 1 */
    say(words, done) {
      say(said, words);
      bar.hidden = done === undefined;
      if (done !== undefined) bar.value = done;
    },
    /** @param {boolean} now */
    busy(now) {
      stop.hidden = !now;
      run.disabled = reset.disabled = now;
    },
  };
}
