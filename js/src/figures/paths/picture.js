/** The layered graph: a line for each local derivative, and what is lit of it. */
import { fill, polyline, show } from "../../charts/marks.js";
import { format } from "../../core/formatting.js";
import { say, set, svg } from "../../shell/dom.js";
import { drawnSize, sizeWatch } from "../../shell/size.js";

/** @typedef {import("./index.js").State} State */
/** @typedef {{local: number, from: number[], to: number[], lit: boolean}} Edge */
/** @typedef {(at: number, i: number, count: number) => number[]} Place */

/** A node with its number, where there is room for it, and without. */
const BOX = { width: 58, height: 22, least: 53 },
  DOT = { width: 10, height: 10, digits: 0 },
  /** From the middle of x to the edge of the picture, along the layers. */
  MARGIN = { lying: 48, upright: 20 };

/** @param {string} label */
export function layeredGraph(label) {
  const [edges, lit, locals, nodes] = Array.from({ length: 4 }, () => svg("g"));
  const names = ["x", "y"].map((name) => svg("text", { class: "pt-axis-name" }, name));
  const parts = [edges, lit, locals, nodes, ...names];
  const element = svg("svg", { role: "img", "aria-label": label, class: "pt-chart pt-layers" });
  element.append(...parts);
  const resized = sizeWatch(element);
  let size = { width: 0, height: 0 };
  return {
    element,
    measure() {
      if (!resized()) return false;
      const { width, height } = drawnSize(element);
      if (width === size.width && height === size.height) return false;
      size = { width, height };
      return true;
    },
    /** @param {State} state */
    draw(state) {
      set(element, { viewBox: `0 0 ${size.width} ${size.height}` });
      const { box, place, upright } = frame(size, state),
        all = edgesOf(state, place),
        chosen = all.filter((edge) => edge.lit);
      drawEdges(edges, all);
      drawEdges(lit, chosen);
      drawLocals(locals, chosen, upright && state.collects ? 0.62 : 0.5);
      drawNodes(nodes, state, place, box);
      names.forEach((name, i) => {
        const [x, y] = place(i * (state.layers + 1), 0, 1),
          side = upright || i ? 1 : -1;
        set(name, {
          x: x + side * (box.width / 2 + 8),
          y: y + 5,
          "text-anchor": side > 0 ? "start" : "end",
        });
      });
    },
  };
}

/**
 * Where the nodes stand, and how large: x is on the left, or at the top where there is more height.
 * @param {{width: number, height: number}} size @param {State} state
 */
function frame({ width, height }, { collects, layers, width: most }) {
  const upright = width < 2 * height,
    margin = upright ? MARGIN.upright : MARGIN.lying;
  const gap = Math.max(1, (upright ? height : width) - 2 * margin) / (layers + 1),
    wide = upright ? width : height;
  /** @type {Place} */
  const place = (at, i, count) => {
    const spot = [margin + gap * at, (wide * (i + 0.5)) / count];
    return upright ? spot.reverse() : spot;
  };
  const [across, down] = upright ? [wide / most, gap] : [gap, wide / most];
  const room = across - (upright ? 4 : 34); // and for what stands on the lines between
  if (!collects || room < BOX.least || down < BOX.height) return { upright, place, box: DOT };
  const digits = room < BOX.width ? 2 : 3;
  return { upright, place, box: { ...BOX, width: Math.min(BOX.width, room), digits } };
}

/** @param {State} state @param {Place} place @returns {Edge[]} */
function edgesOf({ links, route, collects }, place) {
  return links.flatMap((block, l) =>
    block.flatMap((row, i) =>
      row.map((local, j) => ({
        local,
        from: place(l, i, block.length),
        to: place(l + 1, j, row.length),
        lit: collects ? l === 0 : route[l] === i && route[l + 1] === j,
      })),
    ),
  );
}

/** @param {SVGElement} group @param {Edge[]} edges */
function drawEdges(group, edges) {
  fill(group, edges.length, () => svg("path"));
  edges.forEach(({ local, from, to, lit }, i) =>
    set(group.children[i], {
      class: `pt-edge${local < 0 ? " pt-minus" : ""}${lit ? " pt-lit" : ""}`,
      "stroke-width": (0.5 + 2 * Math.abs(local) + (lit ? 1.5 : 0)).toFixed(1),
      d: polyline([from, to]),
    }),
  );
}

/**
 * The local derivatives of what is lit.
 * @param {SVGElement} group @param {Edge[]} edges @param {number} t where on the way along an edge
 */
function drawLocals(group, edges, t) {
  fill(group, edges.length, () => svg("text", { class: "pt-local", "text-anchor": "middle" }));
  edges.forEach(({ local, from, to }, i) => {
    say(group.children[i], format(local));
    const [x, y] = from.map((start, k) => start + t * (to[k] - start));
    set(group.children[i], { x: x.toFixed(1), y: (y + 4).toFixed(1) });
  });
}

/**
 * @param {SVGElement} group @param {State} state @param {Place} place
 * @param {{width: number, height: number, digits: number}} box
 */
function drawNodes(group, { adjoints }, place, { width, height, digits }) {
  const nodes = adjoints.flatMap((layer, l) =>
    layer.map((value, i) => ({ value, at: place(l, i, layer.length) })),
  );
  fill(group, nodes.length, () =>
    svg("g", { class: "pt-unit" }, svg("rect"), svg("text", { "text-anchor": "middle", dy: 4 })),
  );
  nodes.forEach(({ value, at: [x, y] }, i) => {
    const [rect, text] = /** @type {SVGElement[]} */ ([...group.children[i].children]);
    set(group.children[i], { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` });
    set(rect, { x: -width / 2, y: -height / 2, width, height, rx: digits ? 5 : width / 2 });
    show(text, digits > 0);
    if (digits) say(text, format(value, digits));
  });
}
