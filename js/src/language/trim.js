/**
 * What stands around an expression and says nothing: y =, f′(x) =, dy/dx = in front, a full stop, a
 * comma, a semicolon behind, dollar signs on both sides, wide digits.
 */

const NAME = String.raw`[A-Za-z]\s*['’′]?\s*(?:\(\s*[A-Za-z]\s*\))?`;
const RATIO = String.raw`[d∂]\s*[A-Za-z]?\s*\/\s*[d∂]\s*[A-Za-z](?:\s*${NAME})?`;
const FRACTION = String.raw`\\[dt]?frac\s*\{\s*[d∂]\s*[A-Za-z]?\s*\}\s*\{\s*[d∂]\s*[A-Za-z]\s*\}`;
const FRONT = new RegExp(String.raw`^\s*\$*\s*(?:(?:${NAME}|${RATIO}|${FRACTION})?\s*=)?`);
const BEHIND = /(?<![.,\s])\s*[;.,]?\s*\$*\s*$/;
const SAYS_NOTHING = /[=$;.,]/;
const WIDE = { first: 0xff01, last: 0xff5e, from: 0xfee0 };

/**
 * From where to where the expression stands.
 * @param {string[]} text @param {string[]} variables @returns {[number, number]}
 */
export function trimmed(text, variables) {
  const typed = text.join("");
  const front = matched(FRONT, typed),
    left = /^[\s$]*([A-Za-z])\s*=/.exec(front);
  // x = 2 is no name for an expression in x.
  const start = left && variables.includes(left[1]) ? 0 : Array.from(front).length;
  const rest = text.slice(start).join("");
  const behind = matched(BEHIND, rest);
  const end = text.length - Array.from(behind).length;
  return end > start ? [start, end] : [start, text.length];
}

/** Spaces alone stay. @param {RegExp} expression @param {string} text */
function matched(expression, text) {
  const found = expression.exec(text)?.[0] ?? "";
  return SAYS_NOTHING.test(found) ? found : "";
}

/** ２ as 2, ｘ as x. @param {string} character */
export function narrow(character) {
  const code = character.codePointAt(0) ?? 0;
  const wide = WIDE.first <= code && code <= WIDE.last;
  return wide ? String.fromCodePoint(code - WIDE.from) : character;
}
