/** The outline of a function that may have poles, jumps and stretches that are not shown. */

/** Neighbours further apart than this many pixels are looked at closely. */
const STEEP = 12;
const HALVINGS = 30;

/**
 * SVG path data. The pen is lifted where the function has no value, where it leaps (a pole, a jump)
 * and at each of the `breaks`.
 * @param {(x: number) => number} f @param {import("./chart.js").Scales} scales
 * @param {object} options
 * @param {number[]} [options.breaks] places where two neighbours must not be joined
 * @param {number[]} options.grid where f is taken, ascending
 * @param {Uint8Array} [options.shown] which places of the grid are drawn; all if left out
 */
export function outline(f, { x, y }, { breaks = [], grid, shown }) {
  const [bottom, top] = y.range();
  let path = "",
    last = NaN,
    points = 0;
  const lift = () => {
    if (points === 1) path += "h0";
    last = NaN;
    points = 0;
  };
  /** @param {number} at @param {number} height */
  const draw = (at, height) => {
    const level = Math.min(bottom + 2000, Math.max(top - 2000, height));
    path += `${points ? "L" : "M"}${x(at).toFixed(1)} ${level.toFixed(1)}`;
    last = height;
    points += 1;
  };
  for (let i = 0; i < grid.length; i++) {
    const height = shown && !shown[i] ? NaN : y(f(grid[i]));
    if (!Number.isFinite(height)) {
      lift();
      continue;
    }
    const seen = Math.min(last, height) < bottom && Math.max(last, height) > top;
    const edges =
      points && seen && Math.abs(height - last) > STEEP && leap(f, grid[i - 1], grid[i]);
    if (edges) {
      draw(edges[0], y(f(edges[0])));
      lift();
      draw(edges[1], y(f(edges[1])));
    } else if (points && breaks.some((at) => at > grid[i - 1] && at < grid[i])) lift();
    draw(grid[i], height);
  }
  lift();
  return path;
}

/**
 * Two places close to each other between which f leaps: however near they come, its values do not.
 * Null where it is only steep.
 * @param {(x: number) => number} f @param {number} from @param {number} to
 */
function leap(f, from, to) {
  let [a, b] = [from, to],
    [low, high] = [f(a), f(b)];
  const first = Math.abs(high - low);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (a + b) / 2,
      value = f(middle);
    if (!Number.isFinite(value)) return [a, b];
    if (Math.abs(value - low) >= Math.abs(high - value)) [b, high] = [middle, value];
    else [a, low] = [middle, value];
  }
  return Math.abs(high - low) > first / 2 ? [a, b] : null;
}

/** Evenly spaced places over a window. @param {[number, number]} window @param {number} count */
export function spread([from, to], count) {
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}
