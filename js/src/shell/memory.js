/**
 * What the book remembers in this browser: one JSON record under one key, and one place to forget
 * it. Where the browser keeps nothing (private mode, a blocked store), it is kept until the page
 * is left.
 */

const KEY = "chain-rule-live";
const VERSION = 1;
const EVENT = "chain-rule-live:memory";

/** @type {Record<string, any>} JSON of many shapes: who keeps a record checks what comes back */
let record = {};
let readable = true;

/** @param {string} name */
export function recall(name) {
  read();
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** @param {string} name @param {unknown} value plain JSON */
export function remember(name, value) {
  read();
  record = { ...record, [name]: value };
  write(name);
}

/** @param {string} name */
export function forget(name) {
  read();
  const { [name]: gone, ...rest } = record;
  record = rest;
  write(name);
}

/** Forgets everything whose name starts so; by default all there is. @param {string} [start] */
export function forgetAll(start = "") {
  read();
  record = Object.fromEntries(Object.entries(record).filter(([name]) => !name.startsWith(start)));
  write("");
}

/** Everything that is remembered, as plain JSON. @returns {Record<string, unknown>} */
export function recallAll() {
  read();
  return { ...record };
}

/**
 * Remembers what `recallAll` returned, in place of what is there.
 * @param {Record<string, unknown>} kept
 */
export function restore(kept) {
  read();
  record = { ...kept };
  write("");
}

/**
 * Calls `listener` with the name of what was remembered or forgotten, here or in another window;
 * with "" when it may be anything. Returns what undoes that.
 * @param {(name: string) => void} listener
 */
export function onMemory(listener) {
  const here = (/** @type {Event} */ event) => listener(/** @type {CustomEvent} */ (event).detail);
  const elsewhere = (/** @type {StorageEvent} */ event) => {
    if (event.key === KEY || event.key === null) listener("");
  };
  addEventListener(EVENT, here);
  addEventListener("storage", elsewhere);
  return () => {
    removeEventListener(EVENT, here);
    removeEventListener("storage", elsewhere);
  };
}

function read() {
  if (!readable) return;
  try {
    const { version, ...rest } = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    record = version === VERSION ? rest : {};
  } catch (error) {
    // Text that is no JSON is overwritten at the next write; a store that refuses is left alone.
    if (error instanceof SyntaxError) record = {};
    else readable = false;
  }
}

/** @param {string} name */
function write(name) {
  try {
    if (Object.keys(record).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...record }));
  } catch {
    readable = false;
  }
  dispatchEvent(new CustomEvent(EVENT, { detail: name }));
}
