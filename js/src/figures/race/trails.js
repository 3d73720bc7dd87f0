/** The racers on the map: a trail each, a dot for every step, the marker at its end. */
import { set, svg } from "../../shell/dom.js";
import { bound, polyline, show } from "../../charts/marks.js";
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
 * @param {import("../../charts/chart.js").Scales} scales @param {string} name @param {Marks} marks
 * @param {Track} track @param {number} k
 */
function draw({ x, y }, name, marks, { positions }, k) {
  const places = positions.slice(0, k + 1).map(([a, b]) => [bound(x(a)), bound(y(b))]);
  let dots = "",
    last = [Infinity, Infinity];
  for (const [px, py] of places.slice(1)) {
    // dots that touch say no more than the line: where steps are short, some are left out
    if (Math.hypot(px - last[0], py - last[1]) < APART) continue;
    dots += marker(name, px, py, 1.9);
    last = [px, py];
  }
  const [endX, endY] = places[places.length - 1];
  set(marks.line, { d: polyline(places) });
  set(marks.dots, { d: dots });
  set(marks.head, { d: marker(name, endX, endY, 6) });
}
