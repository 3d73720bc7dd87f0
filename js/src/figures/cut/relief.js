/** A surface in a box, as an eye far away sees it: where a place is drawn, and what hides it. */

/** @typedef {import("../../../generated/figures.d.ts").CutSurface["data"]} Data */
/** @typedef {Pick<Data["surfaces"][number], "x" | "y" | "z">} Room what the box holds */
/** @typedef {ReturnType<typeof relief>} Relief */
/** @typedef {[first: number, second: number, height: number]} Place */

const HALVINGS = 6;

/** @param {number} value @param {[number, number]} range */
const share = (value, [low, high]) => (value - low) / (high - low);

/** @param {number} part @param {[number, number]} range */
const within = (part, [low, high]) => low + part * (high - low);

/**
 * At turn 0 the first axis goes to the right and the second away from the eye.
 * @param {(first: number, second: number) => number} surface @param {Room} room
 * @param {Data["eye"]} eye @param {number} turn in degrees
 */
export function relief(surface, { x, y, z }, { tilt, height, stride }, turn) {
  const angle = (turn * Math.PI) / 180,
    [cos, sin] = [Math.cos(angle), Math.sin(angle)],
    [steep, flat, climb] = [Math.cos(tilt), Math.sin(tilt), Math.tan(tilt)];
  /** @param {Place} place in units of the box, from the middle of its bottom */
  const shares = ([first, second, level]) => [
    share(first, x) - 0.5,
    share(second, y) - 0.5,
    height * share(level, z),
  ];
  return {
    surface,
    cos,
    sin,
    flat,
    /** The most that the box takes in any turn, and what of that lies below its bottom's middle. */
    size: {
      across: Math.SQRT2,
      up: Math.SQRT2 * flat + height * steep,
      below: Math.SQRT1_2 * flat,
    },
    /** Right and up from the middle of the box's bottom. @param {Place} place */
    project(place) {
      const [u, v, w] = shares(place);
      return [u * cos + v * sin, w * steep + (v * cos - u * sin) * flat];
    },
    /** @param {Place} place */
    inside(place) {
      const [u, v, w] = shares(place);
      return Math.abs(u) <= 0.5 && Math.abs(v) <= 0.5 && w >= 0 && w <= height;
    },
    /**
     * Whether the surface inside the box hides a place of its own: the line of sight from there to
     * the eye then changes its side of the surface.
     * @param {Place} place
     */
    hidden(place) {
      const [u, v, w] = shares(place);
      let side = 0;
      for (let k = 1; k < 1.5 / stride; k++) {
        const far = k * stride,
          [across, away, up] = [u + far * sin, v - far * cos, w + far * climb];
        if (across > 0.5 || away < -0.5 || up > height) return false;
        const level = surface(within(across + 0.5, x), within(away + 0.5, y));
        const gap = Math.sign(height * share(level, z) - up);
        if (gap * side < 0) return true;
        side ||= gap;
      }
      return false;
    },
  };
}

/**
 * SVG path data of a line where it is `seen`; where that changes is found by halving.
 * @param {(part: number) => boolean} seen @param {(part: number) => [number, number]} place
 * @param {number} pieces
 */
export function trace(seen, place, pieces) {
  const draw = (/** @type {string} */ pen, /** @type {number} */ part) =>
    pen +
    place(part)
      .map((pixel) => pixel.toFixed(1))
      .join(" ");
  let path = "",
    before = false;
  for (let i = 0; i <= pieces; i++) {
    const now = seen(i / pieces);
    let [from, to] = [(i - 1) / pieces, i / pieces];
    for (let k = 0; i && now !== before && k < HALVINGS; k++) {
      const middle = (from + to) / 2;
      if (seen(middle) === before) from = middle;
      else to = middle;
    }
    if (before && !now) path += draw("L", from);
    if (now && !before) path += draw("M", to);
    if (now) path += draw("L", i / pieces);
    before = now;
  }
  return path;
}

/**
 * Places on the surface along an axis, 0 or 1, where the other parameter is held.
 * @param {{relief: Relief, surface: Room}} seen @param {number} axis @param {number} held
 * @returns {(part: number) => Place}
 */
export function lineAlong({ relief: { surface }, surface: { x, y } }, axis, held) {
  return (part) => {
    const [first, second] = axis ? [held, within(part, y)] : [within(part, x), held];
    return [first, second, surface(first, second)];
  };
}
