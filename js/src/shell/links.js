/** Links that set a figure: #descent?alpha=0.75&theta0=2, from the prose or from outside. */

import { html, say } from "./dom.js";
import { COMMON } from "./words.js";
import { format } from "../core/formatting.js";
import { phrase } from "../core/phrase.js";

/** @typedef {import("./contract.d.ts").Value} Value */
/**
 * What a key may be: a number between limits, perhaps a whole one, one `of` a list, perhaps under a
 * `former` name, or `words` of a list. Python writes it into the mount; all is allowed where it
 * says nothing.
 * @typedef {{whole?: true, least?: number, most?: number, of?: Value[],
 *   former?: Record<string, string>, words?: string[]}} Allowed
 */

/**
 * @param {string} hash
 * @returns {{id: string, changes: [string, string][]} | null} null where the hash names no state
 */
export function parseLink(hash) {
  const match = /^#([\w-]+)\?(.*)$/.exec(hash);
  if (!match) return null;
  return { id: match[1], changes: [...new URLSearchParams(match[2])] };
}

/**
 * The changes that a link asks for, each read as the type that its key has and held by what is
 * allowed. What does not fit is left out; what was not taken as it stands is in `refused`.
 * @param {[string, string][]} changes @param {(key: string) => unknown} get
 * @param {Record<string, Allowed>} [allowed]
 * @returns {{values: Record<string, Value>, refused: [string, string][]}}
 */
export function readChanges(changes, get, allowed = {}) {
  /** @type {Record<string, Value>} */
  const values = {};
  /** @type {[string, string][]} */
  const refused = [];
  for (const [key, text] of changes) {
    const { former = {}, ...limits } = allowed[key] ?? {};
    const asked = read(Object.hasOwn(former, text) ? former[text] : text, get(key));
    const value = asked === undefined ? undefined : held(asked, limits);
    if (value !== undefined) values[key] = value;
    if (value === undefined || value !== asked) refused.push([key, text]);
  }
  return { values, refused };
}

/** @param {Value} value @param {Allowed} allowed @returns {Value | undefined} */
function held(value, { whole, least, most, of, words }) {
  if (typeof value === "number" && least !== undefined && most !== undefined)
    return Math.min(Math.max(whole ? Math.round(value) : value, least), most);
  if (of) return of.includes(value) ? value : undefined;
  return words &&
    String(value)
      .split(" ")
      .some((word) => word && !words.includes(word))
    ? undefined
    : value;
}

/** @param {string} text @param {unknown} sample */
function read(text, sample) {
  if (typeof sample === "number") {
    const value = Number(text.replace("−", "-"));
    return text.trim() !== "" && Number.isFinite(value) ? value : undefined;
  }
  if (typeof sample === "boolean") return text === "true" || text === "1";
  return typeof sample === "string" ? text : undefined;
}

/** The mark of an entry in the history that a link on the page made. */
const FOLLOWED = "followed";

/**
 * Obeys the page's own address and every link on it.
 * @param {Map<Element, Pick<import("./contract.d.ts").AnyModel, "get" | "set">>} models
 */
export function follow(models) {
  /** @param {string} hash what it sets: a figure and its changes, or null */
  const find = (hash) => {
    const link = parseLink(hash);
    const figure = link && document.getElementById(link.id);
    const model = figure && models.get(figure);
    return link && figure && model ? { figure, model, changes: link.changes } : null;
  };
  /**
   * @param {ReturnType<typeof find>} found
   * @param {"smooth" | "instant" | "stay"} how the figure comes into view
   */
  const obey = (found, how) => {
    if (!found) return;
    const { figure, model, changes } = found;
    const allowed = JSON.parse(figure.dataset.allowed ?? "{}");
    const { values, refused } = readChanges(changes, model.get, allowed);
    for (const [key, value] of Object.entries(values)) model.set(key, value);
    tell(figure, refused, model.get);
    if (how !== "stay") bring(figure, how);
  };
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const anchor = /** @type {HTMLAnchorElement | null} */ (target.closest?.('a[href^="#"]'));
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const found = find(anchor.hash);
    if (!found) return;
    event.preventDefault();
    // Before anything scrolls: Back then returns to this place in the text.
    history.pushState(FOLLOWED, "", anchor.hash);
    obey(found, "smooth");
  });
  addEventListener("hashchange", () =>
    obey(find(location.hash), history.state === FOLLOWED ? "stay" : "smooth"),
  );
  addEventListener("DOMContentLoaded", () => obey(find(location.hash), "instant"));
}

/**
 * Takes out of the page's address what its figure was asked for and has left.
 * @param {Element} el
 */
export function forgetLink(el) {
  const id = el.closest(".pt-figure")?.id;
  if (id && location.hash.startsWith(`#${id}?`)) history.replaceState(history.state, "", `#${id}`);
}

/**
 * Says below a figure what a link asked for and did not get, until the next link sets it.
 * @param {Element} figure @param {[string, string][]} refused @param {(key: string) => unknown} get
 */
function tell(figure, refused, get) {
  figure.querySelector(".pt-refused")?.remove();
  if (refused.length === 0) return;
  const note = html("p", { class: "pt-refused", "aria-live": "polite" });
  figure.querySelector(".pt-view")?.after(note);
  const said = refused.map(([key, text]) => {
    const now = get(key);
    if (now === undefined || typeof now === "object") return phrase(COMMON.noSuchKey, { key });
    const shown = typeof now === "number" ? format(now) : String(now);
    return phrase(COMMON.notAllowed, { key, asked: text, now: shown });
  });
  say(note, said.join(" "));
}

/**
 * Brings a figure into view unless it is there.
 * @param {Element} figure @param {"smooth" | "instant"} how
 */
function bring(figure, how) {
  const { top, bottom } = figure.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  figure.scrollIntoView({ block: "start", behavior: calm ? "instant" : how });
}
