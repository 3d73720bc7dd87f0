/**
 * What the book keeps for its reader, as text: opened whatever edition wrote it, and joined with
 * another copy. An item is a value and the time at which it was kept; what this edition has no use
 * for stays an item.
 */
import ORIGINS from "../../generated/origins.json" with { type: "json" };

export const VERSION = 3;
export const BOOK = "The Chain Rule, Live";

/** @typedef {{value: unknown, at: number}} Item at is Date.now(); 0 where it is not known */
/** @typedef {Record<string, Item>} Items by name, such as answer:slide */
/** @typedef {Record<string, unknown> & {version: number}} Versioned */
/** @typedef {{items: Items, newer: boolean, news: string}} Opened */

/** Of an item with parts, these only grow: an older copy that has more of them is believed. */
const GROWING = ["solved", "solution", "attempts", "tries", "right", "last"];

/**
 * From each version to the next one.
 * @type {Record<number, (record: Versioned) => Versioned>}
 */
const MIGRATIONS = { 1: dated, 2: renamed };

/**
 * What a text holds; null if no edition of this book wrote it. What a newer edition wrote is not
 * guessed at.
 * @param {string} text @returns {Opened | null}
 */
export function opened(text) {
  const record = parsed(text);
  if (!record) return null;
  if (record.version > VERSION) return { items: {}, newer: true, news: "" };
  const { items, news } = migrated(record);
  const found = Object.entries(asObject(items) ?? {}).filter(([, item]) => isItem(item));
  return {
    items: /** @type {Items} */ (Object.fromEntries(found)),
    newer: false,
    news: typeof news === "string" ? news : "",
  };
}

/** @param {Items} items @param {object} [more] */
export const written = (items, more = {}) => JSON.stringify({ version: VERSION, ...more, items });

/**
 * The text of a file to take away.
 * @param {Items} items @param {string} saved when @param {object} [more]
 */
export const filed = (items, saved, more = {}) =>
  JSON.stringify({ book: BOOK, version: VERSION, saved, ...more, items }, null, 1);

/**
 * One migration after the other, until the record is one of today's.
 * @param {Versioned} record
 */
export function migrated(record, migrations = MIGRATIONS, version = VERSION) {
  let now = record;
  while (now.version < version) now = migrations[now.version](now);
  return now;
}

/**
 * All that two copies hold. Where both have an item, the newer one is taken, and of the older one
 * what only grows.
 * @param {Items} mine @param {Items} theirs @returns {Items}
 */
export function merged(mine, theirs) {
  const both = Object.keys(theirs).filter((name) => Object.hasOwn(mine, name));
  return {
    ...mine,
    ...theirs,
    ...Object.fromEntries(both.map((name) => [name, joined(mine[name], theirs[name])])),
  };
}

/** The time of the latest item. @param {Items} items */
export const latest = (items) => Math.max(-1, ...Object.values(items).map(({ at }) => at));

/** @param {Item} mine @param {Item} theirs @returns {Item} */
function joined(mine, theirs) {
  const [newer, older] = theirs.at > mine.at ? [theirs, mine] : [mine, theirs];
  const now = asObject(newer.value),
    then = asObject(older.value);
  if (!now || !then) return newer;
  const grown = GROWING.filter((part) => Number(then[part] ?? 0) > Number(now[part] ?? 0));
  if (grown.length === 0) return newer;
  return {
    ...newer,
    value: { ...now, ...Object.fromEntries(grown.map((part) => [part, then[part]])) },
  };
}

/**
 * Version 1 kept values without a time; all boxes of practice in one, all cards in one; and the
 * answer to a question as the text of its choice alone.
 * @param {Versioned} record @returns {Versioned}
 */
function dated({ version, ...values }) {
  const parts = Object.entries(values).flatMap(([name, value]) => divided(name, value));
  const items = Object.fromEntries(parts.map(([name, value]) => [name, { value, at: 0 }]));
  return { version: version + 1, items };
}

/** @param {string} name @param {unknown} value @returns {[string, unknown][]} */
function divided(name, value) {
  const parts = asObject(value);
  if (name.startsWith("answer:") && typeof value === "string") return [[name, { text: value }]];
  if (name === "sorting" && parts) return under("card:", parts);
  if (name !== "practice" || !parts) return [[name, value]];
  const { boxes, ...rest } = parts;
  return [...under("box:", asObject(boxes) ?? {}), ...under("practice:", rest)];
}

/** @param {string} start @param {Record<string, unknown>} parts @returns {[string, unknown][]} */
const under = (start, parts) => Object.entries(parts).map(([name, value]) => [start + name, value]);

/**
 * Up to version 2 a chapter that was read was called by its number, too, and there were nine. A
 * chapter of today is read if all are that its text came from: the halves of Several paths stood in
 * two, and whoever had read one of these has not read it.
 * @param {Versioned} record @returns {Versioned}
 */
function renamed({ version, items, ...rest }) {
  const before = /** @type {Items} */ (asObject(items) ?? {}),
    marks = new Set(Object.values(ORIGINS).flat().map(read));
  const found = Object.entries(ORIGINS)
    .map(([name, origins]) => ({ name, theirs: origins.map((one) => before[read(one)]) }))
    .filter(({ theirs }) => theirs.every(isItem))
    .map(({ name, theirs }) => [read(name), theirs.reduce((a, b) => (b.at > a.at ? b : a))]);
  const kept = Object.entries(before).filter(([name]) => !marks.has(name));
  return { version: version + 1, ...rest, items: Object.fromEntries([...kept, ...found]) };
}

/** @param {string} chapter */
const read = (chapter) => `read:${chapter}`;

/** @param {string} text @returns {Versioned | null} */
function parsed(text) {
  try {
    const record = asObject(JSON.parse(text)) ?? {};
    if (record.book === BOOK && record.version === undefined) return reported(record);
    const { version } = record;
    const known = typeof version === "number" && Number.isInteger(version) && version >= 1;
    return known ? /** @type {Versioned} */ (record) : null;
  } catch {
    return null;
  }
}

/**
 * The file that practice wrote before there were versions in files: its rows alone.
 * @param {Record<string, unknown>} file @returns {Versioned | null}
 */
function reported({ practice }) {
  if (!Array.isArray(practice)) return null;
  const rows = practice.filter((row) => typeof asObject(row)?.exercise === "string");
  const boxes = Object.fromEntries(
    rows.map(({ exercise, box, tries, right }) => [exercise, { box, tries, right }]),
  );
  return { version: 1, practice: { boxes } };
}

/** @param {unknown} item */
function isItem(item) {
  const { value, at } = asObject(item) ?? {};
  return value !== undefined && typeof at === "number" && at >= 0;
}

/** @param {unknown} value @returns {Record<string, unknown> | null} */
const asObject = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : null;
