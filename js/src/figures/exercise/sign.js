/** The signs of the verdicts. */

/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */

const MARKS = /** @type {Record<string, string>} */ ({
  correct: "✓",
  found: "✓",
  follows: "≈",
  rounded: "≈",
  unsimplified: "≈",
  partial: "≈",
  undecided: "…",
  misread: "…",
  unfinished: "…",
  unreadable: "…",
  incomplete: "…",
});

/** The sign beside a verdict: it is right, nearly so, or not. @param {Verdict | null} verdict */
export const sign = (verdict) => (verdict ? (MARKS[verdict.kind] ?? "✗") : "");
