/** Which graph is shown: one of the presets, or what the reader typed. */
import { parse } from "../../language/parse.js";
import { expressionGraph } from "./expression.js";
import { fetchLibrary, isAtHand } from "./arranging.js";
import { stepsOf, wantedShares } from "./steps.js";
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
  const steps = stepsOf(nodes);
  return { key, nodes, steps, sweep: sweeper(nodes), wanted: wantedShares(nodes, steps), starts };
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
 * The nodes of what is chosen, and what its inputs start from; undefined where there are none.
 * @param {Data} data @param {string} name @param {string} text what is typed
 * @returns {{nodes: Node[], starts: Record<string, number>} | undefined}
 */
function chosen(data, name, text) {
  const { presets, typed } = data;
  if (name !== TYPED || !typed) return presets.find((one) => one.name === name);
  const { tree } = parse(text, typed.variables);
  const nodes = tree === undefined ? undefined : typedNodes(tree, data).nodes;
  return nodes && { nodes, starts: typed.starts };
}

/**
 * Reads the graph of a model's state; what cannot be shown leaves the last one.
 * @param {Model} model
 * @param {object} library what lays out a graph that is not the book's
 * @param {() => void} library.arrived it is there, and the graph that was asked for can be shown
 * @param {() => void} library.failed it cannot be had
 */
export function source(model, { arrived, failed }) {
  const data = /** @type {Data} */ (model.get("data")),
    [first] = data.presets;
  let last = ready(first.name, first.nodes, first.starts),
    shown = "",
    awaited = "";
  /** @param {string} key */
  const fetch = (key) => {
    awaited = key;
    fetchLibrary().then(
      () => {
        awaited = "";
        arrived();
      },
      () => awaited && failed(),
    );
  };
  return () => {
    const name = model.get("preset"),
      text = model.get("expression");
    const key = name === TYPED && data.typed ? `${TYPED} ${text}` : name;
    if (key === shown) awaited = "";
    if (key === shown || key === awaited) return last;
    const found = chosen(data, name, text);
    if (found && !isAtHand(found.nodes)) fetch(key);
    else if (found) {
      last = ready(key, found.nodes, found.starts);
      shown = key;
      awaited = "";
    }
    return last;
  };
}

/**
 * The keys that have no part in the graph that a state shows.
 * @param {(key: string) => unknown} get
 */
export function unused(get) {
  const data = /** @type {Data} */ (get("data")),
    preset = String(get("preset"));
  const { nodes = [] } = chosen(data, preset, String(get("expression"))) ?? {};
  const inputs = nodes.filter(({ formula }) => formula === null),
    shown = new Set(inputs.map(({ key }) => key));
  const typed = preset === TYPED ? [] : ["expression"];
  return [...typed, ...inputKeys(data).filter((key) => !shown.has(key))];
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
