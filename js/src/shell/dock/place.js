/** Where the dock stands: in the margin if it is wide enough, else as a sheet at an edge. */
import { narrow, reach } from "./wide.js";

const GAP = 16;
/** The least and the greatest width in the margin, and the height of a sheet, in text sizes. */
const NARROWEST = 16.5,
  WIDEST = 27,
  HIGHEST = 25;
/** How much of the screen a sheet takes, and how much of that is enough. */
const SHARE = 0.45,
  ENOUGH = 0.8;
/** So far below the link, in text sizes, its sentence is to be seen. */
const SENTENCE = 9;

/**
 * Beside the text, so that the link and what stands around it stay in sight.
 * @param {HTMLElement} dock @param {Element | null} link
 */
export function placeDock(dock, link) {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const notebook = link?.closest(".jp-NotebookPanel")?.getBoundingClientRect();
  const panel = notebook ?? link?.closest("main")?.getBoundingClientRect();
  const most = width - 2 * GAP - NARROWEST * rem,
    end = textEnd(link, width);
  const beside = end <= most;
  const room = width - 2 * GAP - (beside ? Math.max(end, reach(most)) : 0);
  const tallest = Math.floor(Math.min(SHARE * height, HIGHEST * rem));
  const ceiling = notebook?.top ?? 0,
    floor = (notebook?.bottom ?? height) - tallest;
  const [above, high] = link
    ? side(link, { most: tallest, ceiling, floor, rem })
    : [false, tallest];
  dock.dataset.place = beside ? "margin" : above ? "top" : "bottom";
  const [left, across] = panel && panel.left > 2 * GAP ? [panel.left, panel.width] : [0, width];
  const sizes = {
    width: beside ? Math.min(room, WIDEST * rem) : across,
    left,
    height: high,
    top: ceiling,
    bottom: notebook ? height - notebook.bottom : 0,
  };
  for (const [side, pixels] of Object.entries(sizes))
    dock.style.setProperty(`--pt-dock-${side}`, `${pixels}px`);
  makeRoom(dock, true);
}

/**
 * Whether a sheet is to lie above the link, and how high it may be: the rest of the link's
 * paragraph stays in sight, and the link in any case.
 * @param {Element} link @param {{most: number, ceiling: number, floor: number, rem: number}} room
 * @returns {[above: boolean, high: number]}
 */
function side(link, { most, ceiling, floor, rem }) {
  const { top, bottom } = link.getBoundingClientRect(),
    block = link.closest("p, li, td, th, dd")?.getBoundingClientRect();
  const until = Math.min(block?.bottom ?? bottom, bottom + SENTENCE * rem);
  if (bottom < ceiling || top > floor + most) return [false, most];
  const high = Math.min(most, Math.floor(top - ceiling - 2));
  if (bottom > floor) return [true, Math.max(high, ENOUGH * most)];
  return until > floor && high >= ENOUGH * most ? [true, high] : [false, most];
}

/**
 * Where the lines around a link end, and the link itself, which may stand in a wide table.
 * @param {Element | null} link @param {number} width
 */
function textEnd(link, width) {
  const text = link?.closest("section, .jp-RenderedMarkdown, main");
  const line = text?.querySelector("p") ?? link?.closest("li, p");
  const ends = [link, line].map((one) => one?.getBoundingClientRect().right ?? 0);
  return line ? Math.max(...ends) : width;
}

/**
 * Whoever moves on with the Tab key does not come to lie under a sheet.
 * @param {HTMLElement} dock @param {boolean} open
 */
export function makeRoom(dock, open) {
  const { place } = dock.dataset,
    height = dock.style.getPropertyValue("--pt-dock-height");
  const { style } = document.documentElement;
  style.scrollPaddingBottom = open && place === "bottom" ? height : "";
  style.scrollPaddingTop = open && place === "top" ? height : "";
  narrow(
    open && place === "margin" ? dock.getBoundingClientRect().left - GAP : Number.POSITIVE_INFINITY,
  );
}
