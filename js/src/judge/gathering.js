/** The wrong answers to a part, each once and not the right one, while there is work left. */
import { sizeOf } from "./size.js";
import { LIMITS } from "./rules.js";

/** @typedef {import("../core/expression.js").Tree} Tree */
/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./answers.js").Made} Made */
/** @typedef {import("./answers.js").Sort} Sort */
/** @typedef {import("./answers.js").Work} Work */
/** @typedef {import("./answers.js").Wrong} Wrong */

const { MOST_WRONG } = LIMITS;
/** @type {Sort[]} */ const SORTS = ["wrong", "slips"];

/** Those of the whole come first, before those of a part. */
export class Gathering {
  /** @param {Tree} right @param {Work} work */
  constructor(right, work) {
    this.truth = JSON.stringify(right);
    this.work = work;
    /** @type {Record<Sort, Map<string, Wrong>>} */
    this.several = { wrong: new Map(), slips: new Map() };
  }
  /** @param {(slips: boolean) => Iterable<Made>} made */
  whole(made) {
    for (const sort of SORTS) this.gather(sort, made(sort === "slips"), false);
  }
  /**
   * What is wrong in a part, put into the whole.
   * @param {Answers} part @param {(tree: Tree) => Tree} put
   */
  inside(part, put) {
    for (const sort of SORTS) this.gather(sort, placed(part[sort], put), true);
  }
  /** @param {Sort} sort @param {Iterable<Made>} made @param {boolean} deep */
  gather(sort, made, deep) {
    const found = this.several[sort];
    for (const { mistake, tree, heads } of made) {
      if (this.work.left < 0 || found.size >= MOST_WRONG) return;
      this.work.left -= sizeOf(tree);
      const key = JSON.stringify(tree),
        name = `${mistake} ${key}`;
      if (this.work.left >= 0 && key !== this.truth && !found.has(name))
        found.set(name, { mistake, tree, deep, heads });
    }
  }
  /** @returns {Record<Sort, Wrong[]>} */
  found() {
    return { wrong: [...this.several.wrong.values()], slips: [...this.several.slips.values()] };
  }
}

/** @param {Wrong[]} several @param {(tree: Tree) => Tree} put @returns {Generator<Made>} */
function* placed(several, put) {
  for (const { mistake, tree, heads } of several) yield { mistake, tree: put(tree), heads };
}
