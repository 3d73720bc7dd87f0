/** The code cells of a page that run: their texts, their order, and the page's one Python. */
import { phrase } from "../../core/phrase.js";
import { forget, lasts, recall, remember } from "../../shell/memory.js";
import { cellOf } from "./cell.js";
import { setShown, shown, taken } from "./figures.js";
import STYLE from "./live.css";
import { startPython } from "./python.js";
import WORDS from "./words.json";

/** @typedef {ReturnType<typeof cellOf>} Cell */
/** @typedef {ReturnType<typeof startPython>} Running */
/** @typedef {ReturnType<typeof onePython>} Python */

const MEGA = 1e6;

/**
 * @param {{page: string, names: string[], pieces: Element[], unseen: string, base: string,
 *   bytes: number}} given the names of the cells and their code; that of figures without a cell
 *   here, as JSON; where the parts lie, and how many bytes Python is
 */
export function open({ page, names, pieces, unseen, base, bytes }) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
  const python = onePython(base, unseen, bytes);
  /** @type {Cell | undefined} the cell that the reader waits for */
  let asked;
  const key = (/** @type {number} */ at) => `code:${page}:${names[at]}`;
  const cells = pieces.map((code, at) =>
    cellOf(code, names[at], base, {
      run: () => run(at),
      stop: () => end(WORDS.stopped),
      slide: python.slide,
      changed: (text) => keep(at, text),
    }),
  );

  /** @param {number} at @param {string | null} text the reader's own, or none */
  function keep(at, text) {
    if (text === null) return forget(key(at));
    remember(key(at), text);
    if (!lasts() && !asked) cells[at].say(WORDS.fleeting);
  }

  /** Ends this Python: what it knew is gone. @param {string} why */
  function end(why) {
    python.end(why);
    for (const cell of cells) cell.ran = false;
  }

  /** @param {number} at */
  async function run(at) {
    const cell = cells[at];
    cell.edit();
    if (asked) return;
    if (!("WebAssembly" in globalThis && "Worker" in globalThis)) return cell.say(WORDS.old);
    asked = cell;
    cell.busy(true);
    let started = false;
    try {
      await python.begin(cell.say);
      started = true;
      cell.say(await runUpTo(python, cells.slice(0, at + 1), cell.say));
    } catch (error) {
      const why = /** @type {Error} */ (error).message;
      end(why);
      const words = started ? WORDS.memory : WORDS.lost;
      cell.say(why === WORDS.stopped ? why : phrase(words, { why }));
    } finally {
      asked = undefined;
      cell.busy(false);
    }
  }

  cells.forEach((cell, at) => {
    const text = recall(key(at));
    if (typeof text === "string") cell.restore(text);
  });
  return { run };
}

/**
 * The page's Python, which is fetched when a cell is first run, and again after its end.
 * @param {string} base @param {string} unseen @param {number} bytes
 */
function onePython(base, unseen, bytes) {
  /** @type {ReturnType<typeof startPython> | undefined} */
  let python;
  const all = (bytes / MEGA).toFixed(0);
  return {
    /** Until it can run, it says how far it is. @param {Cell["say"]} say */
    async begin(say) {
      if (python) return;
      const told = (/** @type {number} */ loaded) => {
        const done = Math.min(loaded, bytes);
        const words = done < bytes ? WORDS.fetching : WORDS.starting;
        say(phrase(words, { done: (done / MEGA).toFixed(0), all }), done / bytes);
      };
      told(0);
      python = startPython(base, unseen, told);
      await python.ready;
    },
    /** @type {Running["run"]} */
    run: (...cell) => /** @type {Running} */ (python).run(...cell),
    /** @type {import("./output.js").Slide} */
    slide: (...move) => python?.slide(...move) ?? Promise.resolve(),
    /** @param {string} why */
    end(why) {
      python?.end(new Error(why));
      python = undefined;
    },
  };
}

/**
 * Runs the last of some cells, and before it those that have not run; returns what to say then.
 * @param {Python} python @param {Cell[]} cells @param {Cell["say"]} say
 */
async function runUpTo(python, cells, say) {
  const cell = cells[cells.length - 1];
  for (const above of cells.slice(0, -1)) {
    if (above.ran) continue;
    say(WORDS.above);
    const wrong = await runOne(python, above);
    if (wrong) return phrase(WORDS.before, { error: wrong.error ?? "" });
  }
  say(WORDS.running);
  const start = performance.now();
  const wrong = await runOne(python, cell);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!wrong) return phrase(WORDS.ran, { seconds });
  return wrong.line ? phrase(WORDS.wrong, { line: wrong.line }) : WORDS.failed;
}

/**
 * Runs one cell; what went wrong in it, if anything.
 * @param {Python} python @param {Cell} cell
 */
async function runOne(python, cell) {
  cell.begin();
  /** @type {import("./python.js").Piece | undefined} */
  let wrong;
  /** @type {Promise<void>[]} */
  const made = [];
  const told = { source: cell.text(), name: cell.name, shown: JSON.stringify(shown()) };
  const changes = await python.run({ ...told, taken: JSON.stringify(taken(cell.box)) }, (piece) => {
    if (piece.error) wrong = piece;
    made.push(cell.add(piece));
  });
  await Promise.all(made);
  setShown(JSON.parse(changes));
  cell.ran = !wrong;
  cell.mark(wrong?.line ?? null);
  return wrong;
}
