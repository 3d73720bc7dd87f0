/**
 * What the book remembers in this browser: one JSON record for each copy of the book on an origin,
 * and one place to forget it. Where the browser keeps nothing (private mode, a blocked store), and
 * where a newer edition has kept what this one cannot read, it is kept until the page is left.
 */
import { filed, latest, opened, VERSION, written } from "./record.js";
import { siteRoot } from "./root.js";

/** The key of a copy begins so; up to version 1 all copies of an origin had this one. */
const OLD = "chain-rule-live";
const EVENT = "chain-rule-live:memory";
/** Says that this record began as a copy of another one, until the reader was told. */
const COPIED = "copied";

/** @typedef {import("./record.js").Items} Items */
/**
 * @typedef {object} Held
 * @property {Items} items
 * @property {string | null} text what the store has held since it was read last
 * @property {boolean} open whether the store can be read and written
 * @property {string} news what the reader is to be told: "copied", "newer" or nothing
 */

/** @type {Held} the scripts of a page share one, should the store be closed to them */
const held = shared();

/** @param {string} name @returns {any} JSON of many shapes: who keeps it checks what comes back */
export function recall(name) {
  read();
  return Object.hasOwn(held.items, name) ? held.items[name].value : undefined;
}

/**
 * What is remembered under the names that start so, by the rest of the name.
 * @param {string} start @returns {Record<string, unknown>}
 */
export function recallUnder(start) {
  read();
  return Object.fromEntries(
    Object.entries(held.items)
      .filter(([name]) => name.startsWith(start))
      .map(([name, { value }]) => [name.slice(start.length), value]),
  );
}

/** @param {string} name @param {unknown} value plain JSON */
export const remember = (name, value) => rememberAll({ [name]: value });

/** Remembers several things at once. @param {Record<string, unknown>} values plain JSON, by name */
export function rememberAll(values) {
  read();
  const at = Date.now(),
    names = Object.keys(values);
  held.items = {
    ...held.items,
    ...Object.fromEntries(names.map((name) => [name, { value: values[name], at }])),
  };
  write(names.length === 1 ? names[0] : "");
}

/**
 * Keeps something in another form or under another name, with the time that it had.
 * @param {string} name @param {{as?: string, value?: unknown}} to
 */
export function mend(name, { as = name, value = recall(name) }) {
  const { [name]: item, ...rest } = held.items;
  held.items = { ...rest, [as]: { ...item, value } };
  write(as);
}

/** @param {string} name */
export function forget(name) {
  read();
  const { [name]: gone, ...rest } = held.items;
  held.items = rest;
  write(name);
}

/** Forgets everything whose name starts with one of these. @param {...string} starts */
export function forgetUnder(...starts) {
  read();
  held.items = Object.fromEntries(
    Object.entries(held.items).filter(([name]) => !starts.some((start) => name.startsWith(start))),
  );
  write("");
}

/** Everything that is remembered, to be handed to `restore`. @returns {Items} */
export function recallAll() {
  read();
  return held.items;
}

/** Remembers what `recallAll` returned, in place of what is there. @param {Items} items */
export function restore(items) {
  read();
  held.items = items;
  write("");
}

/**
 * All of it, or what is under some names, as the text of a file; of a newer edition's record every
 * letter.
 * @param {object} [more] @param {string[]} [starts]
 */
export function exported(more = {}, starts = [""]) {
  read();
  if (held.news === "newer" && held.text) return held.text;
  const items = Object.entries(held.items).filter(([name]) =>
    starts.some((start) => name.startsWith(start)),
  );
  return filed(Object.fromEntries(items), new Date().toISOString(), more);
}

/** Whether what is remembered outlives the page, as far as one can know. */
export function lasts() {
  read();
  return held.open;
}

/** What the reader is to be told now; a copy that was taken is told once. */
export function news() {
  read();
  const { news } = held;
  if (news === COPIED) {
    held.news = "";
    write("");
  }
  return news;
}

/**
 * Calls `listener` with the name of what was remembered or forgotten, here or in another window;
 * with "" when it may be anything. Returns what undoes that.
 * @param {(name: string) => void} listener
 */
export function onMemory(listener) {
  const here = (/** @type {Event} */ event) => listener(/** @type {CustomEvent} */ (event).detail);
  const elsewhere = (/** @type {StorageEvent} */ event) => {
    if (event.key === key() || event.key === null) listener("");
  };
  addEventListener(EVENT, here);
  addEventListener("storage", elsewhere);
  return () => {
    removeEventListener(EVENT, here);
    removeEventListener("storage", elsewhere);
  };
}

const key = () => `${OLD}:${siteRoot()}`;

/** @returns {Held} */
function shared() {
  const name = Symbol.for(`${OLD} ${VERSION}`);
  const page = /** @type {Record<symbol, Held>} */ (
    /** @type {unknown} */ (globalThis.document ?? {})
  );
  page[name] ??= { items: {}, text: "", open: true, news: "" };
  return page[name];
}

function read() {
  if (!held.open) return;
  try {
    const text = localStorage.getItem(key());
    if (text === null) adopt();
    else if (text !== held.text) take(text);
  } catch {
    held.open = false; // a store that refuses is left alone
  }
}

/** What no edition wrote is kept as it stands, beside what comes. @param {string} text */
function take(text) {
  const unread = { items: { unread: { value: text, at: 0 } }, newer: false, news: "" };
  const { items, newer, news } = opened(text) ?? unread;
  held.text = text;
  held.open = !newer;
  held.news = newer ? "newer" : news;
  if (!newer) held.items = items;
}

/** A copy of the book that keeps nothing yet takes over what another one kept here last. */
function adopt() {
  held.items = {};
  held.text = "";
  const found = Object.keys(localStorage)
    .filter((name) => name === OLD || name.startsWith(`${OLD}:`))
    .map((name) => opened(localStorage.getItem(name) ?? "")?.items ?? {})
    .filter((items) => Object.keys(items).length > 0)
    .sort((one, other) => latest(other) - latest(one));
  if (found.length === 0) return;
  [held.items] = found;
  held.news = COPIED;
  store();
}

/** @param {string} name */
function write(name) {
  store();
  dispatchEvent(new CustomEvent(EVENT, { detail: name }));
}

/** A record that was emptied stays, or the next page would take over another one again. */
function store() {
  if (!held.open) return;
  held.text = written(held.items, held.news ? { news: held.news } : {});
  try {
    localStorage.setItem(key(), held.text);
  } catch {
    held.open = false;
  }
}
