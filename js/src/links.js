/** Links that set a figure: #descent?alpha=0.75&theta0=2, from the prose or from outside. */

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
 * @param {[string, string][]} changes
 * @param {(key: string) => any} get
 * @returns {Record<string, any>}
 */
export function readChanges(changes, get) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [key, text] of changes) {
    const value = read(text, get(key));
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** @param {string} text @param {any} sample */
function read(text, sample) {
  if (typeof sample === "number") {
    const value = Number(text.replace("−", "-"));
    return text.trim() !== "" && Number.isFinite(value) ? value : undefined;
  }
  if (typeof sample === "boolean") return text === "true" || text === "1";
  return typeof sample === "string" ? text : undefined;
}

/**
 * Obeys the page's own address and every link on it.
 * @param {Map<Element, {get: (key: string) => any, set: (key: string, value: any) => void}>} models
 */
export function follow(models) {
  /** @param {string} hash @param {boolean} smooth @returns {boolean} */
  const obey = (hash, smooth) => {
    const link = parseLink(hash);
    const figure = link && document.getElementById(link.id);
    const model = figure && models.get(figure);
    if (!link || !figure || !model) return false;
    for (const [key, value] of Object.entries(readChanges(link.changes, model.get))) model.set(key, value);
    bring(figure, smooth);
    return true;
  };
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const anchor = /** @type {HTMLAnchorElement | null} */ (target.closest?.('a[href^="#"]'));
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!obey(anchor.hash, true)) return;
    event.preventDefault();
    history.replaceState(null, "", anchor.hash);
  });
  addEventListener("hashchange", () => obey(location.hash, true));
  addEventListener("DOMContentLoaded", () => obey(location.hash, false));
}

/** Brings a figure into view unless it is there. @param {Element} figure @param {boolean} smooth */
function bring(figure, smooth) {
  const { top, bottom } = figure.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  figure.scrollIntoView({ block: "start", behavior: smooth && !calm ? "smooth" : "instant" });
}
