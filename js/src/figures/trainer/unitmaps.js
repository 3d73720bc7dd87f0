/** In every unit of the network a map of its own value over the plane of the inputs. */
import { html } from "../../shell/dom.js";
import { probes } from "./probe.js";
import { tints } from "./tint.js";

/** @typedef {import("../../networks/training.js").Training} Training */

const ACROSS = 12;
const CELLS = ACROSS * ACROSS;
/** Between which values a unit's own lies; for ReLU the largest that any unit of the layer has. */
const RANGES = /** @type {Record<string, [number, number]>} */ ({
  sigmoid: [0, 1],
  tanh: [-1, 1],
});

export function unitMaps() {
  const canvas = html("canvas", { class: "pt-unit-maps", "aria-hidden": "true" });
  const ink = canvas.getContext("2d");
  const tint = tints(),
    patch = tintedPatch(tint.all),
    inputs = new Float64Array(2 * CELLS),
    probeOf = probes(CELLS);
  /** @type {[number, number][][]} the middle of every unit, layer by layer */ let places = [];
  let side = 0;

  return {
    canvas,
    recolour: () => tint.read(canvas),
    /**
     * @param {number} width @param {number} height in the units that the network is drawn in
     * @param {number} scale pixels of the screen in one of them
     */
    measure(width, height, scale) {
      const fine = scale * Math.min(2, devicePixelRatio || 1);
      Object.assign(canvas, { width: width * fine, height: height * fine });
      ink?.setTransform(fine, 0, 0, fine, 0, 0);
    },
    /**
     * @param {[number, number][][]} units their middles, layer by layer, without the inputs
     * @param {number} size of their sides
     */
    layout(units, size) {
      [places, side] = [units, size];
    },
    /** The plane that is shown. @param {[number, number][]} window */
    frame: (window) => spreadOver(inputs, window),
    /** @param {Training} run */
    draw(run) {
      ink?.clearRect(0, 0, canvas.width, canvas.height);
      const probe = probeOf(run);
      probe.forward(run.theta, inputs, CELLS);
      probe.activations.forEach((values, l, all) => {
        const range =
          RANGES[l === all.length - 1 ? "sigmoid" : run.settings.activation] ??
          /** @type {[number, number]} */ ([0, Math.max(...values) || 1]);
        (places[l] ?? []).forEach(([x, y], i) => {
          patch.paint(values, i * CELLS, range);
          ink?.drawImage(patch.canvas, x - side / 2, y - side / 2, side, side);
        });
      });
    },
  };
}

/** A small canvas that is painted for each unit in turn. @param {Uint32Array} tint */
function tintedPatch(tint) {
  const canvas = html("canvas", { width: ACROSS, height: ACROSS });
  const ink = canvas.getContext("2d");
  /** @type {ImageData | null} */ let image = null;
  return {
    canvas,
    /** @param {Float64Array} values @param {number} from @param {[number, number]} range */
    paint(values, from, [low, high]) {
      image ??= new ImageData(ACROSS, ACROSS);
      const pixels = new Uint32Array(image.data.buffer);
      for (let p = 0; p < CELLS; p++)
        pixels[p] = tint[Math.max(0, (255 * (values[from + p] - low)) / (high - low)) | 0];
      ink?.putImageData(image, 0, 0);
    },
  };
}

/** The middles of all cells of a window. @param {Float64Array} inputs @param {number[][]} window */
function spreadOver(inputs, [[left, right], [low, high]]) {
  for (let p = 0; p < CELLS; p++) {
    inputs[p] = left + ((right - left) * ((p % ACROSS) + 0.5)) / ACROSS;
    inputs[CELLS + p] = high - ((high - low) * (Math.floor(p / ACROSS) + 0.5)) / ACROSS;
  }
}
