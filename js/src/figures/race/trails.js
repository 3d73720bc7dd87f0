/** The racers on the map: a trail each, a dot for every step, the marker at its end. */
import { set, svg } from "../../shell/dom.js";
import { bound } from "../../charts/plane.js";
import { marker } from "./looks.js";

/** @typedef {import("../../descent/races.js").Track} Track */
/** @typedef {Record<"line" | "dots" | "head", SVGElement>} Marks */

const APART = 5;

/** @param {import("../../charts/plane.js").Plane} plane @param {string[]} names */
export function trails({ picture, under }, names) {
  const racers = names.map((name) => {
    const marks = {
      line: svg("path", { class: `pt-trail pt-racer-${name}` }),
      dots: svg("path", { class: `pt-steps-of pt-racer-${name}` }),
      head: svg("path", { class: `pt-runner pt-racer-${name}` }),
    };
    under.append(marks.line, marks.dots);
    return { name, marks };
  });
  picture.inside.append(...racers.map(({ marks }) => marks.head));

  /** @param {Record<string, Track | undefined>} tracks @param {number} k */
  return (tracks, k) => {
    for (const { name, marks } of racers) {
      const track = tracks[name];
      for (const mark of Object.values(marks)) show(mark, track !== undefined);
      if (track) draw(picture, name, marks, track, k);
    }
  };
}

/**
 * @param {import("../../charts/chart.js").Scales} scales
 * @param {string} name
 * @param {Marks} marks
 * @param {Track} track
 * @param {number} k
 */
function draw({ x, y }, name, marks, { positions }, k) {
  let line = "",
    dots = "",
    [lastX, lastY] = [Infinity, Infinity],
    here = [0, 0];
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
}

/** @param {SVGElement} mark @param {boolean} shown */
function show(mark, shown) {
  const display = shown ? "" : "none";
  if (mark.style.display !== display) mark.style.display = display;
}
