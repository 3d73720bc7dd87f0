/**
 * Wrong answers that two mistakes lead to at once; ptcode/mistakes/pairs.py makes the same ones.
 * They are looked for last: where one mistake alone explains an answer, it is that one.
 */
import { decompose } from "../language/composition.js";
import { add, multiply } from "../language/simplify.js";
import { chain, MOST_NODES, sideBySide } from "./answers.js";
import { Filling } from "./filling.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("../core/expression.js").Operation} Operation */
/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./answers.js").Made} Made */
/** @typedef {import("./answers.js").Paths} Paths */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {[Made, Made]} Pair in the second one the answer that both lead to */

const { MOST_LINKS, MOST_PAIRS } = LIMITS;

/** @param {Sheet} sheet @param {Rules} rules @returns {Generator<Pair>} */
export function* pairs(sheet, rules) {
  let left = MOST_PAIRS;
  for (const pair of made(sheet, rules)) {
    if (left-- <= 0) return;
    yield pair;
  }
}

/** @param {Sheet} sheet @param {Rules} rules @returns {Generator<Pair>} */
function* made({ tree, variable, wrong, slips }, rules) {
  yield* besides([...wrong, ...slips], variable, rules);
  const { kind } = decompose(tree, variable);
  if (kind === "constant" || kind === "variable") return;
  if (kind === "basic" || kind === "composite") {
    const links = chain(tree, variable);
    if (links.length <= MOST_LINKS) yield* inLinks(new Filling(variable, rules, { links }));
  } else {
    const parts = /** @type {Operation} */ (tree);
    yield* inPaths(sideBySide(parts, variable, rules, { left: MOST_NODES }), rules);
  }
}

/**
 * One more mistake made of another one's answer: a lost sign.
 * @param {Made[]} several @param {string} variable @param {Rules} rules @returns {Generator<Pair>}
 */
function* besides(several, variable, rules) {
  const filling = new Filling(variable, rules, {});
  for (const wrong of several) {
    for (const [mistake, entry] of Object.entries(rules.mistakes)) {
      if (mistake === wrong.mistake) continue;
      for (const template of entry.besides ?? []) {
        const tree = filling.fill(template, undefined, wrong.tree);
        yield [wrong, { mistake, tree, heads: wrong.heads }];
      }
    }
  }
}

/** Two links of a chain with a wrong factor each. @param {Filling} filling */
function* inLinks(filling) {
  /** @type {[number, Made][]} */ const factors = [];
  const { heads } = filling;
  for (const [mistake, { links = [] }] of Object.entries(filling.rules.mistakes))
    for (const template of links)
      for (const [k, tree] of filling.each(template)) factors.push([k, { mistake, tree, heads }]);
  for (const [i, [k, one]] of factors.entries()) {
    for (const [m, other] of factors.slice(i + 1)) {
      if (k === m) continue;
      const rest = filling.fill(["product", "i", 1, "n", ["factor", "i"], k, m]);
      const tree = multiply([rest, one.tree, other.tree]);
      yield/** @type {Pair} */ ([one, { ...other, tree }]);
    }
  }
}

/**
 * A mistake in one part, and another one in another part or in joining the parts.
 * @param {Paths} paths @param {Rules} rules @returns {Generator<Pair>}
 */
function* inPaths({ filling, factors, inside }, rules) {
  const { variable, placed } = filling;
  const wrong = inside().map(({ wrong, slips }) => [...wrong, ...slips]);
  for (const [i, several] of wrong.entries()) {
    for (const one of several) {
      const paths = [...filling.paths];
      paths[i] = multiply([factors[i], one.tree]);
      const changed = new Filling(variable, rules, { paths, right: add(paths), placed });
      for (const other of changed.all("paths", false)) yield [one, other];
      for (let j = i + 1; j < wrong.length; j++) {
        for (const other of wrong[j]) {
          const both = [...paths];
          both[j] = multiply([factors[j], other.tree]);
          yield [one, { ...other, tree: add(both) }];
        }
      }
    }
  }
}
