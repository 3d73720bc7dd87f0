/** The page's one Python, in a worker: asked to run cells, it tells what they show. */

/** @typedef {{stream?: string, text?: string, data?: Record<string, string>, error?: string,
 *   line?: number | null, sliders?: number, controls?: import("./sliders.js").Control[]}} Piece of
 *   what a cell shows */
/** @typedef {{source: string, name: string, shown: string, taken: string}} Asked */

/**
 * @param {string} base where the parts lie
 * @param {string} unseen the code of figures that have no cell here, by id, as JSON
 * @param {(loaded: number) => void} progress hears how many bytes have come
 */
export function startPython(base, unseen, progress) {
  const worker = new Worker(new URL("worker.mjs", base), { type: "module" });
  /** @type {Map<number, {piece: (piece: Piece) => void, resolve: (done: string) => void,
   *   reject: (why: Error) => void}>} */
  const waiting = new Map();
  let last = 0;
  const end = (/** @type {Error} */ why) => {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  worker.onerror = (event) => end(new Error(event.message || "worker.mjs"));
  worker.onmessage = ({ data: { loaded, id, piece, done, failed } }) => {
    if (loaded !== undefined) return progress(loaded);
    const asked = waiting.get(id);
    if (piece !== undefined) return asked?.piece(JSON.parse(piece));
    waiting.delete(id);
    if (failed === undefined) asked?.resolve(done);
    else asked?.reject(new Error(failed));
  };
  /** @param {object} message @param {(piece: Piece) => void} [piece] @returns {Promise<string>} */
  const ask = (message, piece = () => {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { piece, resolve, reject });
      worker.postMessage({ id: last, ...message });
    });
  return {
    ready: ask({ unseen }),
    run: (/** @type {Asked} */ cell, /** @type {(piece: Piece) => void} */ piece) =>
      ask({ cell }, piece),
    /** @type {import("./output.js").Slide} */
    slide: (number, values, piece) => ask({ slide: [number, JSON.stringify(values)] }, piece),
    end,
  };
}
