/** Numbers as people type them: 1.5, 1,5 and −1.5. */

const TYPED = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/**
 * The number that a text stands for, a decimal comma allowed; NaN where it is none.
 * @param {string} text
 */
export function typedNumber(text) {
  const plain = text.trim().replace("−", "-");
  return TYPED.test(plain) ? Number(plain.replace(",", ".")) : NaN;
}
