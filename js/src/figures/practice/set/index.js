/** Sets to hand out, in the place of practice: a link opens one, and a chooser makes the link. */
import { change } from "../../../shell/controls.js";
import { wear } from "../../../shell/guest/wear.js";
import { setChooser } from "./chooser.js";
import { readSet, setText } from "./list.js";
import STYLE from "./set.css";
import { openSet } from "./view.js";

/** @typedef {import("../index.js").Model} Model */
/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */

/**
 * @param {Model} model @param {HTMLElement} el @param {Exercise[]} exercises
 * @param {() => void} leave by the reader's own hand
 */
export function setsOf(model, el, exercises, leave) {
  const { topics, edition, limits } = model.get("data");
  const bySlug = new Map(exercises.map((exercise) => [exercise.slug, exercise]));
  /** @type {ReturnType<typeof openSet> | null} */ let open = null;
  const linkOf = (/** @type {string} */ text) => linkTo(el, text);
  const chooser = setChooser(exercises, {
    topics,
    most: limits.most,
    linkOf,
    open(text) {
      change(model, { set: text });
      open?.focus();
    },
  });
  return {
    chooser: chooser.element,
    /** Shows the set that the state names; says whether there is one. @param {Element} place */
    show(place) {
      wear(el, STYLE); // no other page of the book needs it: it comes with this script
      open?.destroy();
      open = null;
      const text = model.get("set");
      if (!text) return false;
      const { entries, told } = readSet(text, (slug) => bySlug.has(slug), limits);
      const find = (/** @type {string} */ slug) => /** @type {Exercise} */ (bySlug.get(slug));
      const where = { edition, link: linkOf(setText(entries)) };
      open = openSet({ entries, told, limits }, find, where, leave);
      place.replaceChildren(open.element);
      if (entries.length) chooser.take(entries);
      return true;
    },
    destroy: () => open?.destroy(),
  };
}

/**
 * What opens a set: an address, or in a notebook, which has none to give away, a call.
 * @param {HTMLElement} el @param {string} text
 */
function linkTo(el, text) {
  if (!("ptBook" in globalThis)) return `pt.Practice(set="${text}")`;
  const id = el.closest(".pt-figure")?.id ?? "practice";
  return new URL(`#${id}?set=${text}`, document.baseURI).href;
}
