/** What the tangent figure says: the sentence of the state and the arithmetic of the quotient. */
import { format } from "../../core/formatting.js";
import { VERDICTS } from "./slope.js";

/**
 * @typedef {object} Situation
 * @property {string} label of the function, such as x²
 * @property {import("./slope.js").Tangent} tangent
 * @property {number} h
 * @property {number} quotient
 * @property {number} end the value at x + h
 * @property {boolean} touching is the tangent shown, alone or beside the secant?
 */

/** @param {Situation} situation */
export function sentence(situation) {
  const { tangent, h, touching } = situation;
  const place = `x = ${number(tangent.x)}`;
  if (tangent.verdict === VERDICTS.outside) {
    return (
      `${place} lies outside the domain: ${situation.label} has no value there, and so ` +
      `no slope.`
    );
  }
  if (h === 0) return upper(verdict(tangent, place));
  return (
    secant(situation) + (touching ? ` ${upper(verdict(tangent, place, "the tangent has "))}` : "")
  );
}

/** @param {Situation} situation */
function secant({ label, tangent, h, quotient, end }) {
  const to = number(tangent.x + h);
  if (!Number.isFinite(end)) return `No secant: ${label} has no value at x + h = ${to}.`;
  const way = quotient > 0 ? "rises" : "falls",
    size = number(Math.abs(quotient));
  const pace = size === "1" ? "as fast" : `${size} times as fast`;
  const mean =
    size === "0" ? "f is the same at both ends" : `on average f ${way} ${pace} as x grows`;
  return `From ${number(tangent.x)} to ${to} the secant has slope ${number(quotient)}: ${mean}.`;
}

/** @param {import("./slope.js").Tangent} tangent @param {string} place @param {string} [subject] */
function verdict({ slope, verdict, left, right }, place, subject = "") {
  const flat = `${subject}slope 0 at ${place}: flat, `;
  const missing = `no derivative at ${place}: `;
  switch (verdict) {
    case VERDICTS.minimum:
      return `${flat}a minimum. Left of it f falls, right of it f rises.`;
    case VERDICTS.maximum:
      return `${flat}a maximum. Left of it f rises, right of it f falls.`;
    case VERDICTS.neither:
      return `${flat}but neither a minimum nor a maximum.`;
    case VERDICTS.level:
      return `${flat}and level nearby. A small step changes nothing.`;
    case VERDICTS.corner:
      return (
        `${missing}a corner, with slope ${number(left)} on the left and ${number(right)} ` +
        `on the right.${corner(left, right)}`
      );
    case VERDICTS.vertical:
      return `${missing}the tangent stands upright, and no number is its slope.`;
    case VERDICTS.jump:
      return `${missing}f jumps there.`;
    default:
      return (
        `${subject}slope ${number(slope)} at ${place}: a small step to the right ` +
        `${effect(slope)}.`
      );
  }
}

/** @param {number} slope */
function effect(slope) {
  const verb = slope > 0 ? "raises" : "lowers";
  const size = number(Math.abs(slope));
  return `${verb} f by about ${size === "1" ? "as much" : `${size} times as much`}`;
}

/** @param {number} left @param {number} right */
function corner(left, right) {
  if (left < 0 && right > 0) return " A minimum all the same.";
  return left > 0 && right < 0 ? " A maximum all the same." : "";
}

/**
 * The quotient with its numbers: Δf/Δx = (49 − 25) / 2 = 24/2 = 12, in parts that carry a colour.
 * @param {Situation} situation
 * @returns {{text: string, kind?: string}[]}
 */
export function arithmetic({ tangent, h, quotient, end }) {
  const { x, value, verdict } = tangent;
  if (verdict === VERDICTS.outside) return parts(`f(${number(x)}) does not exist`);
  if (h === 0) return [...parts("Δf/Δx = 0/0 is no number. "), ...limit(tangent)];
  if (Number.isNaN(quotient)) return parts(`f(${number(x + h)}) does not exist`);
  return [
    ...parts("Δf/Δx = "),
    { text: `(${number(end)} − ${wrap(value)})`, kind: "function" },
    { text: " / " },
    { text: wrap(h), kind: "parameter" },
    { text: " = " },
    { text: number(quotient), kind: "slope" },
  ];
}

/** @param {import("./slope.js").Tangent} tangent @returns {{text: string, kind?: string}[]} */
function limit({ x, slope, verdict, left, right }) {
  if (verdict === VERDICTS.corner) {
    return parts(
      `As h → 0: ${number(left)} from the left, ${number(right)} from the right, so no limit.`,
    );
  }
  if (Number.isNaN(slope)) return parts("As h → 0 it has no limit that is a number.");
  return [
    { text: "Its limit as h → 0 is " },
    { text: `f′(${number(x)})` },
    { text: " = " },
    { text: number(slope), kind: "slope" },
  ];
}

/** @param {string} text */
function parts(text) {
  return [{ text }];
}

/** @param {number} value */
export function number(value) {
  return format(value, 5);
}

/** @param {number} value */
function wrap(value) {
  return value < 0 ? `(${number(value)})` : number(value);
}

/** @param {string} text */
function upper(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
