/** The sorting game: composite, product or sum; and of a composite, which function is outer. */
import { button, change, watch, buttonRow } from "../../shell/controls.js";
import { status } from "../../shell/readings.js";
import { html, say } from "../../shell/dom.js";
import { scroller } from "../../shell/scroller.js";
import { onMemory } from "../../shell/memory.js";
import { deal } from "./deck.js";
import { forget, keepFirst, results, takeOver } from "./kept.js";
import { mathml } from "../../language/mathml.js";
import { countOf } from "../../shell/player.js";
import { clamp } from "../../core/numbers.js";
import { live } from "../../shell/live.js";
import { tellNews } from "../../shell/news.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { counted, phrase } from "../../core/phrase.js";

/** @typedef {import("../../../generated/figures.d.ts").SortingGame} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

export { deal } from "./deck.js";

/** @type {Record<string, string>} */
const NAMES = WORDS.kinds;
const KINDS = Object.keys(NAMES);

/** @typedef {Traits["data"]["cards"][number]} Card */
/** @typedef {Card["pairs"][number]} Pair */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { cards, hand: counts } = model.get("data");
  const table = build({ answerKind, answerPair, turn, fresh, clear: forget });
  takeOver(cards);
  /** @type {ReturnType<typeof deal<Card>>} */
  let hand = [];
  let missed = false;

  const now = () => hand[clamp(model.get("card"), 0, hand.length - 1)];
  const update = () => {
    hand = deal(cards, counts, countOf(model, "seed"));
    missed = false;
    table.show(now(), hand.indexOf(now()), hand.length);
    score();
  };
  /** @param {string} kind */
  function answerKind(kind) {
    const { card } = now();
    const right = kind === card.kind;
    table.judge(KINDS.indexOf(kind), right, "kind");
    const asks = right && card.pairs.length > 0;
    table.say(`${verdict(right)} ${card.told[kind]}${asks ? ` ${WORDS.askPair}` : ""}`);
    if (asks) table.askPair();
    keep(right, right && !asks);
  }
  /** @param {number} place */
  function answerPair(place) {
    const { card, order } = now();
    const { correct, feedback } = card.pairs[order[place]];
    table.judge(place, correct, "pair");
    table.say(`${verdict(correct)} ${feedback}`);
    keep(correct, correct);
  }
  /** Of a card in hand the first try counts. @param {boolean} right @param {boolean} done */
  function keep(right, done) {
    missed ||= !right;
    if (done || missed) keepFirst(now().card.text, !missed);
  }
  function score() {
    const all = results();
    table.score(all.filter(Boolean).length, all.length);
  }
  /** @param {number} by */
  function turn(by) {
    change(model, { card: clamp(hand.indexOf(now()) + by, 0, hand.length - 1) });
  }
  function fresh() {
    model.set("card", 0);
    change(model, { seed: countOf(model, "seed") + 1 });
  }

  el.replaceChildren(...table.elements);
  tellNews(el);
  el.classList.add("pt-sorting");
  update();
  return [watch(model, ["seed", "card"], update), onMemory(score)];
}

/** @param {boolean} right */
const verdict = (right) => (right ? COMMON.right : COMMON.notQuite);

/**
 * @param {object} actions @param {(kind: string) => void} actions.answerKind
 * @param {(place: number) => void} actions.answerPair @param {(by: number) => void} actions.turn
 * @param {() => void} actions.fresh @param {() => void} actions.clear
 */
function build({ answerKind, answerPair, turn, fresh, clear }) {
  const face = scroller(html("div", { class: "pt-prompt pt-face" }), WORDS.face),
    count = html("span", { class: "pt-count" });
  const total = html("span"),
    words = status();
  const back = button(WORDS.back, () => turn(-1)),
    next = button(WORDS.next, () => turn(1));
  const reset = button(WORDS.forget, clear);
  const kinds = KINDS.map((kind) => answerButton(() => answerKind(kind)));
  kinds.forEach(({ place }, i) => place.append(NAMES[KINDS[i]]));
  const pairs = [0, 1, 2, 3].map((place) => answerButton(() => answerPair(place)));
  const offered = html(
    "div",
    { class: "pt-pairs", role: "group", "aria-label": WORDS.pair },
    ...pairs.map(({ element }) => element),
  );
  reset.classList.add("pt-forget");
  return {
    elements: [
      html("div", { class: "pt-player pt-deal" }, count, back, next, button(WORDS.fresh, fresh)),
      face,
      buttonRow(WORDS.kind, ...kinds.map(({ element }) => element)),
      words.element,
      offered,
      html("div", { class: "pt-player pt-score" }, total, reset),
    ],
    say: words.update,
    /** @param {{card: Card, order: number[]}} dealt @param {number} index @param {number} size */
    show({ card, order }, index, size) {
      face.replaceChildren(mathml(card.tree, { display: true }));
      say(count, phrase(WORDS.card, { index: index + 1, count: size }));
      [...kinds, ...pairs].forEach((each) => each.mark(""));
      order.forEach((pair, place) =>
        pairs[place].place.replaceChildren(...described(card.pairs[pair])),
      );
      offered.hidden = true;
      back.disabled = index === 0;
      next.disabled = index === size - 1;
      words.update(WORDS.askKind);
    },
    askPair() {
      offered.hidden = false;
    },
    /** @param {number} place @param {boolean} right @param {"kind" | "pair"} which */
    judge(place, right, which) {
      const asked = which === "kind" ? kinds : pairs;
      asked[place].mark(right ? "right" : "wrong");
      if (right) asked.forEach((each) => each.close());
    },
    /** @param {number} right @param {number} of */
    score(right, of) {
      say(total, of ? counted(WORDS.score, of, { right }) : WORDS.none);
      reset.hidden = of === 0;
    },
  };
}

/** A button that answers once: pressed, it keeps its verdict. @param {() => void} click */
function answerButton(click) {
  const place = html("span", { class: "pt-offer" }),
    sign = html("span", { class: "pt-verdict" });
  let open = true;
  const element = html(
    "button",
    {
      type: "button",
      click: () => {
        if (open) click();
      },
    },
    place,
    sign,
  );
  const close = () => {
    open = false;
    element.setAttribute("aria-disabled", "true");
  };
  return {
    element,
    place,
    close,
    /** @param {"" | "right" | "wrong"} verdict */
    mark(verdict) {
      open = true;
      element.removeAttribute("aria-disabled");
      element.className = verdict && `pt-${verdict}-answer`;
      say(sign, verdict && ` ${WORDS.signs[verdict]}`);
      if (verdict) close();
    },
  };
}

/** @param {Pair} pair */
function described({ outer, inner }) {
  /** @param {"outer" | "inner"} kind @param {Pair["outer"]} tree */
  const part = (kind, tree) => {
    const name = html("span", { class: `pt-${kind}` }, WORDS[kind]);
    return html("span", { class: "pt-part" }, name, " ", mathml(tree));
  };
  return [part("outer", outer), " ", part("inner", inner)];
}

export default live(render);
