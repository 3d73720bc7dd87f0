/** The graph drawn: nodes with value and adjoint, edges with the local derivative. */
import { arrowhead } from "../../charts/marks.js";
import { say, set, svg } from "../../shell/dom.js";
import { textScale } from "../../shell/size.js";
import { format } from "../../core/formatting.js";
import { plainText } from "../../language/writing.js";
import { arranged } from "./arranging.js";
import { LINE } from "./boxes.js";
import { line } from "./routes.js";
import { argumentOf } from "./steps.js";
import WORDS from "./words.json";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {import("./sweep.js").Run} Run */
/** @typedef {import("./steps.js").Step} Step */
/** @typedef {import("./steps.js").Progress} Progress */
/** @typedef {import("./arranging.js").Box} Box */
/** @typedef {import("./layout.js").Wire} Wire */
/** @typedef {{nodes: Node[], steps: Step[], run: Run, step: number, progress: Progress}} State */

const INSET = 6;
/** Half the room for a label, which stands to the right of its wire. */
const LABEL = 22;

/** @param {(step: number) => void} jump */
export function graphPicture(jump) {
  const element = svg("svg", { role: "img", class: "pt-chart pt-computation" });
  /** @type {ReturnType<typeof nodeMark>[]} */ let marks = [];
  /** @type {ReturnType<typeof wireMark>[]} */ let wires = [];
  const self = {
    element,
    width: 0,
    height: 0,
    /** pixels of the screen in one that it draws in */
    scale: 1,
    /** @type {Box[]} */ boxes: [],
    /**
     * Draws a graph anew, nothing while it cannot be laid out yet.
     * @param {Node[]} nodes @param {Step[]} steps @param {number[]} wanted @param {boolean} roomy
     */
    redraw(nodes, steps, wanted, roomy) {
      const layout = arranged(nodes, roomy);
      if (!layout) return;
      const { width, height, boxes, wires: found } = layout;
      Object.assign(self, { width, height, boxes });
      set(element, { viewBox: `0 0 ${width} ${height}`, "aria-label": described(nodes) });
      self.zoom(1);
      const countOf = (/** @type {Step["kind"]} */ kind, place = -1, position = 0) =>
        1 +
        steps.findIndex(
          (step) => step.kind === kind && step.place === place && step.position === position,
        );
      const goTo = (/** @type {number} */ step) => {
        if (step > 0) jump(step);
      };
      marks = boxes.map((box, place) =>
        nodeMark(nodes[place], box, wanted[place], roomy, () => goTo(countOf("forward", place))),
      );
      wires = found.map((wire) =>
        wireMark(wire, () => goTo(countOf("backward", wire.place, wire.position))),
      );
      element.replaceChildren(
        ...wires.map(({ group }) => group),
        ...marks.map(({ group }) => group),
      );
    },
    /** Draws it so many times as large as the text is. @param {number} times */
    zoom(times) {
      self.scale = times * textScale();
      set(element, { width: self.width * self.scale, height: self.height * self.scale });
    },
    /** @param {State} state */
    update(state) {
      const current = state.step > 0 ? state.steps[state.step - 1] : null;
      marks.forEach((mark, place) => updateNode(mark, place, state, current));
      wires.forEach((mark) => updateWire(mark, state, current));
    },
  };
  return self;
}

/** @param {Node[]} nodes */
function described(nodes) {
  const inputs = nodes
    .filter(({ formula }) => formula === null)
    .map(({ label }) => label)
    .join(", ");
  const made = nodes.flatMap(({ label, formula }) =>
    formula === null ? [] : [`${label} = ${plainText(formula)}`],
  );
  return phrase(WORDS.described, { inputs, nodes: made.join("; ") });
}

/**
 * @param {Node} node @param {Box} box @param {number} wanted @param {boolean} roomy
 * @param {() => void} choose
 */
function nodeMark(node, { x, y, width, height, text }, wanted, roomy, choose) {
  const [left, right, top] = [-width / 2 + INSET, width / 2 - INSET, -height / 2];
  const at = (/** @type {number} */ row) => top + LINE.first + row * LINE.next;
  const row = node.formula === null ? 1 : 2;
  const frame = svg("rect", {
    x: -width / 2,
    y: top,
    width,
    height,
    rx: node.formula === null ? 13 : 5,
  });
  const value = svg("text", { class: "pt-node-value", x: right, y: at(0), "text-anchor": "end" });
  const adjoint = svg("text", {
    class: "pt-node-adjoint",
    x: right,
    y: at(row),
    "text-anchor": "end",
  });
  const marker = svg("text", { class: "pt-node-marker", x: left, y: at(row) }, "◂");
  const more = svg("text", {
    class: "pt-node-more",
    x: right,
    y: at(row + 1),
    "text-anchor": "end",
  });
  const kind =
    node.formula === null ? (node.given ? "pt-given-node" : "pt-input-node") : "pt-made-node";
  const group = svg(
    "g",
    { class: kind, transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, click: choose },
    frame,
    svg("text", { class: "pt-name", x: left, y: at(0) }, node.label),
    value,
    svg("text", { class: "pt-node-formula", x: left, y: at(1) }, text),
    ...(node.given
      ? [svg("text", { class: "pt-node-formula", x: left, y: at(1) }, WORDS.given)]
      : [marker, adjoint, more]),
    ...(wanted > 1 ? [plus(height / 2)] : []),
  );
  return { group, kind, value, adjoint, marker, more, roomy };
}

