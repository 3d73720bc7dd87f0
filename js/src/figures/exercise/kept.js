/** What the reader's browser keeps of an exercise: the answer, its tries, and to which numbers. */
import { recall, remember } from "../../shell/memory.js";
import { variant } from "../../judge/asked.js";

/** @typedef {import("./view.js").State} State */
/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */

const ANSWERS = "answer:";
/** What a right answer may be called by a judge that looks more closely than an earlier one. */
const AGREES = ["correct", "unsimplified", "rounded", "undecided"];

/** @param {import("../../judge/asked.js").Exercise} exercise */
export function keptAnswer(exercise) {
  const name = ANSWERS + exercise.slug;
  const record = () => {
    const found = recall(name);
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  };
  /** @param {Record<string, unknown>} more */
  const keep = (more) => remember(name, { attempts: 0, solved: false, ...record(), ...more });
  const numbers = (/** @type {number} */ seed) => JSON.stringify(variant(exercise, seed));
  /** Whether a verdict on what is kept shows other numbers: then no edition had noted them. */
  let differs = false;
  const self = {
    /** The answer, whatever it was asked with. @returns {State | null} */
    whole() {
      const { seed, answer } = record();
      return typeof answer === "string" && Number.isInteger(seed) && seed >= 0
        ? { seed, answer }
        : null;
    },
    /** It, if it was not asked with other numbers: today's are nothing to judge it by. */
    read() {
      const found = self.whole(),
        { asked } = record();
      const same = typeof asked === "string" ? found && asked === numbers(found.seed) : !differs;
      return same ? found : null;
    },
    /** @param {State} state */
    write: (state) => keep({ ...state, asked: numbers(state.seed) }),
    /** A try. @param {boolean} right */
    count(right) {
      const { attempts, solved } = record();
      keep({ attempts: (Number(attempts) || 0) + 1, solved: solved === true || right });
    },
    /** The solution was opened. */
    open: () => keep({ solution: true }),
    /**
     * Whether what was right at once is not right by today's numbers; from then on it is not read.
     * @param {State} state @param {Verdict} verdict on the state
     */
    lapses(state, { kind }) {
      const { seed, answer, asked, attempts, solved } = record();
      const once = typeof asked !== "string" && solved === true && attempts === 1;
      const same = seed === state.seed && answer === state.answer;
      const lapsed = once && same && !AGREES.includes(kind);
      if (lapsed) differs = true;
      return lapsed;
    },
  };
  return self;
}
