/**
 * Draws a run: all of it and fine when it rests; while it moves, as much as a frame has time for.
 */
import { find } from "../../networks/training.js";

const FINE = 96;
const GRIDS = [48, 36, 28, 20];
/** Milliseconds of a frame: for the map, and for the other pictures together. */
const MAP = 2.5,
  OTHERS = 1;

/** @typedef {import("../../networks/training.js").Training} Training */
/** @typedef {{show: string, log: boolean}} Looks */

/**
 * @param {ReturnType<typeof import("./panel.js").build>["pictures"]} pictures
 * @param {import("../../networks/training.js").Constants} constants
 */
export function painter({ map, network, costs, sizes }, constants) {
  let laid = { points: "", sizes: "" };
  let each = MAP / (48 * 48); // milliseconds a cell of the map
  const byTurns = rotation(OTHERS);

  /**
   * Lays out what has changed since the last time; true if that is everything.
   * @param {Training} run @param {Looks} looks
   */
  function layout(run, { show }) {
    const { dataset, seed } = run.settings,
      before = laid;
    laid = { points: `${dataset} ${seed}`, sizes: run.sizes.join("-") };
    const { window } = find(constants.datasets, dataset);
    if (laid.points !== before.points) map.layout(run, window);
    if (laid.points !== before.points) network.frame(window);
    if (laid.sizes !== before.sizes) {
      network.layout(run);
      network.draw(run, show === "gradients");
    }
    return before.points === "";
  }

  /** @param {Training} run @param {Looks} looks */
  const others = (run, { show, log }) => [
    () => network.draw(run, show === "gradients"),
    () => costs.draw(run, log),
    () => sizes.draw(run),
  ];

  return {
    /** Measures the places of all pictures; true when one has changed. */
    measure() {
      const changed = [map.picture, network, costs.picture, sizes.picture].map((picture) =>
        picture.measure(),
      );
      if (changed.includes(true)) laid = { points: "", sizes: "" };
      return changed.includes(true);
    },
    recolour: () => [map.recolour(), network.recolour()].includes(true),
    /**
     * Draws the map, and all other pictures, or the one whose turn it is when there is time for it.
     * @param {Training} run @param {Looks} looks @param {boolean} all
     */
    draw(run, looks, all) {
      const first = layout(run, looks);
      const across = GRIDS.find((cells) => cells * cells * each <= MAP) ?? GRIDS[GRIDS.length - 1];
      const start = performance.now();
      const cells = map.draw(run, across);
      each += 0.1 * ((performance.now() - start) / cells - each);
      const pictures = others(run, looks);
      if (all || first) pictures.forEach((draw) => draw());
      else byTurns(pictures);
    },
    /** All pictures, and the map as fine as it gets. @param {Training} run @param {Looks} looks */
    finish(run, looks) {
      layout(run, looks);
      map.draw(run, FINE);
      others(run, looks).forEach((draw) => draw());
    },
  };
}

/**
 * Draws the next of some pictures as soon as the time given to them, so much a frame, has paid for
 * the last one.
 * @param {number} wage milliseconds
 */
function rotation(wage) {
  let turn = 0,
    saved = 0,
    price = 0;
  /** @param {(() => void)[]} pictures */
  return (pictures) => {
    saved += wage;
    if (saved < price) return;
    const start = performance.now();
    pictures[turn % pictures.length]();
    turn += 1;
    saved = 0;
    price = performance.now() - start;
  };
}
