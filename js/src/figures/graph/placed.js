/**
 * Where everything stands in the graphs of the book, by what was laid out. js/build.mjs runs this
 * file in Node: the bundles hold what it exports, and not the library.
 */
import GRAPHS from "../../../generated/graphs.json";
import { question, sizesOf } from "./boxes.js";
import { laidOut } from "./layout.js";

const graphs = /** @type {import("./sweep.js").Node[][]} */ (Object.values(GRAPHS));
const questions = graphs.flatMap((nodes) =>
  [true, false].map((roomy) => question(nodes, sizesOf(nodes, roomy))),
);

/** @type {Record<string, import("./layout.js").Layout>} */
export default Object.fromEntries(questions.map((one) => [JSON.stringify(one), laidOut(one)]));
