/** The tint of the maps: the more, the nearer a value is to the end of its range. */

const STRONGEST = 0.6;

/** Of the colour that an element has, 256 tints, from none to the strongest. */
export function tints() {
  const all = new Uint32Array(256);
  return {
    all,
    /** Reads the colour anew; true if it is another. @param {Element} element */
    read(element) {
      const [red, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      const before = all[255];
      for (let i = 0; i < 256; i++)
        all[i] = ((Math.round(STRONGEST * i) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
      return all[255] !== before;
    },
  };
}
