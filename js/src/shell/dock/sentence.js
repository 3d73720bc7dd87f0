/** What the sentence of a link names, so that the controls of that can be shown beside it. */

/** @typedef {{names: Set<string>, words: string}} Said symbols, and the words in small letters */

const ROW = "tr",
  BLOCK = "p, li, dd, figcaption, .pt-choice";
/** What ends a sentence, with the space after it; a formula is never broken by one. */
const END = /(?<=[.!?])\s+/u;
/** Symbols as they are typed; a plain letter in plain text may be a word, such as "a". */
const SYMBOL = /(?<!\p{L})\p{L}\p{M}*[₀-₉]*(?!\p{L})/gu,
  WORD = /^[a-z]$/i;
/** Symbols in a formula: with index or accent, and plain. */
const IN_FORMULA = "msub, mover, mi:not(msub mi, mover mi)";

/**
 * What is said in the sentence around a link, and in the whole of its paragraph or row.
 * @param {Element} link @returns {{sentence: Said, block: Said}}
 */
export function saidAround(link) {
  const block = link.closest(ROW) ?? link.closest(BLOCK) ?? link;
  /** @type {Said[]} */
  const all = [nothing()];
  let here = all[0];
  const last = () => all[all.length - 1];
  const walk = (/** @type {Node} */ node) => {
    if (node === link) here = last();
    if (node instanceof Text) read(node.data, link.contains(node));
    else if (node instanceof Element && node.matches(".katex")) formula(node);
    else node.childNodes.forEach(walk);
  };
  const read = (/** @type {string} */ text, /** @type {boolean} */ linked) =>
    text.split(END).forEach((part, i) => {
      if (i > 0) all.push(nothing());
      last().words += ` ${part.toLowerCase()}`;
      for (const [found] of part.matchAll(SYMBOL)) if (linked || !WORD.test(found)) add(found);
    });
  const formula = (/** @type {Element} */ katex) =>
    katex.querySelectorAll(IN_FORMULA).forEach(({ textContent }) => add(textContent ?? ""));
  const add = (/** @type {string} */ name) => last().names.add(plain(name));
  walk(block);
  const names = new Set(all.flatMap((one) => [...one.names]));
  return { sentence: here, block: { names, words: all.map(({ words }) => words).join(" ") } };
}

const nothing = () => /** @type {Said} */ ({ names: new Set(), words: "" });

/** A symbol with its index on the line, as a formula has it. @param {string} name */
export const plain = (name) =>
  name.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080)).trim();
