/** What the gradient flow says: what arrives at the input, and what theory makes of it. */
import { format, superscript, whole } from "../../core/formatting.js";
import WORDS from "./words.json";
import { counted, phrase, spans } from "../../core/phrase.js";

/** @typedef {import("../../networks/flow.js").Flow} Flow */
/** @typedef {import("../../networks/flow.js").Setting} Setting */

/** @typedef {import("./index.js").State} State */

/** What is left at the input. @param {Flow} flow */
const arrives = ({ adjoints }) => adjoints[0];

/** What one link multiplies by, as the geometric mean over all links. @param {Flow} flow */
export const factor = (flow) => arrives(flow) ** (1 / flow.slopes.length);

/** @param {number} size @param {number} regime */
export function verdict(size, regime) {
  if (size < 1 / regime) return WORDS.verdicts.vanishing;
  return size > regime ? WORDS.verdicts.exploding : WORDS.verdicts.steady;
}

/** @param {State} now */
export function sentence({ setting, measured, theory, regime }) {
  const name = verdict(arrives(measured), regime);
  if (arrives(measured) === 0)
    return phrase(WORDS.nothing, { verdict: name, reason: shut(measured) });
  return counted(WORDS.share, setting.depth, {
    verdict: name,
    share: number(arrives(measured)),
    each: number(factor(measured)),
    expectation: expectation(setting, theory),
  });
}

/** @param {Flow} measured */
function shut({ slopes }) {
  const layer = slopes.indexOf(0) + 1;
  return layer ? phrase(WORDS.shut, { layer }) : WORDS.tiny;
}

/** @param {Setting} setting @param {Flow} theory */
function expectation({ initialisation, width }, theory) {
  const each = number(factor(theory));
  if (initialisation !== "equal") return phrase(WORDS.theory, { each });
  return counted(WORDS.bound, width, { each });
}

/** How theory gets its factor. @param {State} now */
export function arithmetic({ setting, theory, deviation }) {
  const { depth, width, scale } = setting,
    each = factor(theory);
  const power = `${format(each, 4)}${superscript(depth)} ≈ ${format(arrives(theory), 2)}`;
  const link = { each: { text: number(each) }, power: { text: power } };
  if (setting.initialisation === "equal") {
    return spans(WORDS.equal, {
      ...link,
      weight: { text: number(scale), kind: "parameter" },
      slope: { text: number(theory.slopes[0]), kind: "slope" },
    });
  }
  const gain = Math.sqrt(width) * deviation;
  return spans(WORDS.drawn, {
    ...link,
    weight: { text: `√${width} · ${number(deviation)}`, kind: "parameter" },
    slope: { text: number(each / gain), kind: "slope" },
  });
}

/** The table, from the output to the input. @param {State} now */
export function rows({ measured, theory }) {
  return Array.from(measured.adjoints, (adjoint, layer) => [
    whole(layer),
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
