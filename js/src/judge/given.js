/**
 * An answer as the state keeps it, taken apart: "9" is a line of a program as it is numbered, "9:2"
 * that line and the second of those offered for it; "2,0,1" an order, "z_1=0.5;a_1=2" blanks.
 */

/** @typedef {{line: number, mend: number}} Pointed indices; −1 where nothing is chosen */

/** @param {string} answer @returns {Pointed} */
export function pointed(answer) {
  const [, line, mend] = /^(\d{1,3})(?::(\d{0,3}))?$/.exec(answer) ?? [];
  return { line: Number(line ?? 0) - 1, mend: Number(mend ?? 0) - 1 };
}

/** Whether an answer goes on to the line to mend with. */
export const mends = (/** @type {string} */ answer) => answer.includes(":");

/** The indices in an answer such as "2,0,1". @param {string} answer */
export const orderOf = (answer) =>
  answer
    .split(",")
    .filter((part) => /^\s*\d+\s*$/.test(part))
    .map(Number);

/**
 * The texts in an answer such as "z_1=0.5;a_1=2", by blank.
 * @param {string} answer
 * @returns {Record<string, string>}
 */
export function blanksOf(answer) {
  return Object.fromEntries(
    answer.split(";").map((part) => {
      const [name, ...typed] = part.split("=");
      return [name.trim(), typed.join("=")];
    }),
  );
}
