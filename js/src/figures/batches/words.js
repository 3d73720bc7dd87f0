/** What the figure of batches says: how far from the minimum the last steps lie, at what price. */
import { format, whole } from "../../core/formatting.js";
import { phrase } from "../../core/phrase.js";
import { spent } from "../../descent/schedules.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */

/** @param {State} state */
export function sentence({ run, k, best, size, told, ended }) {
  if (k === 0) return phrase(WORDS.start, { place: run.places[0], best });
  const said = phrase(WORDS.says, {
    last: Math.min(k, told.last),
    k,
    distance: size,
    best,
    spent: whole(spent(run, k)),
  });
  return ended ? `${said} ${phrase(WORDS.lost, { step: run.places.length })}` : said;
}

/** The cells of one step. @param {State} state @param {number} step */
export const cells = ({ run, best }, step) => [
  run.places[step],
  run.places[step] - best,
  step ? format(run.rates[step - 1]) : "",
  whole(spent(run, step)),
];
