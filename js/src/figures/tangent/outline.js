/** The outline of a function that may have poles, jumps and stretches that are not shown. */

/**
 * SVG path data. The pen is lifted where the function has no value, where it leaves through one
 * edge and comes back through the other (a pole), and at each of the `breaks`.
 * @param {(x: number) => number} f @param {import("../../charts/chart.js").Scales} scales
 * @param {object} options
 * @param {number[]} options.breaks places where two neighbours must not be joined
 * @param {number[]} options.grid where f is taken, ascending
 * @param {Uint8Array} [options.shown] which places of the grid are drawn; all if left out
 */
export function outline(f, { x, y }, { breaks, grid, shown }) {
  const [bottom, top] = y.range();
  let path = "",
    last = NaN,
    points = 0;
  const lift = () => {
    if (points === 1) path += "h0";
    last = NaN;
    points = 0;
  };
  for (let i = 0; i < grid.length; i++) {
    const height = shown && !shown[i] ? NaN : y(f(grid[i]));
    if (!Number.isFinite(height)) {
      lift();
      continue;
    }
    const leaps = (last < top && height > bottom) || (height < top && last > bottom);
    if (points && (leaps || breaks.some((at) => at > grid[i - 1] && at < grid[i]))) lift();
    const level = Math.min(bottom + 2000, Math.max(top - 2000, height));
    path += `${points ? "L" : "M"}${x(grid[i]).toFixed(1)} ${level.toFixed(1)}`;
    last = height;
    points += 1;
  }
  lift();
  return path;
}

/** Evenly spaced places over a window. @param {[number, number]} window @param {number} count */
export function spread([from, to], count) {
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}
