/** The gradient over one batch after the other. */
import { parameterCount, pass } from "./layers.js";
import { shuffled } from "../core/random.js";

/**
 * The gradient over the next batch: every epoch a new order, every point once in it.
 * @param {import("./data.js").Points} data @param {number} size
 * @param {Omit<Parameters<typeof pass>[0], "capacity">} model @param {() => number} uniform
 */
export function batches({ columns, labels }, size, model, uniform) {
  const part = pass({ ...model, capacity: size }),
    count = labels.length;
  const inputs = new Float64Array(2 * size),
    targets = new Float64Array(size);
  const gradient = new Float64Array(parameterCount(model.sizes));
  const indices = Array.from(labels, (_, i) => i);
  let order = indices;
  return {
    /** @param {Float64Array} theta @param {number} turn which batch of the epoch */
    gradient(theta, turn) {
      if (turn === 0) order = shuffled(indices, uniform);
      const from = turn * size,
        here = Math.min(size, count - from);
      for (let p = 0; p < here; p++) {
        const i = order[from + p];
        inputs[p] = columns[i];
        inputs[here + p] = columns[count + i];
        targets[p] = labels[i];
      }
      part.forward(theta, inputs, here);
      part.backward(theta, inputs, targets, here, gradient);
      return gradient;
    },
  };
}
