/** What the paths say: how many there are, what they cost, and what they add up to. */
import { format, superscript, whole, wrapped } from "../../core/formatting.js";
import { counted, phrase, spans } from "../../core/phrase.js";
import { along } from "./sums.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").State} State */

/** @param {State} now */
export function sentence(now) {
  const { layers, width, paths, multiplied, factored } = now;
  const counts = phrase(WORDS.counts, {
    layers: counted(WORDS.layers, layers),
    nodes: counted(WORDS.nodes, width),
    paths: counted(WORDS.paths, paths),
    multiplied: counted(WORDS.multiplications, multiplied),
    factored,
    result: now.adjoints[0][0],
  });
  return [counts, told(now)].filter(Boolean).join(" ");
}

/** What is lit. @param {State} now */
function told({ collects, layers, path, products, sums }) {
  if (collects) return WORDS.collected;
  if (!path) return "";
  return phrase(WORDS.lit, {
    path,
    product: products[path - 1],
    sum: sums[path],
    multiplied: counted(WORDS.multiplications, layers * path),
  });
}

/** How the two counts come about. @param {State} now */
export function formulas({ layers, width, multiplied, factored }) {
  return spans(WORDS.formulas, {
    multiplied: { text: `${width}${superscript(layers)} · ${layers} = ${whole(multiplied)}` },
    factored: { text: `${layers - 1} · ${width}² + ${width} = ${whole(factored)}` },
  });
}

/** The product along the lit path, or the sum of what comes back to x. @param {State} now */
export function arithmetic({ adjoints, collects, links, path, products, route }) {
  if (collects) {
    const [[result], after] = adjoints,
      terms = links[0][0].map((local, j) => `${wrapped(local)} · ${wrapped(after[j], 3)}`);
    return spans(WORDS.sum, {
      terms: { text: terms.join(" + "), kind: "slope" },
      result: { text: format(result) },
    });
  }
  if (!path) return [];
  const factors = along(links, route).map((local) => wrapped(local));
  return spans(WORDS.product, {
    path: { text: whole(path) },
    factors: { text: factors.join(" · "), kind: "slope" },
    product: { text: format(products[path - 1]) },
  });
}
