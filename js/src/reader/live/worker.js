/** Runs in a worker of the page: Pyodide, and ptcode's cells in it. */

// tsc knows this file as a page's: a worker's scope has the same functions, but for these.
const scope = /** @type {{postMessage: (message: object) => void, onmessage: unknown,
 *   fetch: typeof fetch}} */ (/** @type {unknown} */ (globalThis));
const quiet = { messageCallback() {} };
const plainFetch = scope.fetch;
let loaded = 0;
/** What is being asked for. */
let current = 0;
/** @typedef {(names: string, told?: object) => Promise<unknown>} Load */
/** @type {{loadPackage: Load, loadPackagesFromImports: Load}} Pyodide */
let python;
/** @type {{run: (...cell: string[]) => string, slide: (...move: [number, string]) => string}} */
let cells;

/** Tells how much has come, while it comes. @param {Response} response */
function counted(response) {
  const counter = new TransformStream({
    transform(chunk, onwards) {
      loaded += chunk.byteLength;
      scope.postMessage({ loaded });
      onwards.enqueue(chunk);
    },
  });
  return response.body ? new Response(response.body.pipeThrough(counter), response) : response;
}
scope.fetch = async (...asked) => counted(await plainFetch(...asked));

/** @param {string} [unseen] */
async function start(unseen) {
  const { loadPyodide } = await import(new URL("pyodide.mjs", import.meta.url).href);
  const started = await loadPyodide({
    packages: ["ptcode"],
    env: { HOME: "/home/pyodide", MPLBACKEND: "agg" },
  });
  python = started;
  const { Cells } = started.pyimport("ptcode.widgets.cells");
  const tell = (/** @type {string} */ piece) => scope.postMessage({ id: current, piece });
  cells = Cells(tell, unseen);
}

/** @param {import("./python.js").Asked} cell */
async function run({ source, name, shown, taken }) {
  await python.loadPackagesFromImports(source, quiet);
  // The book's own pictures are drawn with it, which no import of the cell says.
  if (/\bstills\b/.test(source)) await python.loadPackage("matplotlib", quiet);
  return cells.run(source, name, shown, taken);
}

/**
 * What went wrong, in a line. Where memory ends, Emscripten throws objects that are no errors.
 * @param {unknown} error
 */
const lastLine = (error) =>
  (error instanceof Error
    ? String(error)
    : `${Object(error).name ?? error} ${Object(error).errno ?? ""}`
  )
    .trim()
    .split("\n")
    .pop();

// Where its core is not whole, its host forbids it or memory ends, Pyodide may tell the console
// alone, and wait.
const log = globalThis.console;
for (const name of /** @type {const} */ (["warn", "error"])) {
  const plainly = log[name];
  log[name] = (...told) => {
    plainly(...told);
    if (!cells && told[0] instanceof Error)
      scope.postMessage({ id: current, failed: lastLine(told[0]) });
  };
}

// Pyodide asks for several parts at once and waits for one: of another it may hear too late.
globalThis.addEventListener("unhandledrejection", (event) => {
  if (cells) return;
  event.preventDefault();
  scope.postMessage({ id: current, failed: lastLine(event.reason) });
});

/** @param {{id: number, unseen?: string, cell?: import("./python.js").Asked,
 *   slide?: [number, string]}} asked */
async function answer({ id, unseen, cell, slide }) {
  current = id;
  try {
    const done = await (cell ? run(cell) : slide ? cells.slide(...slide) : start(unseen));
    scope.postMessage({ id, done });
  } catch (error) {
    scope.postMessage({ id, failed: lastLine(error) });
  }
}

// One after the other: a cell may wait for a package.
let queue = Promise.resolve();
scope.onmessage = (/** @type {MessageEvent} */ { data }) => {
  queue = queue.then(() => answer(data));
};
