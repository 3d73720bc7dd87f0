/** Whatever a reader may call wrong: what writes the report is fetched when a fold is opened. */
import { say } from "../shell/dom.js";
import { fetching } from "../shell/later.js";
import { COMMON } from "../shell/words.js";

const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;

export function openReports() {
  globalThis.ptReports = {};
  const later = fetching(here || document.baseURI, globalThis.ptReports);
  const open = async (/** @type {Event} */ { target }) => {
    if (!(target instanceof HTMLDetailsElement && target.matches(".pt-doubt[open]"))) return;
    const panel = /** @type {HTMLElement} */ (target.lastElementChild);
    try {
      const { fill } = /** @type {typeof import("./report/index.js")} */ (
        await later("report", REPORT)
      );
      fill(target, panel);
    } catch {
      say(panel, COMMON.notFetched);
    }
  };
  addEventListener("toggle", open, { capture: true }); // for it does not bubble
}
