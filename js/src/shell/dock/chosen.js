/** Which of a figure's sliders matter beside the sentence whose link sets it. */
import { parseLink } from "../links.js";

/** How much more a key matters that the link before set otherwise. */
const NEWS = 0.5;
/** How much less each further slider matters that the figure has behind its fold. */
const FOLDED = 0.15;
/** Before a word of a list, such as the name of a racer, which is that of its slider. */
const WORD = "+";

/**
 * The sliders that are on, those first whose keys the link sets as few others do, then those that
 * matter most to the figure.
 * @param {HTMLInputElement[]} sliders @param {import("../target.js").Target} target
 * @param {HTMLAnchorElement | null} link
 */
export function byMatter(sliders, { id, view }, link) {
  const weights = link ? weightsOf(id, link) : new Map();
  const behind = [...view.el.querySelectorAll(".pt-more input[type=range]")].map((one) =>
    one.getAttribute("name"),
  );
  const matter = (/** @type {HTMLInputElement} */ { name }) => {
    const fold = behind.indexOf(name) + 1,
      weight = Math.max(weights.get(name) ?? 0, weights.get(`${WORD}${name}`) ?? 0);
    if (weight > 0) return weight * Math.max(0, 1 - FOLDED * fold);
    const primary = view.primary.indexOf(name);
    return primary < 0 ? -100 - fold : -1 - primary;
  };
  const on = sliders.filter(({ disabled }) => !disabled);
  return on.sort((one, other) => matter(other) - matter(one));
}

/**
 * Of what a link sets, each key and each word, how seldom the figure's links set it so.
 * @param {string} id @param {HTMLAnchorElement} link @returns {Map<string, number>}
 */
function weightsOf(id, link) {
  const links = [...document.querySelectorAll(/** @type {"a"} */ (`a[href*="#${id}?"]`))];
  const all = links.map(({ hash }) => new Map(settings(hash)));
  const before = all[links.indexOf(link) - 1];
  return new Map(
    settings(link.hash).map(([key, value]) => {
      const others = all.filter((one) => one.get(key) !== value).length;
      const news = before && before.get(key) !== value ? NEWS : 0;
      return [key, (others || 0.5) / all.length + news];
    }),
  );
}

/** What a link sets; where that is a list of words, each of them. @param {string} hash */
function settings(hash) {
  const changes = parseLink(hash)?.changes ?? [];
  const words = changes.flatMap(([, value]) => (value.includes(" ") ? value.split(" ") : []));
  return /** @type {[string, string][]} */ ([
    ...words.map((word) => [WORD + word, ""]),
    ...changes,
  ]);
}
