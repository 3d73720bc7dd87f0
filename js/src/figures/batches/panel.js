/** The parts of the figure of batches: two pictures over the step, its controls, its words. */
import { chart, roundUp } from "../../charts/chart.js";
import { polyline } from "../../charts/marks.js";
import { clamp } from "../../core/numbers.js";
import { counted, phrase } from "../../core/phrase.js";
import { select, slider } from "../../shell/controls.js";
import { html, set, svg } from "../../shell/dom.js";
import { player, stepSlider, stepTable } from "../../shell/player.js";
import { status } from "../../shell/readings.js";
import { COMMON } from "../../shell/words.js";
import { cells, sentence } from "./words.js";
import WORDS from "./words.json";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("./index.js").State} State */
/** @typedef {import("./index.js").Traits["data"]} Data */

/** The heights of θ that are shown at least, and at most. */
const LEAST = /** @type {[number, number]} */ ([-0.5, 4.5]),
  MOST = 40;

/** @param {Model} model @param {Data} data @param {() => State} state */
export function build(model, { told, sizes }, state) {
  const path = pathPicture(),
    rates = ratesPicture(),
    words = status();
  const batch = select(model, {
    name: "batch",
    label: WORDS.batch,
    options: sizes.map((size) => [
      String(size),
      size === told.count ? phrase(WORDS.all, { count: size }) : counted(WORDS.sizes, size),
    ]),
    choose: (size) => ({ batch: Number(size) }),
  });
  const schedule = select(model, {
    name: "schedule",
    label: WORDS.schedule,
    options: Object.entries(WORDS.schedules).map(([key, text]) => [
      key,
      phrase(text, { stage: told.stage }),
    ]),
  });
  const alpha = slider(model, {
    name: "alpha",
    symbol: "α",
    label: COMMON.learningRate,
    range: [0, 1],
    step: 0.01,
  });
  const seed = slider(model, { name: "seed", label: WORDS.seed, range: [1, 20], step: 1 });
  const k = stepSlider(model, told.steps);
  const last = () => state().run.places.length - 1;
  const play = player(model, { key: "k", last, moving: path.element, period: 60 });
  const numbers = stepTable(state, WORDS.columns, cells);
  const controls = [batch, schedule, alpha, seed, k, play, numbers];
  return {
    elements: [
      html("div", { class: "pt-bar" }, batch.element, schedule.element),
      html("div", { class: "pt-main" }, path.element, rates.element),
      html("div", { class: "pt-sliders" }, ...[alpha, seed, k, play].map((one) => one.element)),
      html("div", { class: "pt-words" }, words.element),
      numbers.element,
    ],
    pictures: [path.picture, rates.picture],
    /** @param {State} now */
    draw(now) {
      path.draw(now);
      rates.draw(now);
    },
    /** @param {State} now */
    refresh(now) {
      for (const control of controls) control.update();
      words.update(sentence(now));
    },
    undo: [play.stop],
  };
}

function pathPicture() {
  const picture = chart({
    label: WORDS.picture,
    xLabel: COMMON.stepAxis,
    yLabel: "θ",
    kind: "pt-noisy",
  });
  const band = svg("rect", { class: "pt-noise-band" }),
    best = svg("line", { class: "pt-noise-best" }),
    line = svg("path", { class: "pt-noise-path" }),
    ball = svg("circle", { class: "pt-ball", r: 5 });
  picture.inside.append(band, best, line);
  picture.over.append(ball);
  return {
    element: picture.element,
    picture,
    /** @param {State} now */
    draw({ run, k, best: minimum, size, told }) {
      const all = run.places.map((place) => clamp(place, minimum - MOST, minimum + MOST));
      const view = [Math.min(LEAST[0], ...all), Math.max(LEAST[1], ...all)];
      picture.layout({ x: [0, told.steps], y: /** @type {[number, number]} */ (view) });
      const { x, y } = picture,
        [left, right] = x.range(),
        [bottom, top] = y.range();
      const height = (/** @type {number} */ value) => clamp(y(value), top - 9, bottom + 9);
      const [high, low] = [height(minimum + size), height(minimum - size)];
      set(band, { x: left, width: right - left, y: high, height: low - high });
      set(best, { x1: left, x2: right, y1: height(minimum), y2: height(minimum) });
      set(line, { d: polyline(all.slice(0, k + 1).map((place, i) => [x(i), height(place)])) });
      set(ball, { cx: x(k), cy: height(all[k]) });
    },
  };
}

function ratesPicture() {
  const picture = chart({
    label: WORDS.rates,
    xLabel: COMMON.stepAxis,
    yLabel: "α",
    kind: "pt-low",
  });
  const line = svg("path", { class: "pt-noise-rates" }),
    here = svg("circle", { class: "pt-ball", r: 4 });
  picture.inside.append(line);
  picture.over.append(here);
  return {
    element: picture.element,
    picture,
    /** @param {State} now */
    draw({ run: { rates }, k, told }) {
      picture.layout({ x: [0, told.steps], y: [0, roundUp(1.05 * Math.max(...rates, 1e-9))] });
      const { x, y } = picture;
      set(line, { d: polyline(rates.map((rate, i) => [x(i + 1), y(rate)])) });
      const now = rates[Math.max(0, k - 1)] ?? 0;
      set(here, { cx: x(Math.max(1, k)), cy: y(now) });
    },
  };
}
