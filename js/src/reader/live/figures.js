/** The page's figures, as Python hears of them: what they show now, and what a cell sets. */
import { views } from "../../shell/views.js";

/** @typedef {import("../../shell/views.js").View} View */
/** @typedef {import("../../shell/contract.d.ts").Value} Value */

const figureOf = (/** @type {View} */ { el }) =>
  /** @type {HTMLElement | null} */ (el.closest(".pt-figure"));

/**
 * What each figure on the page shows, by its id; of those, too, that nobody has scrolled to. With
 * what is typed comes its tree, for Python reads no text.
 */
export function shown() {
  const trees = new Map(
    [...views()].map((view) => [figureOf(view), (view.model.waking ?? view.model).tree]),
  );
  return Object.fromEntries(
    [
      .../** @type {NodeListOf<HTMLElement>} */ (
        document.querySelectorAll(".pt-figure[id][data-state]")
      ),
    ].map((figure) => {
      const state = JSON.parse(figure.dataset.state ?? "{}"),
        tree = trees.get(figure);
      return [figure.id, tree ? { ...state, tree: tree() } : state];
    }),
  );
}

/** The ids that stand on the page outside of an element. @param {Element} except */
export const taken = (except) =>
  [...document.querySelectorAll(".pt-figure")]
    .filter((figure) => !except.contains(figure))
    .map(({ id }) => id);

/** @param {Record<string, Record<string, Value>>} changed by the figures' ids */
export function setShown(changed) {
  for (const view of views()) {
    const state = changed[figureOf(view)?.id ?? ""];
    for (const [name, value] of Object.entries(state ?? {})) view.model.set(name, value);
  }
}

/** Links are not to find a figure that has gone. @param {Element} from which it goes */
export function strike(from) {
  const gone = [...views()].filter(({ el }) => from.contains(el));
  for (const view of gone) views().delete(view);
  return () => gone.forEach((view) => views().add(view));
}

/** Brings the figures in an element to life. @param {Element} within @param {string} base */
export async function mount(within, base) {
  const kinds = [...within.querySelectorAll(".pt-figure")].map(
    (figure) => /** @type {HTMLElement} */ (figure).dataset.figure ?? "",
  );
  for (const kind of kinds) await bring(kind, base);
  host()?.mount(within);
}

/** @typedef {{figures: Record<string, unknown>, mount: (within: Element) => void}} Host */
const host = () => /** @type {{ptBook?: Host}} */ (/** @type {unknown} */ (globalThis)).ptBook;

/**
 * What a kind of figure needs, if the page does not have it.
 * @param {string} kind @param {string} base
 */
async function bring(kind, base) {
  if (host()?.figures[kind]) return;
  const needs = await (await fetch(new URL("figures.json", base))).json();
  for (const name of needs[kind] ?? [])
    if (!loaded(name)) await arrival("script", { src: new URL(`../../assets/${name}`, base).href });
  const style = new URL(`../../assets/figure-${kind}.css`, base).href;
  if (needs.styles.includes(kind)) await arrival("link", { rel: "stylesheet", href: style });
}

const loaded = (/** @type {string} */ name) =>
  [...document.scripts].some(({ src }) => src.includes(`/assets/${name}`));

/** @param {"script" | "link"} name @param {Record<string, string>} attributes */
const arrival = (name, attributes) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = resolve;
    element.onerror = () => reject(new Error(attributes.src ?? attributes.href));
    document.head.append(element);
  });
