/** What the gradient flow says: what arrives at the input, and what theory makes of it. */
import { format, superscript } from "../../core/formatting.js";

/** @typedef {import("../../networks/flow.js").Flow} Flow */
/** @typedef {import("../../networks/flow.js").Setting} Setting */

/**
 * @typedef {object} Situation
 * @property {Setting} setting
 * @property {Flow} measured
 * @property {Flow} theory
 * @property {number} deviation of a weight
 * @property {number} regime
 */

/** What is left at the input. @param {Flow} flow */
const arrives = ({ adjoints }) => adjoints[0];

/** What one link multiplies by, as the geometric mean over all links. @param {Flow} flow */
export const factor = (flow) => arrives(flow) ** (1 / flow.slopes.length);

/** @param {number} size @param {number} regime */
export function verdict(size, regime) {
  if (size < 1 / regime) return "Vanishing";
  return size > regime ? "Exploding" : "Steady";
}

/** @param {Situation} now */
export function sentence({ setting, measured, theory, regime }) {
  const links = `${setting.depth} ${setting.depth === 1 ? "link" : "links"} back`;
  const name = verdict(arrives(measured), regime);
  if (arrives(measured) === 0) return `${name}: nothing arrives at the input. ${shut(measured)}`;
  const share =
    `Of an adjoint of size 1 at the output, ${number(arrives(measured))} arrives ` +
    `at the input, ${links}`;
  return `${name}. ${share}: ${number(factor(measured))} a link. ${expectation(setting, theory)}`;
}

/** @param {Flow} measured */
function shut({ slopes }) {
  const layer = slopes.indexOf(0) + 1;
  return layer
    ? `In layer ${layer} every node has slope 0.`
    : "It is smaller than any number of this machine.";
}

/** @param {Setting} setting @param {Flow} theory */
function expectation({ initialisation, width }, theory) {
  const each = number(factor(theory));
  if (initialisation !== "equal") return `Theory expects ${each}.`;
  const chains = width === 1 ? "No chain" : `None of ${width} chains`;
  return `${chains} can do more than ${each} a link.`;
}

/** How theory gets its factor. @param {Situation} now */
export function arithmetic({ setting, theory, deviation }) {
  const { depth, width, scale } = setting,
    each = factor(theory);
  const power = `${format(each, 4)}${superscript(depth)} ≈ ${format(arrives(theory), 2)}`;
  if (setting.initialisation === "equal") {
    return [
      { text: "c · steepest σ′ = " },
      { text: number(scale), kind: "parameter" },
      { text: " · " },
      { text: number(theory.slopes[0]), kind: "slope" },
      { text: ` = ${number(each)} a link;  ${power}` },
    ];
  }
  const gain = Math.sqrt(width) * deviation;
  return [
    { text: "√n · τ · size of σ′ = " },
    { text: `√${width} · ${number(deviation)}`, kind: "parameter" },
    { text: " · " },
    { text: number(each / gain), kind: "slope" },
    { text: ` = ${number(each)} a link;  ${power}` },
  ];
}

/** The table, from the output to the input. @param {Situation} now */
export function rows({ measured, theory }) {
  return Array.from(measured.adjoints, (adjoint, layer) => [
    String(layer),
    number(measured.values[layer]),
    layer ? number(measured.slopes[layer - 1]) : "",
    number(adjoint),
    number(theory.adjoints[layer]),
  ]).reverse();
}

/** @param {number} value */
function number(value) {
  return format(value, 3);
}
