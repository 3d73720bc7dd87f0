/**
 * A figure's pictures as one SVG that stands alone: as they lie on the page, in the colours of its
 * theme, above the figure's sentence and where it is from. Text stays text; where the book's
 * typeface is not at hand, its reader's own serif stands for it.
 */
import { svg } from "../dom.js";
import { PICTURES } from "../share.js";
import { key } from "./key.js";
import { ownStyle } from "./style.js";
import { strip } from "./strip.js";

/** @typedef {import("./notes.js").Notes} Notes */
/** @typedef {{element: Element, box: DOMRect}} Part */

/** The keys that stand as text beside a picture. */
const KEYS = ".pt-runners, .pt-legend, .pt-graph-legend";
const MARGIN = 14;
const GAP = 10;
/** So that a sentence under a narrow picture is no column of words. */
const NARROWEST = 380;

/** @param {HTMLElement} el @param {Notes} notes */
export function drawing(el, notes) {
  const rows = inRows(partsOf(el));
  const left = Math.min(...rows.flat().map(({ box }) => box.left));
  const right = Math.max(...rows.flat().map(({ box }) => box.right));
  const width = Math.max(NARROWEST, Math.ceil(right - left + 2 * MARGIN));
  const indent = (width - (right - left)) / 2;
  let y = MARGIN;
  const drawn = rows.flatMap((row) => {
    const top = Math.min(...row.map(({ box }) => box.top));
    const nodes = row.map((part) =>
      place(part, part.box.left - left + indent, part.box.top - top + y),
    );
    y += Math.max(...row.map(({ box }) => box.bottom)) - top + GAP;
    return nodes;
  });
  const words = strip(el, notes, { x: MARGIN, y, width: width - 2 * MARGIN });
  return written(el, notes, { width, height: Math.ceil(words.bottom + MARGIN) }, [
    ...drawn,
    ...words.nodes,
  ]);
}

/** @param {HTMLElement} el @returns {Part[]} */
function partsOf(el) {
  return [...el.querySelectorAll(`${PICTURES}, ${KEYS}`)]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
}

/**
 * Parts beside each other, or one over another, are one row; between rows stood controls. What lay
 * under another part stays under it.
 * @param {Part[]} parts
 */
function inRows(parts) {
  /** @type {Part[][]} */
  const rows = [];
  let bottom = -Infinity;
  for (const part of [...parts].sort((a, b) => a.box.top - b.box.top)) {
    const below = part.box.top > bottom - 4;
    if (below) rows.push([]);
    rows[rows.length - 1].push(part);
    bottom = below ? part.box.bottom : Math.max(bottom, part.box.bottom);
  }
  for (const row of rows) row.sort((a, b) => parts.indexOf(a) - parts.indexOf(b));
  return rows;
}

/** @param {Part} part @param {number} x @param {number} y @returns {Element} */
function place({ element, box }, x, y) {
  if (element instanceof HTMLCanvasElement) {
    const size = { width: box.width, height: box.height, preserveAspectRatio: "none" };
    return svg("image", { x, y, ...size, href: element.toDataURL() });
  }
  if (element instanceof SVGSVGElement) {
    const copy = ownStyle(element);
    for (const [name, value] of Object.entries({ x, y, width: box.width, height: box.height }))
      copy.setAttribute(name, String(value));
    return copy;
  }
  return key(element, x - box.left, y - box.top);
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/**
 * @param {HTMLElement} el @param {Notes} notes @param {{width: number, height: number}} size
 * @param {Element[]} nodes
 */
function written(el, notes, { width, height }, nodes) {
  const paper = getComputedStyle(el).backgroundColor;
  const whole = svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    svg("title", {}, notes.title),
    svg("desc", {}, notes.said),
    metadata(notes),
    svg("rect", { width, height, fill: paper }),
    ...nodes,
  );
  return new XMLSerializer().serializeToString(whole);
}

/** @param {Notes} notes */
function metadata({ title, said, authors, source, licence }) {
  const about = document.createElementNS(RDF, "rdf:Description");
  about.setAttributeNS(RDF, "rdf:about", "");
  const told = { title, description: said, creator: authors, source, rights: licence };
  for (const [name, text] of Object.entries(told).filter(([, text]) => text)) {
    const entry = document.createElementNS(DUBLIN_CORE, `dc:${name}`);
    entry.textContent = text;
    about.append(entry);
  }
  const all = document.createElementNS(RDF, "rdf:RDF");
  all.append(about);
  return svg("metadata", {}, all);
}
