/** The code cells of a page that run: their texts, their order, and the page's one Python. */
import { phrase } from "../../core/phrase.js";
import { forget, lasts, recall, remember } from "../../shell/memory.js";
import { cellOf } from "./cell.js";
import { setShown, shown, taken } from "./figures.js";
import STYLE from "./live.css";
import { startPython } from "./python.js";
import WORDS from "./words.json";

/** @typedef {ReturnType<typeof cellOf>} Cell */

const MEGA = 1e6;

/**
 * @param {{page: string, names: string[], pieces: Element[], unseen: string, base: string,
 *   bytes: number}} given the names of the cells and their code; that of figures without a cell
 *   here, as JSON; where the parts lie, and how many bytes Python is
 */
export function open({ page, names, pieces, unseen, base, bytes }) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
  /** @type {ReturnType<typeof startPython> | undefined} */
  let python;
  /** @type {Cell | undefined} the cell that the reader waits for */
  let asked;
  const key = (/** @type {number} */ at) => `code:${page}:${names[at]}`;
  const cells = pieces.map((code, at) =>
    cellOf(code, base, {
      run: () => run(at),
      stop,
      slide: (...move) => python?.slide(...move) ?? Promise.resolve(),
      changed: (text) => keep(at, text),
    }),
  );

  /** @param {number} at @param {string | null} text the reader's own, or none */
  function keep(at, text) {
    if (text === null) return forget(key(at));
    remember(key(at), text);
    if (!lasts() && !asked) cells[at].say(WORDS.fleeting);
  }

  async function begin() {
    const all = (bytes / MEGA).toFixed(0);
    const told = (/** @type {number} */ loaded) => {
      const done = Math.min(loaded, bytes);
      const words = done < bytes ? WORDS.fetching : WORDS.starting;
      asked?.say(phrase(words, { done: (done / MEGA).toFixed(0), all }), done / bytes);
    };
    told(0);
    const starting = startPython(base, unseen, told);
    python = starting;
    await starting.ready;
    return starting;
  }

  /** Ends this Python: what it knew is gone. @param {string} why */
  function end(why) {
    python?.end(new Error(why));
    python = undefined;
    for (const cell of cells) cell.ran = false;
  }

  function stop() {
    end(WORDS.stopped);
  }

  /** Runs one cell; what went wrong in it, if anything. @param {Cell} cell @param {number} at */
  async function runOne(cell, at) {
    cell.begin();
    /** @type {import("./python.js").Piece | undefined} */
    let wrong;
    /** @type {Promise<void>[]} */
    const made = [];
    const told = { source: cell.text(), name: names[at], shown: JSON.stringify(shown()) };
    const changes = await /** @type {NonNullable<typeof python>} */ (python).run(
      { ...told, taken: JSON.stringify(taken(cell.box)) },
      (piece) => {
        if (piece.error) wrong = piece;
        made.push(cell.add(piece));
      },
    );
    await Promise.all(made);
    setShown(JSON.parse(changes));
    cell.ran = !wrong;
    cell.mark(wrong?.line ?? null);
    return wrong;
  }

  /** The cells above that have not run, and then this one. @param {number} at */
  async function runUpTo(at) {
    for (const [before, cell] of cells.slice(0, at).entries()) {
      if (cell.ran) continue;
      asked?.say(WORDS.above);
      const wrong = await runOne(cell, before);
      if (wrong) return phrase(WORDS.before, { error: wrong.error ?? "" });
    }
    asked?.say(WORDS.running);
    const start = performance.now();
    const wrong = await runOne(cells[at], at);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (!wrong) return phrase(WORDS.ran, { seconds });
    return wrong.line ? phrase(WORDS.wrong, { line: wrong.line }) : WORDS.failed;
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
      if (!python) await begin();
      started = true;
      cell.say(await runUpTo(at));
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
