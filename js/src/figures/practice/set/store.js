/** What a reader did on a set, kept in this browser: for each exercise its answers in order. */
import { recall, remember } from "../../../shell/memory.js";
import { nameOf, setName } from "./list.js";

/** @typedef {import("./list.js").Entry} Entry */
/**
 * @typedef {object} Work on one exercise
 * @property {string[]} answers that could be read, in order; the same twice in a row is one
 * @property {number} solution after how many of them the solution was opened; 0 if it was not
 * @property {string} draft what stands in the field and was not submitted
 */

export const START = "set:";
/** So many answers to one exercise are kept: the first ones, and the last. */
const MOST = 100;

/** @param {Entry[]} entries */
export function storeOf(entries) {
  const start = `${START}${setName(entries)}:`;
  /** @param {Entry} entry @returns {Work} */
  function work(entry) {
    const { answers, solution, draft } = recall(start + nameOf(entry)) ?? {};
    const given = Array.isArray(answers) ? answers.filter((one) => typeof one === "string") : [];
    const opened = Number.isInteger(solution) && solution > 0 ? solution : 0;
    return {
      answers: given,
      solution: Math.min(opened, given.length),
      draft: typeof draft === "string" ? draft : "",
    };
  }
  /** @param {Entry} entry @param {Partial<Work>} changes */
  const keep = (entry, changes) => remember(start + nameOf(entry), { ...work(entry), ...changes });
  return {
    work,
    /** @param {Entry} entry @param {string} answer */
    answered(entry, answer) {
      const { answers } = work(entry);
      const again = answers[answers.length - 1] === answer;
      const before = again ? answers.slice(0, -1) : answers.slice(0, MOST - 1);
      keep(entry, { answers: [...before, answer], draft: "" });
    },
    /** @param {Entry} entry */
    opened(entry) {
      const { answers, solution } = work(entry);
      keep(entry, { solution: solution || answers.length });
    },
    /** @param {Entry} entry @param {string} draft */
    drafted: (entry, draft) => keep(entry, { draft }),
    /** @param {string} name whether something of this name concerns this set */
    concerns: (name) => name === "" || name.startsWith(start),
  };
}
