/** Making a set: exercises of the bank to tick, numbers drawn for them, and the link to both. */
import { counted } from "../../../core/phrase.js";
import { button } from "../../../shell/controls.js";
import { html, say } from "../../../shell/dom.js";
import { handing } from "./handing.js";
import { setText } from "./list.js";
import { picksOf } from "./picks.js";
import WORDS from "./words.json";

/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./list.js").Entry} Entry */

/** Fresh seeds are below it: a link stays short. */
const SEEDS = 100;

/**
 * @param {Exercise[]} exercises
 * @param {{topics: Record<string, string>, most: number,
 *   linkOf: (text: string) => string, open: (text: string) => void}} options
 */
export function setChooser(exercises, { topics, most, linkOf, open }) {
  /** @type {Entry[]} what is ticked, in the order of ticking */ let picked = [];
  const picks = picksOf(exercises, topics, {
    tick: (slug, on) => put(on ? withMore([slug]) : picked.filter((entry) => entry.slug !== slug)),
    narrowed: () => show(),
  });
  const count = html("p"),
    link = handing(() => open(setText(picked)));
  /** @param {string[]} slugs */
  function withMore(slugs) {
    const more = slugs.filter((slug) => !picked.some((entry) => entry.slug === slug));
    return [...picked, ...more.map(fresh)].slice(0, most);
  }
  function put(/** @type {Entry[]} */ entries) {
    picked = entries;
    show();
  }
  function show() {
    if (!element.open) return;
    picks.update(picked, picked.length >= most);
    say(count, counted(WORDS.chosen, picked.length, { most }));
    link.update(picked.length ? linkOf(setText(picked)) : "");
  }
  const element = html(
    "details",
    { class: "pt-table pt-set-make", toggle: show },
    html("summary", {}, WORDS.make),
    html("p", {}, WORDS.how),
    ...picks.elements,
    html(
      "div",
      { class: "pt-player" },
      button(WORDS.tickShown, () => put(withMore(picks.shown()))),
      button(WORDS.untick, () => put([])),
      button(WORDS.renew, () => put(picked.map(({ slug }) => fresh(slug)))),
    ),
    count,
    ...link.elements,
  );
  return { element, /** Goes on from a set that is open. */ take: put };
}

/** An exercise with numbers that nobody chose. @param {string} slug @returns {Entry} */
const fresh = (slug) => ({ slug, seed: Math.floor(Math.random() * SEEDS) });
