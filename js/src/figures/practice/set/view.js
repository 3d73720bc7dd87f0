/** A set as its reader sees it: every exercise one under the other, judged as always, and kept. */
import { counted, listed, phrase } from "../../../core/phrase.js";
import { button } from "../../../shell/controls.js";
import { html, say } from "../../../shell/dom.js";
import { save } from "../../../shell/files.js";
import { onMemory } from "../../../shell/memory.js";
import { handedIn, summed } from "./done.js";
import { itemOf } from "./item.js";
import { printing } from "./printing.js";
import { storeOf } from "./store.js";
import { COMMON } from "../../../shell/words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./list.js").Entry} Entry */
/** @typedef {import("./list.js").Limits} Limits */
/** @typedef {import("./list.js").Told} Told */
/** @typedef {{entries: Entry[], told: Told, limits: Limits}} Given */
/** @typedef {{edition: string, link: string}} Where */

const FILE = "chain-rule-set.json";

/**
 * @param {Given} given @param {(slug: string) => Exercise} find
 * @param {Where} where @param {() => void} leave
 */
export function openSet(given, find, where, leave) {
  const { entries } = given,
    store = storeOf(entries);
  const asked = entries.map(({ slug, seed }) => ({ exercise: find(slug), seed }));
  const items = entries.map((entry, i) => itemOf(asked[i].exercise, entry, i + 1, store));
  const rows = () => items.map(({ row }) => row());
  const title = html("h2", { tabindex: -1 }, counted(WORDS.title, entries.length));
  const tally = html("p", { class: "pt-set-came" });
  const update = (/** @type {string} */ name) => {
    if (!store.concerns(name)) return;
    for (const item of items) if (name === "" || name.endsWith(`:${item.name}`)) item.update();
    say(tally, phrase(WORDS.tally, summed(rows())));
  };
  const printer = printing(asked, rows, where);
  const body = [
    html("p", {}, WORDS.about),
    tally,
    player(
      button(WORDS.printSheet, () => printer.print("sheet")),
      button(WORDS.printKey, () => printer.print("key")),
    ),
    ...items.map(({ element }) => element),
    player(
      button(WORDS.saveDone, () => save(handedIn(rows(), where), FILE), "↓"),
      button(WORDS.printDone, () => printer.print("done")),
    ),
    html("p", { class: "pt-set-came" }, COMMON.unverified),
  ];
  const element = html(
    "div",
    { class: "pt-set-open" },
    title,
    notice(given),
    ...(entries.length ? body : []),
    html("div", { class: "pt-player" }, button(WORDS.leave, leave)),
  );
  oneVoice(element, items);
  update("");
  const stop = onMemory(update),
    hide = () => items.forEach(({ leave }) => leave());
  addEventListener("pagehide", hide);
  return {
    element,
    focus: () => title.focus(),
    destroy() {
      hide();
      stop();
      printer.destroy();
      removeEventListener("pagehide", hide);
      items.forEach(({ destroy }) => destroy());
    },
  };
}

/** What leads out of the set, on paper above all. @param {...Node} buttons */
const player = (...buttons) =>
  html("div", { class: "pt-away" }, html("div", { class: "pt-player" }, ...buttons));

/** What the link asks for and does not get; the figure's voice where nothing else has one. */
function notice(/** @type {Given} */ given) {
  const sentences = notes(given).map((note) => html("p", { class: "pt-set-note" }, note));
  return html("div", given.entries.length ? {} : { role: "status" }, ...sentences);
}

/** @param {Given} given */
function notes({ entries, told, limits }) {
  const { unknown, seeds, twice, given } = told,
    { most, largest } = limits;
  return [
    unknown.length && phrase(WORDS.unknown, { names: listed([...new Set(unknown)]) }),
    seeds.length && phrase(WORDS.seeds, { names: listed(seeds), largest }),
    twice.length && phrase(WORDS.twice, { names: listed([...new Set(twice)]) }),
    given > most && phrase(WORDS.many, { given, most }),
    !entries.length && WORDS.none,
  ].filter((note) => typeof note === "string");
}

/**
 * A figure has one live region: that of the exercise in which the reader is.
 * @param {HTMLElement} element @param {import("./item.js").Item[]} items
 */
function oneVoice(element, items) {
  const speak = (/** @type {unknown} */ place) =>
    items.forEach((item) => item.speak(item.element === place));
  element.addEventListener("focusin", ({ target }) => {
    const place = /** @type {Element} */ (target).closest(".pt-set-item");
    if (place) speak(place);
  });
  speak(items[0]?.element);
}
