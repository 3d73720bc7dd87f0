/** The number lines: a nudge Δx runs through x, u, y, and every link stretches it. */
import { button, byKey, change, checkbox, chooser, slider } from "../../shell/controls.js";
import { status, table } from "../../shell/readings.js";
import { hold, placeIn } from "../../charts/drag.js";
import { html } from "../../shell/dom.js";
import { explorer } from "../../shell/explorer.js";
import { snap } from "../../core/numbers.js";
import { nudger } from "./nudge.js";
import { lines } from "./picture.js";
import { productLine, ratioTable } from "./ratios.js";
import { products, ratios, sentence, shown } from "./words.js";
import { live } from "../../shell/live.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").NumberLines} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { nudger } from "./nudge.js";
export { sentence } from "./words.js";

const KEYS = ["chain", "x", "dx", "zoom"];
const SMALLEST = 1e-6;
const MOST = 4;
const HALVINGS = 10;

/** @typedef {Traits["data"]["chains"][number]} Chain */
/** @typedef {ReturnType<ReturnType<typeof solver>>} State */

/** @param {{model: Model, el: HTMLElement}} context */
function render(context) {
  const { model } = context,
    { chains } = model.get("data");
  return explorer(context, {
    keys: KEYS,
    kinds: ["pt-nudging"],
    solve: solver(model, chains),
    build: (state) => build(model, chains, state),
  });
}

/** @param {Model} model @param {Chain[]} chains */
function solver(model, chains) {
  const chosen = byKey(chains, (chain) => ({
    chain,
    run: nudger(chain.links),
    names: ["x", ...chain.links.map(({ name }) => name)],
  }));
  return () => {
    const now = chosen(model.get("chain")),
      x = model.get("x"),
      dx = model.get("dx");
    return { ...now, x, dx, nudge: now.run(x, dx) };
  };
}

/** @param {Model} model @param {Chain[]} chains @param {() => State} state */
function build(model, chains, state) {
  const picture = lines(),
    words = status(),
    beside = ratioTable(MOST),
    product = productLine();
  const { chosen, zoom, x, dx } = controlsOf(model, chains, state);
  const nudge = nudgeButtons(model);
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, zoom.element),
      html("div", { class: "pt-main" }, picture.element),
      html("div", { class: "pt-sliders" }, x.element, dx.element, nudge.element),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-side pt-reading" }, beside.element, product.element),
      numbers.element,
    ],
    pictures: [picture],
    /** @param {State} now */
    draw({ chain, nudge }) {
      picture.update(chain.labels, nudge, model.get("zoom") ? null : chain.window);
    },
    /** @param {State} now */
    refresh(now) {
      picture.makeRoom(now.chain.labels.length);
      for (const control of [chosen, zoom, x, dx, nudge]) control.update();
    },
    /** @param {State} now */
    tell(now) {
      numbers.update();
      beside.update(ratios(now.names, now.nudge));
      product.update(products(now.nudge));
      words.update(sentence(now.names, now.nudge));
    },
    undo: drag(picture, model, state),
  };
}

/** @param {Model} model @param {Chain[]} chains @param {() => State} state */
function controlsOf(model, chains, state) {
  return {
    chosen: chooser(model, {
      name: "chain",
      label: WORDS.chain,
      list: chains,
      start: ({ start }) => start,
    }),
    zoom: checkbox(model, { name: "zoom", label: WORDS.zoom }),
    x: slider(model, {
      name: "x",
      symbol: "x",
      label: WORDS.startsAt,
      range: () => state().chain.places,
      step: 0.05,
    }),
    dx: slider(model, {
      name: "dx",
      symbol: "Δx",
      label: WORDS.nudge,
      range: [-1, 1],
      step: 0.01,
    }),
  };
}

/** Half the nudge, or the other way. @param {Model} model */
function nudgeButtons(model) {
  const size = () => Math.abs(model.get("dx"));
  const halve = button(WORDS.halve, () =>
    change(model, { dx: Math.sign(model.get("dx")) * Math.max(SMALLEST, size() / 2) }),
  );
  const turn = button(WORDS.turn, () => change(model, { dx: -model.get("dx") }));
  return {
    element: html("div", { class: "pt-player", "data-control": "dx" }, halve, turn),
    update() {
      halve.disabled = size() <= SMALLEST;
      turn.disabled = size() === 0;
    },
  };
}

/** The nudge and its halves. @param {State} state */
function rows({ run, x, dx }) {
  return Array.from({ length: HALVINGS }, (_, i) => {
    const { nudges, ratio, limit } = run(x, dx / 2 ** i);
    return [dx / 2 ** i, nudges[1], nudges[nudges.length - 1], ratio, ratio - limit].map(shown);
  });
}

/**
 * Lets x be dragged by its ring and dx by the smaller one.
 * @param {ReturnType<typeof lines>} view @param {Model} model @param {() => State} state
 */
function drag({ start, end, element, x: scale }, model, state) {
  /** @param {SVGGElement} mark @param {(at: number) => void} put */
  const follow = (mark, put) => {
    let unit = 1,
      origin = 0;
    /** @param {PointerEvent} event */
    const move = (event) => put((placeIn(element, event).x - origin) * unit);
    const grab = () => {
      // Under the microscope the scale moves with x: a drag keeps the scale that it began with.
      unit = scale.invert(1) - scale.invert(0);
      origin = scale(0);
    };
    return hold(mark, move, grab);
  };
  return [
    follow(start, (at) => change(model, { x: snap(at, state().chain.places) })),
    follow(end, (at) => change(model, { dx: snap(at - model.get("x"), [-1, 1], 0.01) })),
  ];
}

export default live(render, { primary: ["x", "dx"] });
