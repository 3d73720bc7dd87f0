/**
 * A set of exercises as the text of a link: slope-of-square:3,one-step:0, each exercise with the
 * seed of its numbers. ptcode/exercises/sets.py refuses what is told here.
 */

/** @typedef {{slug: string, seed: number}} Entry */
/** @typedef {{most: number, largest: number}} Limits exercises in a set; a seed */
/**
 * @typedef {object} Told what a link had that could not be done; each list is often empty
 * @property {string[]} unknown exercises that this edition does not have: left out
 * @property {string[]} seeds entries whose seed is none: asked with the nearest one
 * @property {string[]} twice entries that stood there before: left out
 * @property {number} given how many entries there were
 */

/** So much of a name is shown. */
const LONGEST = 60;

/**
 * @param {string} text @param {(slug: string) => boolean} known @param {Limits} limits
 * @returns {{entries: Entry[], told: Told}}
 */
export function readSet(text, known, { most, largest }) {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  /** @type {Told} */ const told = { unknown: [], seeds: [], twice: [], given: parts.length };
  /** @type {Map<string, Entry>} */ const found = new Map();
  for (const part of parts.slice(0, most)) {
    const [slug, ...rest] = part.split(":").map((piece) => piece.trim()),
      written = rest.join(":"),
      seed = seedOf(written, largest);
    const entry = { slug, seed },
      name = nameOf(entry);
    if (!known(slug)) told.unknown.push(slug.slice(0, LONGEST));
    else if (found.has(name)) told.twice.push(name);
    else found.set(name, entry);
    if (known(slug) && written && String(seed) !== written.replace(/^0+(?=\d)/, ""))
      told.seeds.push(part.slice(0, LONGEST));
  }
  return { entries: [...found.values()], told };
}

/** The seed that is nearest to what was written; 0 where that is no number. */
function seedOf(/** @type {string} */ written, /** @type {number} */ largest) {
  const number = Math.round(Number(written));
  return Number.isNaN(number) ? 0 : Math.min(largest, Math.max(0, number));
}

/** @param {Entry} entry */
export const nameOf = ({ slug, seed }) => `${slug}:${seed}`;

/** @param {Entry[]} entries */
export const setText = (entries) => entries.map(nameOf).join(",");

/**
 * A short name for a set, by which its answers are kept: the same exercise with the same numbers
 * in another set is another question. A 32-bit FNV-1a of its text.
 * @param {Entry[]} entries
 */
export function setName(entries) {
  let sum = 0x811c9dc5;
  for (const sign of setText(entries)) sum = Math.imul(sum ^ sign.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36);
}
