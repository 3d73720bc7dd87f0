/** Links that set a figure: #descent?alpha=0.75&theta0=2, from the prose or from outside. */

/** @typedef {import("./contract.d.ts").Value} Value */

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
 * The changes that a link asks for, each read as the type that its key has; what does not fit is
 * left out.
 * @param {[string, string][]} changes @param {(key: string) => unknown} get
 * @returns {Record<string, Value>}
 */
export function readChanges(changes, get) {
  /** @type {Record<string, Value>} */
  const result = {};
  for (const [key, text] of changes) {
    const value = read(text, get(key));
    if (value !== undefined) result[key] = value;
  }
  return result;
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
    for (const [key, value] of Object.entries(readChanges(changes, model.get)))
      model.set(key, value);
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
 * Brings a figure into view unless it is there.
 * @param {Element} figure @param {"smooth" | "instant"} how
 */
function bring(figure, how) {
  const { top, bottom } = figure.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  figure.scrollIntoView({ block: "start", behavior: calm ? "instant" : how });
}
