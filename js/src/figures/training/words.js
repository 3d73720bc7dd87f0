/** What the training view says: the sentence of the state and the arithmetic of one step. */
import { fixed, format, subscript } from "../../core/formatting.js";
import { reason } from "../../networks/running_example.js";

/**
 * @typedef {object} Situation
 * @property {import("../../networks/running_example.js").Run} path
 * @property {number} k steps taken
 * @property {number} alpha
 * @property {number} target
 * @property {number} hidden the value of the hidden node
 * @property {number} flat a gradient shorter than this counts as none
 * @property {number} outside the first step that lies outside the map, or −1
 */

/** @param {Situation} now */
export function sentence(now) {
  return [opening(now), ground(now)].join(" ");
}

/** @param {Situation} now */
function opening({ path, k, alpha, target, outside }) {
  const start =
    k === 0 ? "At the start" : `After ${k} ${k === 1 ? "step" : "steps"} with α = ${format(alpha)}`;
  const left = outside > 0 ? ` Step ${outside} left the map.` : "";
  const prediction = format(path.predictions[k], 3);
  return (
    `${start} the network predicts ${prediction}; the target is ${format(target)}, the ` +
    `cost ${format(path.values[k])}.${left}`
  );
}

/** @param {Situation} now */
function ground({ path, k, alpha, target, hidden, flat }) {
  const length = path.lengths[k];
  const move =
    `the gradient has length ${format(length, 2)}, so the next step moves the ` +
    `weights by ${format(alpha * length, 2)}`;
  if (length >= flat) return `Here ${move}.`;
  const why = {
    arrived: "the prediction is close to the target",
    saturated: "ŷ is where the last sigmoid is flat",
    silent: `the hidden node is nearly silent, a₁ = ${format(hidden, 2)}`,
    flat: "no factor of the gradient is nearly 0, but their product is",
  }[reason(path.predictions[k], target, hidden)];
  return `Flat ground (${why}): ${move}.`;
}

/**
 * The next step of both weights, with its numbers.
 * @param {Situation} now @returns {{text: string, kind?: string}[][]} a line for each weight
 */
export function arithmetic({ path, k, alpha }) {
  return path.positions[k].map((weight, i) => {
    const slope = path.gradients[k][i];
    return [
      { text: `W${subscript(i + 1)}`, kind: "parameter" },
      { text: " := " },
      { text: fixed(weight, 4), kind: "parameter" },
      { text: ` − ${format(alpha)} · ` },
      { text: slope < 0 ? `(${format(slope)})` : format(slope), kind: "slope" },
      { text: " = " },
      { text: fixed(weight - alpha * slope, 4), kind: "parameter" },
    ];
  });
}
