/** Predictions beside a run, for places where it has no points. */
import { pass } from "../../networks/layers.js";

/** @typedef {import("../../networks/training.js").Training} Training */

/**
 * What runs the network of a run for up to `capacity` places at a time; the next run of the same
 * kind takes it over.
 * @param {number} capacity
 */
export function probes(capacity) {
  /** @type {ReturnType<typeof pass>} */ let probe;
  let kind = "";
  return (/** @type {Training} */ { model, room }) => {
    if (room.kind !== kind) probe = pass({ ...model, capacity });
    kind = room.kind;
    return probe;
  };
}
