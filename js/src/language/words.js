/** A run of letters, cut into words: 2xsinx, W_1, θ₁. */
import { Complaint, digitsFrom, isDigit, isLetter, SUBSCRIPTS, TABLES } from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").Token} Token */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

const { letters, hints } = TABLES;
const MODULES = Object.values(TABLES.modules);
const HINTS = Object.keys(hints).sort((a, b) => b.length - a.length);

/**
 * A run of letters, which may be several words: 2xsinx.
 * @param {string[]} text
 * @param {number} at
 * @param {Vocabulary} vocabulary
 * @param {number} offset
 * @returns {[Token[], number]}
 */
export function words(text, at, vocabulary, offset) {
  const greek = letters[text[at]];
  let to = at + 1;
  while (!greek && isLetter(text[to])) to++;
  const run = text.slice(at, to).join(""),
    start = offset + at;
  if (MODULES.includes(run) && text[to] === "." && isLetter(text[to + 1])) return [[], to + 1];
  const { index, end, bare } = indexAt(text, to);
  const indexed = index && lastWithIndex(run, greek, index, vocabulary);
  if (indexed) {
    const front = run.slice(0, indexed.cut);
    const last = {
      type: "name",
      tree: indexed.name,
      start: start + indexed.cut,
      end: offset + end,
    };
    return [[...(front ? split(front, start, vocabulary) : []), last], end];
  }
  const tokens = greek ? [letter(run, greek, start, vocabulary)] : split(run, start, vocabulary);
  const base = index && !bare && logarithm(tokens[tokens.length - 1], index);
  if (base) return [[...tokens.slice(0, -1), base], end];
  if (index)
    refuseIndex(
      tokens[tokens.length - 1],
      { index, bare, start, end: offset + end, run },
      vocabulary,
    );
  return [tokens, to];
}

/**
 * A Greek letter.
 * @param {string} typed
 * @param {string} name
 * @param {number} start
 * @param {Vocabulary} vocabulary
 */
function letter(typed, name, start, vocabulary) {
  if (!vocabulary.knows(name)) throw vocabulary.unknown(typed, start, start + 1);
  return vocabulary.token(name, start, start + 1);
}

/**
 * The index that follows a name: _1, _h, ₁, or bare digits.
 * @param {string[]} text
 * @param {number} at
 */
function indexAt(text, at) {
  let end = at,
    index = "",
    bare = false;
  if (text[at] === "_") {
    const [from, fits] = [at + 1, isDigit(text[at + 1]) ? isDigit : isLetter];
    for (end = from; fits(text[end]); end++) index += text[end];
    const close = text[at + 1] === "{" ? text.indexOf("}", at) : -1;
    if (close > 0) [index, end] = [text.slice(at + 2, close).join(""), close + 1];
  } else if (SUBSCRIPTS.includes(text[at] ?? " ")) {
    for (; SUBSCRIPTS.includes(text[end] ?? " "); end++)
      index += String(SUBSCRIPTS.indexOf(text[end]));
  } else {
    end = digitsFrom(text, at);
    index = text.slice(at, end).join("");
    bare = true;
  }
  return { index, end, bare };
}

/**
 * The longest variable W_1 whose stem ends the run.
 * @param {string} run
 * @param {string | undefined} greek
 * @param {string} index
 * @param {Vocabulary} vocabulary
 */
function lastWithIndex(run, greek, index, vocabulary) {
  for (let cut = 0; cut < run.length; cut++) {
    const name = `${greek ?? run.slice(cut)}_${index}`;
    if (vocabulary.isVariable(name)) return { name, cut };
  }
  return null;
}

/**
 * The log₂ of log₂ x; null for what is no logarithm.
 * @param {Token} last @param {string} index @returns {Token | null}
 */
function logarithm(last, index) {
  const base = last.word === "log" && /^\d+$/.test(index) ? Number(index) : 0;
  return base > 1 ? { ...last, base } : null;
}

/**
 * @param {Token} last
 * @param {{index: string, bare: boolean, start: number, end: number, run: string}} found
 * @param {Vocabulary} vocabulary
 */
function refuseIndex(last, { index, bare, start, end, run }, vocabulary) {
  if (last.word === "log") throw new Complaint("base", last.start, end, { index });
  if (bare && last.type === "function") return;
  const name = run.slice(last.start - start);
  if (bare) {
    throw new Complaint("digits", last.start, end, {
      found: name + index,
      power: `${name}^${index}`,
      product: index + name,
    });
  }
  throw new Complaint("index", last.start, end, { ...vocabulary.fill, found: `${name}_${index}` });
}

/**
 * Cuts a run of letters into words that are known, the longest first.
 * @param {string} run
 * @param {number} start
 * @param {Vocabulary} vocabulary
 */
function split(run, start, vocabulary) {
  const size = run.length,
    lengths = new Array(size + 1).fill(0);
  for (let from = size - 1; from >= 0; from--) {
    for (
      let length = Math.min(vocabulary.longest, size - from);
      length > 0 && !lengths[from];
      length--
    ) {
      const whole = from + length === size || lengths[from + length] > 0;
      if (whole && vocabulary.knows(run.slice(from, from + length))) lengths[from] = length;
    }
  }
  if (!lengths[0]) throw stranger(run, start, vocabulary);
  const tokens = [];
  for (let from = 0; from < size; from += lengths[from]) {
    tokens.push(
      vocabulary.token(
        run.slice(from, from + lengths[from]),
        start + from,
        start + from + lengths[from],
      ),
    );
  }
  return tokens;
}

/**
 * What to say of a run that cannot be cut.
 * @param {string} run
 * @param {number} start
 * @param {Vocabulary} vocabulary
 */
function stranger(run, start, vocabulary) {
  const reached = new Set([0]);
  let last = 0;
  for (let from = 0; from < run.length; from++) {
    if (!reached.has(from)) continue;
    last = from;
    const hint = HINTS.find((word) => run.toLowerCase().startsWith(word, from));
    if (hint)
      return new Complaint("hint", start + from, start + from + hint.length, { text: hints[hint] });
    for (let to = from + 1; to <= Math.min(run.length, from + vocabulary.longest); to++) {
      if (vocabulary.knows(run.slice(from, to))) reached.add(to);
    }
  }
  return vocabulary.unknown(run.slice(last), start + last, start + run.length);
}
