/** The figure that a link sets: found, set, told of, brought into view. */
import { format } from "../core/formatting.js";
import { phrase } from "../core/phrase.js";
import { html, say } from "./dom.js";
import { readChanges } from "./links.js";
import { COMMON } from "./words.js";

/**
 * @typedef {object} Target
 * @property {string} id
 * @property {HTMLElement} figure with its caption, if it has one
 * @property {import("./views.js").View} view
 * @property {Record<string, import("./links.js").Allowed>} allowed
 */

/**
 * Sets a figure; the link that asked for it stays where it is, though a caption above it may grow.
 * @param {Target} target @param {[string, string][]} changes @param {Element | null} [link]
 */
export function setTarget({ view: { model, el }, allowed }, changes, link) {
  const top = () => link?.getBoundingClientRect().top ?? 0,
    before = top();
  const get = (/** @type {string} */ key) => model.get(key);
  const { values, refused } = readChanges(changes, get, allowed);
  for (const [key, value] of Object.entries(values)) model.set(key, value);
  model.save_changes();
  tell(el, refused, get);
  scrollBy({ top: top() - before, behavior: "instant" });
}

/**
 * Says below a figure what a link asked for and did not get, until the next link sets it.
 * @param {HTMLElement} el @param {[string, string][]} refused @param {(key: string) => unknown} get
 * @param {{noSuchKey: string, notAllowed: string}} [words] where it is no link that asks
 */
export function tell(el, refused, get, words = COMMON) {
  el.parentElement?.querySelector(".pt-refused")?.remove();
  if (refused.length === 0) return;
  const note = html("p", { class: "pt-refused", "aria-live": "polite" });
  el.after(note);
  const said = refused.map(([key, text]) => {
    const now = get(key);
    if (now === undefined || typeof now === "object") return phrase(words.noSuchKey, { key });
    const shown = typeof now === "number" ? format(now) : String(now);
    return phrase(words.notAllowed, { key, asked: text, now: shown });
  });
  say(note, said.join(" "));
}

/**
 * Brings a figure into view unless it is there.
 * @param {Element} figure @param {"smooth" | "instant"} how
 */
export function bring(figure, how) {
  const { top, bottom } = figure.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) goTo(figure, how);
}

/** @param {Element} figure @param {"smooth" | "instant"} how */
export function goTo(figure, how) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  figure.scrollIntoView({ block: "start", behavior: calm ? "instant" : how });
}
