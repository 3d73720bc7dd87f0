/** In every unit of the network a map of its own value over the plane of the inputs. */
import { pass } from "../../networks/layers.js";
import { html } from "../../shell/dom.js";
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
  const patch = html("canvas", { width: ACROSS, height: ACROSS });
  const stamp = patch.getContext("2d");
  const tint = tints(),
    inputs = new Float64Array(2 * CELLS);
  /** @type {ImageData | null} */ let image = null;
  /** @type {ReturnType<typeof pass> | null} */ let probe = null;
  let probed = "";
  /** @type {[number, number][][]} the middle of every unit, layer by layer */ let places = [];
  let side = 0;

  /** @param {Float64Array} values @param {number} from @param {[number, number]} range */
  function paint(values, from, [low, high]) {
    image ??= new ImageData(ACROSS, ACROSS);
    const pixels = new Uint32Array(image.data.buffer);
    for (let p = 0; p < CELLS; p++)
      pixels[p] = tint.all[Math.max(0, (255 * (values[from + p] - low)) / (high - low)) | 0];
    stamp?.putImageData(image, 0, 0);
  }

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
    frame([[left, right], [low, high]]) {
      for (let p = 0; p < CELLS; p++) {
        inputs[p] = left + ((right - left) * ((p % ACROSS) + 0.5)) / ACROSS;
        inputs[CELLS + p] = high - ((high - low) * (Math.floor(p / ACROSS) + 0.5)) / ACROSS;
      }
    },
    /** @param {Training} run */
    draw(run) {
      if (run.room.kind !== probed) probe = pass({ ...run.model, capacity: CELLS });
      probed = run.room.kind;
      ink?.clearRect(0, 0, canvas.width, canvas.height);
      probe?.forward(run.theta, inputs, CELLS);
      probe?.activations.forEach((values, l, all) => {
        const range =
          RANGES[l === all.length - 1 ? "sigmoid" : run.settings.activation] ??
          /** @type {[number, number]} */ ([0, Math.max(...values) || 1]);
        (places[l] ?? []).forEach(([x, y], i) => {
          paint(values, i * CELLS, range);
          ink?.drawImage(patch, x - side / 2, y - side / 2, side, side);
        });
      });
    },
  };
}
