/**
 * The controls that a place shows, and the fold that holds the rest.
 *
 * A control is what carries a name in `data-control`: that of the trait it moves, or `play` for the
 * buttons of a player. Several elements may share one; what lies inside another belongs to it,
 * unless it stands `apart`: then it goes into the fold alone where only the other is shown.
 */
import { html, say } from "./dom.js";
import { watch } from "./controls.js";
import { counted } from "../core/phrase.js";
import { COMMON } from "./words.js";

/** What the buttons of a player move: not out of sight as long as these are shown. */
const PLAYED = ["k", "path", "step"];

/** The last fold of a model: another view of it, or a new one, has its own as that was left. */
/** @type {WeakMap<object, HTMLDetailsElement>} */
const last = new WeakMap();

/** @template {HTMLElement} Kind @param {Kind} element @param {string} name @returns {Kind} */
export function named(element, name) {
  element.dataset.control = name;
  return element;
}

/**
 * A part of a control that a place may leave out.
 * @param {HTMLElement} element @param {string} name
 */
export function apart(element, name) {
  element.dataset.apart = "";
  return named(element, name);
}

/** @param {Element} el @returns {HTMLElement[]} */
const namesIn = (el) => [...el.querySelectorAll(/** @type {"div"} */ ("[data-control]"))];

/** @param {HTMLElement} one */
const nameOf = (one) => String(one.dataset.control);

/**
 * Puts every control of a figure that is not `shown` into one fold, below the sliders; returns what
 * ends it.
 * @param {{model: import("./contract.d.ts").AnyModel, el: HTMLElement}} context
 * @param {(name: string) => boolean} shown
 */
export function foldRest({ model, el }, shown) {
  const all = namesIn(el).filter(
    ({ dataset, parentElement }) => "apart" in dataset || !parentElement?.closest("[data-control]"),
  );
  const left = all.filter((one) => !shown(nameOf(one)));
  const rest = left.filter((one) => !left.some((other) => other !== one && other.contains(one)));
  if (rest.length === 0) return () => {};
  const label = html("span", {}, COMMON.more);
  const fold = html(
    "details",
    { class: "pt-more", open: last.get(model)?.open ?? false },
    html("summary", {}, label),
  );
  last.set(model, fold);
  const rows = [...el.querySelectorAll(":scope > .pt-sliders")];
  (rows[rows.length - 1] ?? el.lastElementChild)?.after(fold);
  const groups = new Set(rest.map(({ parentElement }) => parentElement));
  fold.append(html("div", { class: "pt-sliders" }, ...rest));
  for (const group of groups) clear(group, el);
  const played = all.some((one) => nameOf(one) === "play" && !rest.includes(one));
  const keys = namesIn(fold)
    .map(nameOf)
    .filter((name) => !(played && PLAYED.includes(name)));
  return count(model, [...new Set(keys)], label);
}

/**
 * Has a fold say how many of the keys it holds are no longer as they were.
 * @param {import("./contract.d.ts").AnyModel} model @param {string[]} keys @param {Element} label
 */
function count(model, keys, label) {
  const before = keys.map((key) => model.get(key));
  return watch(model, keys, () => {
    const moved = keys.filter((key, i) => model.get(key) !== before[i]).length;
    say(label, moved ? counted(COMMON.moreMoved, moved) : COMMON.more);
  });
}

/**
 * Takes away a group that has nothing left in it, and the one around it; a part of the figure
 * stays, for it holds its place in the grid.
 * @param {Element | null} group @param {Element} el
 */
function clear(group, el) {
  const above = group?.parentElement;
  if (!group || !above || above === el || !el.contains(above) || group.childElementCount) return;
  group.remove();
  clear(above, el);
}
