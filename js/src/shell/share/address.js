/** Where a figure is found with its present state, and the frame that shows it in another page. */
import { siteRoot } from "../root.js";
import { views } from "../views.js";
import WORDS from "./words.json";

/** What an address can say. */
const TOLD = ["number", "boolean", "string"];

/** The figure's part of an address: #descent?alpha=0.75&theta0=2. @param {HTMLElement} figure */
export function stateOf(figure) {
  const told = needed(figure);
  const query = new URLSearchParams(told.map(([key, value]) => [key, String(value)]));
  return `#${figure.id}${told.length ? `?${query}` : ""}`;
}

/**
 * Of a figure's state what a page has to be told that shows the figure as the book does. What is
 * chosen from a list may bring values of its own to other keys; these are told then, too.
 * @param {HTMLElement} figure
 */
function needed(figure) {
  const view = [...views()].find(({ el }) => figure.contains(el));
  const { initial = {} } = /** @type {{initial?: Record<string, unknown>}} */ (view?.model ?? {});
  const allowed = JSON.parse(figure.dataset.allowed ?? "{}");
  const idle = new Set(view?.unused());
  const state = Object.entries(JSON.parse(figure.dataset.state ?? "{}")).filter(
    ([key, value]) => TOLD.includes(typeof value) && !idle.has(key),
  );
  const moved = state.filter(([key, value]) => !Object.is(value, initial[key]));
  return moved.some(([key]) => allowed[key]?.of ?? allowed[key]?.brings) ? state : moved;
}

/** The page's address in the book at its own place, if the book was told one. */
const canonical = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href;

/** Whether an address of this page leads others here. */
const isServed = () => /^https?:/.test(document.baseURI);

/** Where the book lies; a copy in a folder, which knows no address, has one to be filled in. */
function book() {
  const up = document.documentElement.dataset.content_root || ".";
  const known = canonical();
  if (known) return new URL(up, known).href;
  return isServed() ? new URL(siteRoot(), document.baseURI).href : WORDS.yourServer;
}

/**
 * The address of the page where others find it; of a copy in a folder, which knows none, the part
 * below the book, for the rest is the reader's own.
 */
export function pageAddress() {
  const known = canonical();
  const { origin, pathname, search } = new URL(document.baseURI);
  if (isServed() || known) return isServed() ? origin + pathname + search : String(known);
  return pathname.slice(siteRoot().length) + search;
}

/** The address of the page with the figure as it is now. @param {HTMLElement} figure */
export function linkTo(figure) {
  const here = isServed() ? document.baseURI : (canonical() ?? document.baseURI);
  return new URL(stateOf(figure), here).href;
}

/** The address of the figure alone, as it is now. @param {HTMLElement} figure */
export function aloneAt(figure) {
  const here = isServed() ? document.baseURI : (canonical() ?? document.baseURI);
  const up = document.documentElement.dataset.content_root || "./";
  return new URL(`${up}figure.html${stateOf(figure)}`, here).href;
}

/** Where the book says that the figure is from; "" if it was not told where it lies. */
export const source = () => canonical() ?? "";

/**
 * The code of a frame with the figure as it is now.
 * @param {HTMLElement} figure @param {{title: string, height: number}} frame
 */
export function embedOf(figure, { title, height }) {
  const address = `${book()}figure.html${stateOf(figure)}`;
  const attributes = {
    src: address,
    title,
    width: "100%",
    height,
    loading: "lazy",
    allow: "clipboard-write",
  };
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<iframe${written.join("")}></iframe>`;
}

/** @param {string | number} text */
const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;");
