/** The map: level lines of the surface, with the point and the lines of the cuts. */
import { outlines, sample } from "../../charts/levels.js";
import { bound, show } from "../../charts/marks.js";
import { plane } from "../../charts/plane.js";
import { set, svg } from "../../shell/dom.js";
import WORDS from "./words.json";

export function map() {
  const view = plane({ label: WORDS.map }),
    { picture } = view,
    lines = [0, 1].map(() => svg("path", { class: "pt-cut-line" }));
  view.under.append(...lines);
  let drawn = "";
  return {
    ...view,
    /** @param {import("./index.js").State} now @param {boolean} anew */
    draw({ surface, cost, here, shown }, anew) {
      if (anew || drawn !== surface.key) {
        drawn = surface.key;
        view.layout(surface, false);
        view.redraw(outlines(sample(cost, picture), surface.levels), []);
      }
      view.update([here], 0);
      const { x, y } = picture;
      set(lines[0], { d: `M${x.range()[0]} ${bound(y(here[1]))}H${x.range()[1]}` });
      set(lines[1], { d: `M${bound(x(here[0]))} ${y.range()[0]}V${y.range()[1]}` });
      lines.forEach((line, i) => show(line, shown.includes(i)));
    },
  };
}
