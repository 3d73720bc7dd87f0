/** The life of an explorer: what happens between a change of its state and what a reader sees. */
import { watch } from "./controls.js";
import { whenFree } from "./free.js";
import { whenNear } from "./near.js";
import { onResize } from "./size.js";

/** Milliseconds between two sentences while a hand moves. */
const READING = 120;

/**
 * @template State
 * @typedef {object} Parts of an explorer
 * @property {Node[]} elements
 * @property {{measure: () => boolean}[]} pictures each says whether its size has changed
 * @property {(state: State, anew: boolean) => void} draw the pictures, as fast as a hand moves;
 *   anew if one has another size
 * @property {(state: State, drawn: boolean) => void} refresh what may come a moment later
 * @property {(state: State) => void} [tell] the words and numbers to be read, which a moving hand
 *   brings a few times a second: nobody reads sixty sentences a second, and each is laid out
 * @property {(() => void)[]} undo
 */

/**
 * Solves, draws and says at every change of one of the keys; returns what ends it. Nothing is drawn
 * before the figure comes near to the screen.
 * @template {object} Traits @template State @param {import("./live.js").Context<Traits>} context
 * @param {object} figure @param {string[]} figure.keys
 * @param {string[]} [figure.kinds] classes of its own
 * @param {() => State} figure.solve everything that is true of the present state
 * @param {() => boolean} [figure.settle] makes traits fit each other first; true if one changed
 * @param {(state: () => State, again: () => void) => Parts<State>} figure.build `again` solves and
 *   draws anew though no key has changed
 */
export function explorer({ model, el }, { keys, kinds = [], solve, settle, build }) {
  settle?.();
  let state = solve(),
    awake = false;
  const parts = build(
    () => state,
    () => update(),
  );
  const soon = whenFree(el, () => parts.refresh(state, awake));
  const later = whenFree(el, () => parts.tell?.(state), READING);
  const refresh = () => {
    soon();
    later();
  };
  const measure = () => parts.pictures.map((picture) => picture.measure()).includes(true);
  const update = () => {
    if (settle?.()) return; // that change comes here too
    state = solve();
    if (awake) parts.draw(state, measure());
    refresh();
  };
  const resize = () => {
    if (!awake || !measure()) return;
    parts.draw(state, true);
    refresh();
  };
  const wake = () => {
    awake = true;
    resize();
  };
  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", ...kinds);
  refresh();
  return [watch(model, keys, update), onResize(el, resize), whenNear(el, wake), ...parts.undo];
}
