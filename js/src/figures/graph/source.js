/** Which graph is shown: one of the presets, or what the reader typed. */
import { parse } from "../../language/parse.js";
import { expressionGraph } from "./expression.js";
import { progress, stepsOf } from "./steps.js";
import { sweeper } from "./sweep.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("../../core/expression.js").Tree} Tree */
/** @typedef {import("./sweep.js").Node} Node */
/**
 * @typedef {{name: string, title: string, nodes: Node[], starts: Record<string, number>}} Preset
 */
/**
 * @typedef {import("./expression.js").Language & {title: string, starts: Record<string, number>}}
 *   Typed
 */
/** @typedef {{presets: Preset[], typed: Typed | null, limit: number}} Data */

/** The preset that stands for a typed expression. */
export const TYPED = "expression";

/** @param {string} key @param {Node[]} nodes @param {Record<string, number>} starts */
function ready(key, nodes, starts) {
  const steps = stepsOf(nodes),
    sweep = sweeper(nodes);
  const { wanted } = progress(
    nodes,
    steps,
    0,
    sweep.run(() => 0),
  );
  return { key, nodes, steps, sweep, wanted, starts };
}

/** @typedef {ReturnType<typeof ready>} Shown */

/**
 * The nodes of a typed expression, or why there are none.
 * @param {Tree} tree @param {Data} data
 * @returns {{nodes: Node[], complaint?: undefined} | {nodes?: undefined, complaint: string}}
 */
export function typedNodes(tree, { typed, limit }) {
  const language = /** @type {Typed} */ (typed),
    nodes = expressionGraph(tree, language);
  if (nodes.length > limit) {
    return { complaint: phrase(WORDS.tooLarge, { count: nodes.length, limit }) };
  }
  if (nodes.length === 0) {
    return { complaint: phrase(WORDS.nothing, { variables: language.variables.join(", ") }) };
  }
  return { nodes };
}

/**
 * Reads the graph of a model's state; what cannot be shown leaves the last one.
 * @param {Model} model
 */
export function source(model) {
  const data = /** @type {Data} */ (model.get("data")),
    [first] = data.presets;
  let last = ready(first.name, first.nodes, first.starts);
  return () => {
    const name = model.get("preset"),
      text = model.get("expression");
    if (name === TYPED && data.typed) {
      const key = `${TYPED} ${text}`,
        { tree } = key === last.key ? {} : parse(text, data.typed.variables);
      const nodes = tree === undefined ? undefined : typedNodes(tree, data).nodes;
      if (nodes) last = ready(key, nodes, data.typed.starts);
    } else {
      const preset = data.presets.find((one) => one.name === name);
      if (preset && name !== last.key) last = ready(name, preset.nodes, preset.starts);
    }
    return last;
  };
}

/** Every input that any of the graphs may have. @param {Data} data */
export function inputKeys({ presets, typed }) {
  return [
    ...new Set(
      [...presets, ...(typed ? [typed] : [])].flatMap(({ starts }) => Object.keys(starts)),
    ),
  ];
}

/** What the inputs of a choice start from. @param {Data} data @param {string} name */
export function startsOf({ presets, typed }, name) {
  return (name === TYPED ? typed?.starts : presets.find((one) => one.name === name)?.starts) ?? {};
}