/** The sign under a node where shares are added up. @param {number} y */
function plus(y) {
  return svg(
    "g",
    { class: "pt-plus", transform: `translate(0,${y})` },
    svg("rect", { x: -13, y: -8, width: 26, height: 16, rx: 8 }),
    svg("text", { "text-anchor": "middle", dy: "0.34em" }, "+="),
  );
}

/**
 * @param {ReturnType<typeof nodeMark>} mark @param {number} place @param {State} state
 * @param {Step | null} current
 */
function updateNode(
  { group, kind, value, adjoint, marker, more, roomy },
  place,
  { nodes, run, progress },
  current,
) {
  const { known, arrived, wanted } = progress;
  const complete = wanted[place] > 0 && arrived[place] === wanted[place];
  const receiving = current?.kind === "backward" && argumentOf(nodes, current) === place;
  const active =
    receiving || (current !== null && current.kind !== "backward" && current.place === place);
  say(value, known[place] ? brief(run.values[place]) : "–");
  const adding = receiving && wanted[place] > 1;
  say(
    adjoint,
    adding
      ? terms(place, progress, run, current)
      : arrived[place]
        ? brief(progress.sums[place]) + (complete ? "" : " + …")
        : "",
  );
  say(
    more,
    adding
      ? `= ${brief(progress.sums[place])}`
      : roomy && complete && !Number.isNaN(progress.sums[place])
        ? `≈ ${brief(run.measured(place))}`
        : "",
  );
  more.classList.toggle("pt-sum", adding);
  say(marker, adding ? "" : "◂");
  marker.classList.toggle("pt-waiting", arrived[place] === 0);
  dress(group, [
    kind,
    ...(known[place] ? [] : ["pt-unknown"]),
    ...(complete ? ["pt-complete"] : []),
    ...(active ? ["pt-active"] : []),
  ]);
}

/**
 * What there was and the share that arrives.
 * @param {number} place @param {Progress} progress @param {Run} run @param {Step} step
 */
function terms(place, { arrived, sums }, run, step) {
  const share = run.shares[step.place][step.position];
  if (Number.isNaN(share)) return WORDS.none;
  const before = arrived[place] === 1 ? 0 : sums[place] - share;
  const written = (/** @type {number} */ digits) =>
    `${format(before, digits)} ${share < 0 ? "−" : "+"} ${format(Math.abs(share), digits)}`;
  return written(3).length > 15 ? written(2) : written(3);
}

/** @param {Wire} wire @param {() => void} choose */
function wireMark({ middle: [x, y], points, place, position }, choose) {
  const path = line(points),
    [first, second] = points;
  const [before, last] = points.slice(-2);
  const down = arrowhead(...before, ...last),
    up = arrowhead(...second, ...first);
  const head = svg("path", { class: "pt-wire-head", d: down });
  const label = svg("text", {
    class: "pt-wire-label",
    x: (x - LABEL).toFixed(1),
    y: y.toFixed(1),
    dy: "0.34em",
  });
  const group = svg(
    "g",
    { class: "pt-wire", click: choose },
    svg("path", { class: "pt-wire-reach", d: path }),
    svg("path", { class: "pt-wire-line", d: path }),
    head,
    label,
  );
  return { group, head, label, place, position, down, up, order: -1 };
}

/** @param {ReturnType<typeof wireMark>} mark @param {State} state @param {Step | null} current */
function updateWire(
  { group, head, label, place, position, down, up },
  { steps, step, run, progress },
  current,
) {
  const passed = steps.findIndex(
    (one) => one.kind === "backward" && one.place === place && one.position === position,
  );
  const back = passed >= 0 && passed < step,
    known = progress.known[place];
  const active =
    current?.place === place &&
    (current.kind === "forward" || (current.kind === "backward" && current.position === position));
  const d = back ? up : down;
  set(head, { d });
  say(label, back ? `× ${brief(run.locals[place][position])}` : "");
  dress(group, [
    "pt-wire",
    ...(known ? [] : ["pt-unknown"]),
    ...(back ? ["pt-back"] : []),
    ...(active ? ["pt-active"] : []),
  ]);
}

/** @param {Element} element @param {string[]} classes */
function dress(element, classes) {
  set(element, { class: classes.join(" ") });
}

/** Four digits, fewer where they are many. @param {number} value */
function brief(value) {
  if (Number.isNaN(value)) return WORDS.none;
  const text = format(value, 4);
  return text.length > 8 ? format(value, 2) : text;
}
