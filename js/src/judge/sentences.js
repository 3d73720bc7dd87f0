/**
 * What is said of an answer: the sentences of verdicts.json, shared with Python.
 */
import written from "../../../ptcode/static/verdicts.json" with { type: "json" };
import { phrase as filled } from "../core/phrase.js";

/** @typedef {import("./rules.js").Rules} Rules */
/**
 * @typedef {object} Verdict
 * @property {string} kind
 * @property {string[]} lines
 * @property {string[]} mistakes the names of all the mistakes that lead there
 * @property {boolean} [explained] whether the words are those of Common mistakes, which says more
 * @property {number} [at] a place, with the values there of the answer and of the right one
 * @property {number} [yours]
 * @property {number} [truth]
 * @property {number} [position] of what cannot be read
 * @property {number} [length]
 * @property {Record<string, Verdict>} [fields]
 * @property {{place: number, claims: {claimed: number, ratio: number, agrees: boolean}[]}} [check]
 *   of a program: what a gradient check says of it, at which of the exercise's places
 */

export const SENTENCES = /** @type {Record<string, string>} */ (written);

/** @param {string} sentence @param {import("../core/phrase.js").Fill} [fill] */
export const phrase = (sentence, fill) => filled(SENTENCES[sentence], fill);

/**
 * @param {string} kind
 * @param {string[]} lines
 * @param {Partial<Verdict>} [more]
 * @returns {Verdict}
 */
export function verdict(kind, lines, more = {}) {
  return { kind, lines: lines.filter(Boolean), mistakes: [], ...more };
}

/**
 * @typedef {{mistake: string, heads?: string[], anywhere?: boolean}} Named a mistake, and in what
 *   it was made; anywhere if the exercise knows nothing of it
 */

/**
 * In which a mistake is told: the exercise's own, the first that fit what it was made in, else the
 * first of all.
 * @param {Named} named @param {Rules} rules @returns {import("./rules.js").Told}
 */
function wordsFor({ mistake, heads = [], anywhere = false }, { mistakes }) {
  const own = mistakes[mistake],
    words = (own.words ?? []).filter((each) => !anywhere || !("said" in each));
  const fits = words.find((each) =>
    "of" in each ? each.of?.some((head) => heads.includes(head)) : "said" in each,
  );
  return fits ?? words.find((each) => !("of" in each)) ?? own;
}

/**
 * What a mistake is called in the words of a place.
 * @param {string} mistake @param {Rules} rules @param {string[]} [heads]
 */
export function titleOf(mistake, rules, heads) {
  const words = wordsFor({ mistake, heads, anywhere: true }, rules);
  return "said" in words ? rules.mistakes[mistake].title : words.title;
}

/**
 * What kind of verdict these names make, and those of Common mistakes among them.
 * @param {string[]} names @param {Rules} rules
 * @returns {[string, string[]]}
 */
function kindOf(names, { mistakes }) {
  const twelve = [...new Set(names)].filter((name) => !mistakes[name].slip);
  return [twelve.length ? "mistake" : "slip", twelve];
}

/**
 * The verdict on an answer that one mistake, or one of several, leads to; or slips do.
 * @param {Named[]} several
 * @param {Rules} rules
 * @param {string} [numbers]
 * @param {Partial<Verdict>} [more]
 */
export function ofMistakes(several, rules, numbers = "", more = {}) {
  const names = [...new Set(several.map(({ mistake }) => mistake))];
  const words = names.map((name) =>
    wordsFor(/** @type {Named} */ (several.find(({ mistake }) => mistake === name)), rules),
  );
  const [kind, mistakes] = kindOf(names, rules);
  const own = words.find((each) => "said" in each);
  const explained = mistakes.length > 0 && words[0] === rules.mistakes[names[0]];
  const told = { mistakes, explained, ...more };
  if (own && "said" in own) return verdict(kind, [own.said, numbers], told);
  const stories = /** @type {import("./rules.js").Words[]} */ (words),
    [{ tempts, exposed }] = stories;
  const lines = [
    phrase("mistake", {
      titles: stories
        .map(({ title }) => title)
        .slice(0, 2)
        .join(SENTENCES.or),
    }),
    numbers,
    tempts ? phrase("tempts", { tempts }) : "",
    phrase("exposed", { exposed }),
  ];
  return verdict(kind, lines, told);
}

/**
 * The verdict on an answer that two mistakes lead to at once, or one of them twice.
 * @param {import("./pairs.js").Pair} pair @param {Rules} rules @param {string} numbers
 * @param {Partial<Verdict>} more
 */
export function ofPair([one, other], rules, numbers, more) {
  if (one.mistake === other.mistake) return ofMistakes([one], rules, numbers, more);
  const [first, second] = [one, other].map((each) => {
    const words = wordsFor(each, rules);
    return "said" in words ? rules.mistakes[each.mistake] : words;
  });
  const [kind, mistakes] = kindOf([one.mistake, other.mistake], rules);
  const lines = [
    phrase("pair", { first: first.title, second: second.title }),
    numbers,
    phrase("exposed", { exposed: first.exposed }),
    phrase("pair-next"),
  ];
  return verdict(kind, lines, { mistakes, explained: false, ...more });
}
