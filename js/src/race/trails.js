/** The racers on the map: a trail each, a dot for every step, the marker and the name at its end. */
import { set, svg } from "../dom.js";
import { bound } from "../surface/plane.js";
import { marker } from "./looks.js";

/** @typedef {import("./run.js").Track} Track */
/** @typedef {Record<"line" | "dots" | "head" | "label", SVGElement>} Marks */

const APART = 5;
const LINE_HEIGHT = 14;
const LETTER = 7.6;
const GAP = 11;
// how far a name may stand from its marker: as near as can be, below rather than above
const ROWS = Array.from({ length: 81 }, (_, i) => (i % 2 ? 2 : -2) * Math.ceil(i / 2));

/** @param {any} plane @param {Record<string, string>} names */
export function trails({ picture, under }, names) {
  const racers = Object.keys(names).map((name) => {
    const marks = {
      line: svg("path", { class: `pt-trail pt-racer-${name}` }),
      dots: svg("path", { class: `pt-steps-of pt-racer-${name}` }),
      head: svg("path", { class: `pt-runner pt-racer-${name}` }),
      label: svg("text", { class: `pt-runner-name pt-racer-${name}` }, names[name]),
    };
    under.append(marks.line, marks.dots);
    return { name, marks };
  });
  picture.inside.append(...racers.map(({ marks }) => marks.head));
  picture.over.append(...racers.map(({ marks }) => marks.label));

  /** @param {Record<string, Track | undefined>} tracks @param {number} k */
  return (tracks, k) => {
    /** @type {Head[]} */
    const heads = [];
    for (const { name, marks } of racers) {
      const track = tracks[name];
      for (const mark of Object.values(marks)) show(mark, track !== undefined);
      if (track) heads.push({ marks, name: names[name], ...draw(picture, name, marks, track, k) });
    }
    place(picture, k > 0 ? heads : []);
    if (k === 0) heads.forEach(({ marks }) => show(marks.label, false));
  };
}

/** @param {any} scales @param {string} name @param {Marks} marks @param {Track} track @param {number} k */
function draw({ x, y }, name, marks, { positions }, k) {
  let line = "", dots = "", [lastX, lastY] = [Infinity, Infinity], here = [0, 0];
  const end = Math.min(k, positions.length - 1);
  for (let i = 0; i <= end; i++) {
    here = [bound(x(positions[i][0])), bound(y(positions[i][1]))];
    line += `${i ? "L" : "M"}${here[0].toFixed(1)} ${here[1].toFixed(1)}`;
    // dots that touch say no more than the line: where steps are short, some are left out
    if (i === 0 || Math.hypot(here[0] - lastX, here[1] - lastY) < APART) continue;
    dots += marker(name, here[0], here[1], 1.9);
    [lastX, lastY] = here;
  }
  set(marks.line, { d: line });
  set(marks.dots, { d: dots });
  set(marks.head, { d: marker(name, here[0], here[1], 6) });
  return { px: here[0], py: here[1] };
}

/**
 * @typedef {object} Head
 * @property {Marks} marks
 * @property {string} name in words
 * @property {number} px
 * @property {number} py
 */

/** Puts the names beside their markers, each where no other name is. @param {any} picture @param {Head[]} heads */
function place({ x, y }, heads) {
  const [left, right] = x.range(), [bottom, top] = y.range();
  /** @type {{from: number, to: number, row: number}[]} */
  const placed = [];
  for (const { marks, name, px, py } of [...heads].sort((a, b) => a.py - b.py)) {
    const inside = px >= left && px <= right && py >= top && py <= bottom;
    show(marks.label, inside);
    if (!inside) continue;
    const width = name.length * LETTER, toLeft = px + GAP + width > right && px - GAP - width > left;
    const from = toLeft ? px - GAP - width : px + GAP;
    const taken = placed.filter((other) => other.from < from + width && other.to > from);
    const free = (/** @type {number} */ row) =>
      row >= top + LINE_HEIGHT && row <= bottom - 4 && taken.every((other) => Math.abs(other.row - row) >= LINE_HEIGHT);
    const row = ROWS.map((step) => py + 4 + step).find(free) ?? py + 4;
    placed.push({ from, to: from + width, row });
    set(marks.label, { x: toLeft ? px - GAP : px + GAP, y: row, "text-anchor": toLeft ? "end" : "start" });
  }
}

/** @param {SVGElement} mark @param {boolean} shown */
function show(mark, shown) {
  const display = shown ? "" : "none";
  if (mark.style.display !== display) mark.style.display = display;
}

