/** The number lines: a nudge dx runs through x, u, y, and every link stretches it. */
import {
  button,
  change,
  checkbox,
  select,
  slider,
  status,
  table,
  watch,
} from "../../shell/controls.js";
import { onResize } from "../../charts/chart.js";
import { hold } from "../../charts/drag.js";
import { html, say } from "../../shell/dom.js";
import { format } from "../../core/formatting.js";
import { nudger } from "./nudge.js";
import { lines, ratioTable } from "./picture.js";
import { products, ratios, sentence, shown } from "./words.js";
import { whenFree } from "../../shell/free.js";
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

/**
 * @typedef {object} Chain what ptcode says of a chain
 * @property {string} key
 * @property {string} label
 * @property {string[]} labels x, u = x², y = sin u
 * @property {import("./nudge.js").LinkData[]} links
 * @property {[number, number]} window
 * @property {[number, number]} places where the slider of x goes
 * @property {{x: number, dx: number}} start
 */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const chains = new Map(
    model
      .get("data")
      .chains.map((/** @type {Chain} */ chain) => [
        chain.key,
        { chain, run: nudger(chain.links), names: ["x", ...chain.links.map(({ name }) => name)] },
      ]),
  );
  const state = () => {
    const { chain, run, names } = chains.get(model.get("chain")) ?? [...chains.values()][0];
    return {
      chain: /** @type {Chain} */ (chain),
      names,
      run,
      x: model.get("x"),
      dx: model.get("dx"),
      nudge: run(model.get("x"), model.get("dx")),
    };
  };
  const parts = build(
    model,
    [...chains.values()].map(({ chain }) => chain),
    state,
  );
  let now = state();

  const update = () => {
    now = state();
    parts.picture.measure(now.chain.labels.length);
    parts.picture.update(now.chain.labels, now.nudge, model.get("zoom") ? null : now.chain.window);
    refresh();
  };
  const refresh = whenFree(el, () => parts.refresh(now));
  el.replaceChildren(...parts.elements);
  el.classList.add("pt-panes", "pt-nudging");
  update();
  const undo = [
    watch(model, KEYS, update),
    drag(parts.picture, model, state),
    onResize(parts.picture.element, () => {
      if (parts.picture.element.clientWidth !== parts.picture.width) update();
    }),
  ];
  return () => undo.forEach((stop) => stop());
}

/**
 * @typedef {{chain: Chain, names: string[], run: (x: number, dx: number) =>
 *   import("./nudge.js").Nudge, x: number, dx: number, nudge: import("./nudge.js").Nudge}} State
 */

/**
 * @param {Model} model
 * @param {Chain[]} chains
 * @param {() => State} state
 */
function build(model, chains, state) {
  const picture = lines(),
    words = status(),
    beside = ratioTable(MOST);
  const now = html("span", {}),
    limit = html("span", {});
  const product = html(
    "p",
    { class: "pt-products" },
    html("span", {}, `${WORDS.now} `),
    now,
    html("br"),
    html("span", {}, `${WORDS.limit} `),
    limit,
  );
  const chosen = select(model, {
    name: "chain",
    label: WORDS.chain,
    options: chains.map(({ key, label }) => ({ value: key, label })),
    choose: (key) => ({
      chain: key,
      .../** @type {Chain} */ (chains.find((chain) => chain.key === key)).start,
    }),
  });
  const zoom = checkbox(model, { name: "zoom", label: WORDS.zoom });
  const x = slider(model, {
    name: "x",
    symbol: "x",
    label: WORDS.startsAt,
    step: 0.05,
    show: (value) => format(value),
  });
  const dx = slider(model, {
    name: "dx",
    symbol: "dx",
    label: WORDS.nudge,
    step: 0.01,
    show: (value) => format(value),
  });
  const halve = button(WORDS.halve, () =>
    change(model, {
      dx: Math.sign(model.get("dx")) * Math.max(SMALLEST, Math.abs(model.get("dx")) / 2),
    }),
  );
  const turn = button(WORDS.turn, () => change(model, { dx: -model.get("dx") }));
  const numbers = table(WORDS.table, WORDS.columns, () => rows(state()));
  return {
    picture,
    elements: [
      html("div", { class: "pt-bar" }, chosen.element, zoom.element),
      html("div", { class: "pt-main" }, picture.element),
      html(
        "div",
        { class: "pt-sliders" },
        x.element,
        dx.element,
        html("div", { class: "pt-player" }, halve, turn),
      ),
      html("div", { class: "pt-words" }, words.element),
      html("div", { class: "pt-side pt-reading" }, beside.element, product),
      numbers.element,
    ],
    /** @param {State} now_ */
    refresh(now_) {
      chosen.update();
      zoom.update();
      const [low, high] = now_.chain.places;
      x.update({ min: low, max: high });
      dx.update({ min: -1, max: 1 });
      halve.disabled = Math.abs(now_.dx) <= SMALLEST;
      turn.disabled = now_.dx === 0;
      beside.update(ratios(now_.names, now_.nudge));
      const found = products(now_.nudge);
      say(now, found.ratios);
      say(limit, found.limits);
      words.update(sentence(now_.names, now_.nudge));
      numbers.update();
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
 * @param {ReturnType<typeof lines>} view
 * @param {Model} model
 * @param {() => State} state
 */
function drag({ start, end, element, x: scale }, model, state) {
  /** @param {SVGGElement} mark @param {(at: number) => void} put */
  const follow = (mark, put) => {
    let unit = 1,
      origin = 0;
    /** @param {PointerEvent} event */
    const move = (event) =>
      put((event.clientX - element.getBoundingClientRect().left - origin) * unit);
    const grab = () => {
      // Under the microscope the scale moves with x: a drag keeps the scale that it began with.
      unit = scale.invert(1) - scale.invert(0);
      origin = scale(0);
    };
    return hold(mark, move, grab);
  };
  const undo = [
    follow(start, (at) => {
      const [low, high] = state().chain.places,
        x = Math.round(Math.min(high, Math.max(low, at)) * 20) / 20;
      if (x !== model.get("x")) change(model, { x });
    }),
    follow(end, (at) => {
      const dx = Math.round(Math.min(1, Math.max(-1, at - model.get("x"))) * 100) / 100;
      if (dx !== model.get("dx")) change(model, { dx });
    }),
  ];
  return () => undo.forEach((stop) => stop());
}

export default live(render);
