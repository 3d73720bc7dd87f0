/** What a link that sets a figure asks for: #descent?alpha=0.75&theta0=2. */

/** @typedef {import("./contract.d.ts").Value} Value */
/**
 * What a key may be: a number between limits, perhaps a whole one, one `of` a list, perhaps under a
 * `former` name, or `words` of a list; or one that `brings` what suits it to another key, a text if
 * that suits whatever it is. Python writes it into the mount; all is allowed where it says nothing.
 * @typedef {{whole?: true, least?: number, most?: number, of?: Value[],
 *   former?: Record<string, string>, words?: string[],
 *   brings?: Record<string, Record<string, Value> | string>}} Allowed
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
    if (value !== undefined)
      Object.assign(values, brought(value, limits, changes), { [key]: value });
    if (value === undefined || value !== asked) refused.push([key, text]);
  }
  return { values, refused };
}

/**
 * What a value brings to the keys that a link does not name.
 * @param {Value} value @param {Allowed} allowed @param {[string, string][]} changes
 */
function brought(value, { brings = {} }, changes) {
  const free = Object.entries(brings).filter(([key]) => !changes.some(([named]) => named === key));
  return Object.fromEntries(
    free.map(([key, suited]) => [key, typeof suited === "string" ? suited : suited[String(value)]]),
  );
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

/**
 * Takes out of the page's address what its figure was asked for and has left.
 * @param {Element} el
 */
export function forgetLink(el) {
  const id = el.closest(".pt-figure")?.id;
  if (id && location.hash.startsWith(`#${id}?`)) history.replaceState(history.state, "", `#${id}`);
}
