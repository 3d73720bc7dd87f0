/** What pictures are made of: SVG path data, handles, tangents; and how they are moved. */
import { clamp } from "../core/numbers.js";
import { set, svg } from "../shell/dom.js";

/** SVG coordinates that a renderer can hold. @param {number} pixels */
export function bound(pixels) {
  return Number.isFinite(pixels) ? clamp(pixels, -2e4, 2e4) : 2e4;
}

/**
 * A group that takes the same area whatever is drawn in it, itself unseen: when that area changes,
 * Chromium puts the layers of the whole page together anew.
 * @param {import("../shell/dom.js").Attributes} [attributes] @param {...Node} children
 */
export function area(attributes = {}, ...children) {
  const [from, size] = [-3e4, 6e4];
  const all = svg("rect", { class: "pt-area", x: from, y: from, width: size, height: size });
  return svg("g", attributes, all, ...children);
}

/** A line through places. @param {number[][]} places */
export function polyline(places) {
  return places.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** @param {number} x @param {number} y @param {number} r */
export function cross(x, y, r) {
  return `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`;
}

/** @param {number} x @param {number} y @param {number} r */
export function dot(x, y, r) {
  const half = `a${r} ${r} 0 1 0`;
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}${half} ${2 * r} 0${half} ${-2 * r} 0`;
}

/**
 * A filled head at the end of an arrow; nothing where the arrow is too short.
 * @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2
 */
export function arrowhead(x1, y1, x2, y2) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 9) return "";
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [backX, backY] = [x2 - 9 * ux, y2 - 9 * uy];
  const corner = (/** @type {number} */ side) =>
    `${(backX - side * 3.6 * uy).toFixed(1)} ${(backY + side * 3.6 * ux).toFixed(1)}`;
  return `M${x2} ${y2}L${corner(1)}L${corner(-1)}Z`;
}

/**
 * A ring to be dragged, with room for a finger around it.
 * @param {number} r @param {number} [reach]
 */
export function handle(r, reach = 22, ring = "pt-ring", kind = "pt-start") {
  return svg(
    "g",
    { class: kind },
    svg("circle", { class: "pt-reach", r: reach }),
    svg("circle", { class: ring, r }),
  );
}

/**
 * Moves a circle, or a group of them, by their centres: after a change of a transform Chromium puts
 * the layers of the whole page together anew.
 * @param {Element} mark @param {number} x @param {number} y
 */
export function moveTo(mark, x, y) {
  const centre = { cx: bound(x).toFixed(2), cy: bound(y).toFixed(2) };
  for (const circle of mark.localName === "circle" ? [mark] : mark.children) set(circle, centre);
}

/** @param {ElementCSSInlineStyle} mark @param {boolean} shown */
export function show(mark, shown) {
  const display = shown ? "" : "none";
  if (mark.style.display !== display) mark.style.display = display;
}

/**
 * Makes a line touch a curve: with its slope, and always equally long.
 * @param {SVGElement} line @param {import("./chart.js").Scales} scales
 * @param {{at: number, value: number, slope: number}} place @param {number} reach in pixels
 */
export function touch(line, { x, y }, { at, value, slope }, reach) {
  const half = reach / Math.hypot(x(1) - x(0), y(slope) - y(0));
  set(line, {
    x1: bound(x(at - half)),
    y1: bound(y(value - slope * half)),
    x2: bound(x(at + half)),
    y2: bound(y(value + slope * half)),
  });
}

/**
 * Gives a group as many children as wanted, keeping those it has.
 * @param {Element} group @param {number} count @param {() => Element} make
 */
export function fill(group, count, make) {
  while (group.childElementCount > count) /** @type {Element} */ (group.lastElementChild).remove();
  while (group.childElementCount < count) group.append(make());
}
