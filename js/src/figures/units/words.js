/** What the diagram says: how the row of a unit makes its z, how its column brings its adjoint. */
import { format, subscript, wrapped } from "../../core/formatting.js";
import { phrase, spans } from "../../core/phrase.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */
/** @typedef {import("../../core/phrase.js").Span} Span */

/** @param {string} letter @param {number} layer */
export const nameOf = (letter, layer) => `${letter}${subscript(layer)}`;

/** A unit in words: 1.2 is unit 2 of layer 1. @param {string} key */
export function unitName(key) {
  const [layer, unit] = key.split(".");
  return phrase(WORDS.one, { layer, unit });
}

/** What the unit does, in numbers. @param {State} now */
export function sentence({ network, passes, back, layer, unit }) {
  const { z, a, slopes, zBar, aBar } = passes[layer - 1];
  const last = layer === passes.length;
  const fill = { unit, layer, matrix: nameOf("W", back ? layer + 1 : layer) };
  const i = unit - 1;
  if (!back) {
    const bias = network.biases[layer - 1][i];
    return phrase(network.biased ? WORDS.biased : WORDS.forwards, {
      ...fill,
      bias,
      z: z[i],
      a: a[i],
    });
  }
  const numbers = { aBar: aBar[i], slope: slopes[i], zBar: zBar[i] };
  return phrase(last ? WORDS.output : WORDS.backwards, { ...fill, ...numbers });
}

/** The sum, written out. @param {State} now */
export function arithmetic(now) {
  const { passes, back, layer, unit, target } = now;
  const i = unit - 1,
    { z, a, slopes, zBar, aBar } = passes[layer - 1];
  const value = (/** @type {number} */ one) => ({ text: format(one), kind: "function" });
  const adjoint = (/** @type {string} */ text) => ({ text, kind: "slope" });
  if (!back) return spans(WORDS.sum, { terms: terms(now), z: value(z[i]), a: value(a[i]) });
  const error = [value(a[i]), { text: ` − ${wrapped(target)}` }];
  return spans(WORDS.back, {
    terms: layer === passes.length ? error : terms(now),
    aBar: adjoint(format(aBar[i])),
    slope: adjoint(format(slopes[i])),
    factor: adjoint(wrapped(aBar[i])),
    zBar: adjoint(format(zBar[i])),
  });
}

/** The products of the lit weights, and forwards the bias. @param {State} now @returns {Span[]} */
function terms({ network, signals, passes, back, layer, unit }) {
  const i = unit - 1;
  const weights = back
    ? network.weights[layer].map((row) => row[i])
    : network.weights[layer - 1][i];
  const factors = back ? passes[layer].zBar : signals[layer - 1];
  const kind = back ? "slope" : "function";
  const products = weights.flatMap((weight, j) => [
    { text: j ? " + " : "" },
    { text: j ? wrapped(weight) : format(weight), kind: "parameter" },
    { text: " · " },
    { text: wrapped(factors[j]), kind },
  ]);
  if (back || !network.biased) return products;
  const bias = { text: wrapped(network.biases[layer - 1][i]), kind: "parameter" };
  return [...products, { text: " + " }, bias];
}

/** The table. @param {State} now */
export function rows({ passes }) {
  return passes.flatMap(({ z, a, slopes, aBar, zBar }, l) =>
    z.map((_, i) => [
      unitName(`${l + 1}.${i + 1}`),
      ...[z, a, slopes, aBar, zBar].map((column) => format(column[i])),
    ]),
  );
}

/** The picture for whoever does not see it. @param {State["network"]} network */
export function described({ weights }) {
  const matrices = weights.map((matrix, l) =>
    phrase(WORDS.matrix, {
      name: nameOf("W", l + 1),
      rows: matrix
        .map((row) => phrase(WORDS.row, { numbers: row.map((w) => format(w)).join(", ") }))
        .join(", "),
    }),
  );
  return phrase(WORDS.picture, { matrices: matrices.join(" ") });
}
