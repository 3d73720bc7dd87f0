/** A picture with its style in itself: what style sheets say of it becomes attributes. */

/** What an element has from those around it, unless it says otherwise. */
const INHERITED = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "visibility",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-variant-numeric",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
];
/** What it has for itself, with what it is where nothing is said. @type {[string, string][]} */
const OWN = [
  ["display", "inline"],
  ["opacity", "1"],
  ["clip-path", "none"],
  ["marker-end", "none"],
  ["vector-effect", "none"],
  ["text-decoration-line", "none"],
  ["text-decoration-style", "solid"],
];
const PAINTS = ["fill", "stroke"];
const TOLD = new Set([...INHERITED, ...OWN.map(([name]) => name), ...PAINTS]);
const OF_THE_PAGE = /^(?:class|style|tabindex|role|(?:fill|stroke)-opacity|(?:aria|data)-.*)$/;

/** A copy that looks the same anywhere. @param {SVGSVGElement} picture */
export function ownStyle(picture) {
  const copy = /** @type {SVGSVGElement} */ (picture.cloneNode(true));
  dress(picture, copy, {});
  return copy;
}

/** @param {Element} from @param {Element} to @param {Record<string, string>} around */
function dress(from, to, around) {
  const style = getComputedStyle(from);
  const now = inherited(style);
  const shape = style.transform;
  for (const { name } of [...to.attributes])
    if (TOLD.has(name) || OF_THE_PAGE.test(name)) to.removeAttribute(name);
  for (const name in now) if (now[name] !== around[name]) to.setAttribute(name, now[name]);
  for (const [name, usual] of OWN) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) to.setAttribute(name, value);
  }
  // WebKit computes what style sheets say, and leaves what an attribute says to itself.
  if (shape !== "none" && from.localName !== "svg") to.setAttribute("transform", shape);
  if (from.localName === "circle") to.setAttribute("r", style.getPropertyValue("r"));
  [...from.children].forEach((child, i) => dress(child, to.children[i], now));
}

/** @param {CSSStyleDeclaration} style @returns {Record<string, string>} */
export function inherited(style) {
  const all = Object.fromEntries(INHERITED.map((name) => [name, style.getPropertyValue(name)]));
  for (const name of PAINTS) {
    const [colour, opacity] = plain(style.getPropertyValue(name));
    all[name] = colour;
    all[`${name}-opacity`] = String(opacity * Number(style.getPropertyValue(`${name}-opacity`)));
  }
  return all;
}

/**
 * A computed colour as any program reads it, and how opaque it is.
 * @param {string} colour rgb(…), rgba(…), color(srgb …), none or url(…) @returns {[string, number]}
 */
export function plain(colour) {
  const found = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(colour);
  if (!found) return [colour, 1];
  const [red, green, blue, opacity = 1] = found[2].split(/[\s,/]+/).map(Number);
  const scale = found[1] === "color" ? 255 : 1;
  const hex = [red, green, blue].map((part) =>
    Math.round(part * scale)
      .toString(16)
      .padStart(2, "0"),
  );
  return [`#${hex.join("")}`, opacity];
}
