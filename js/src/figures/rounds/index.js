/** The same ten questions before the book and after it: not judged, then compared. */
import { phrase } from "../../core/phrase.js";
import { wayOut } from "../../shell/away/index.js";
import { button, change, watch } from "../../shell/controls.js";
import { html, say } from "../../shell/dom.js";
import { live } from "../../shell/live.js";
import { lasts, onMemory } from "../../shell/memory.js";
import { tellNews } from "../../shell/news.js";
import { onPaper } from "../../shell/paper.js";
import { status } from "../../shell/readings.js";
import { told } from "../question/choice.js";
import { asking, questionsOf } from "./asking.js";
import { comparison } from "./comparison.js";
import { counted, report, ROUNDS } from "./done.js";
import { begun, concerns, finish, finishedAt, reopen, START } from "./store.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").Rounds} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */
/** @typedef {import("./asking.js").Question} Question */
/** @typedef {"first" | "between" | "second" | "compared"} Phase */

export { counted, rightly } from "./done.js";

const FILE = "chain-rule-rounds.json";

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const questions = questionsOf(model.get("data"));
  const turn = (/** @type {string} */ round) => change(model, { round });
  const parts = build(questions, {
    finish: () => finish(model.get("round") === "second" ? "second" : "first"),
    change: () => reopen("first"),
    begin: () => turn("second"),
    already: () => turn("second"),
    notYet: () => turn("first"),
  });
  /** What is kept decides which round it is; where nothing is, the reader says so. */
  const update = () => {
    if (begun("second")) turn("second");
    parts.update(phaseOf(model.get("round")));
  };
  el.replaceChildren(...parts.elements);
  el.classList.add("pt-question", "pt-rounds");
  tellNews(el);
  onPaper(el, async () => [
    html(
      "ol",
      {},
      ...questions.map(({ choices }) =>
        html("li", {}, ...told(choices.filter(({ correct }) => correct)).childNodes),
      ),
    ),
  ]);
  update();
  return [
    watch(model, ["round"], update),
    onMemory((name) => {
      if (!concerns(name)) return;
      if (!begun("")) turn("first");
      update();
    }),
  ];
}

/** @param {string} round @returns {Phase} */
function phaseOf(round) {
  if (round === "second") return finishedAt("second") ? "compared" : "second";
  return finishedAt("first") ? "between" : "first";
}

/**
 * @param {Question[]} questions
 * @param {Record<"finish" | "change" | "begin" | "already" | "notYet", () => void>} act
 */
function build(questions, act) {
  const title = html("h2", { tabindex: -1 }),
    about = html("p"),
    place = html("div"),
    words = status();
  const buttons = {
    finish: button(WORDS.finish.first, act.finish),
    begin: button(WORDS.begin, act.begin),
    change: button(WORDS.change, act.change),
    already: button(WORDS.already, act.already),
    notYet: button(WORDS.notYet, act.notYet),
  };
  const out = wayOut({
    starts: [START],
    file: FILE,
    label: WORDS.report,
    told: () => report(questions),
    started: () => begun(""),
  });
  let shown = "",
    body = { update: () => {} };
  return {
    elements: [
      title,
      about,
      place,
      words.element,
      html("div", { class: "pt-player" }, ...Object.values(buttons)),
      out.element,
    ],
    /** @param {Phase} phase */
    update(phase) {
      const here = title.parentElement?.contains(document.activeElement);
      const rounds = ROUNDS.filter((round) => begun(round) && phase === "compared"),
        drawn = [phase, ...rounds].join();
      if (drawn !== shown) {
        const made = drawing(questions, phase, rounds);
        place.replaceChildren(...made.elements);
        // before what it sums up, and below what it counts
        if (phase === "compared") place.before(words.element);
        else place.after(words.element);
        body = made;
      }
      say(title, WORDS[phase].title);
      say(about, aboutOf(phase));
      for (const [name, one] of Object.entries(buttons))
        one.hidden = !offered(phase).includes(name);
      if (phase === "first" || phase === "second")
        say(/** @type {Element} */ (buttons.finish.lastElementChild), WORDS.finish[phase]);
      body.update();
      words.update(said(questions, phase));
      out.update();
      if (here && drawn !== shown) title.focus(); // what was pressed is gone
      shown = drawn;
    },
  };
}

/** @param {Question[]} questions @param {Phase} phase @param {("first" | "second")[]} rounds */
function drawing(questions, phase, rounds) {
  if (phase === "between") return { elements: [], update: () => {} };
  const made = phase === "compared" ? comparison(questions, rounds) : asking(questions, phase);
  return { elements: [made.element], update: made.update };
}

/** The buttons of each phase. @param {Phase} phase @returns {string[]} */
function offered(phase) {
  if (phase === "between") return ["begin", "change"];
  if (phase === "first") return ["finish", "already"];
  if (phase === "compared") return [];
  return begun("second") || finishedAt("first") ? ["finish"] : ["finish", "notYet"];
}

/** @param {Phase} phase */
function aboutOf(phase) {
  const alone = phase === "second" && !begun("first");
  const text = alone ? WORDS.second.alone : WORDS[phase].about;
  return lasts() ? text : `${text} ${WORDS.fleeting}`;
}

/** @param {Question[]} questions @param {Phase} phase */
function said(questions, phase) {
  const count = questions.length;
  if (phase !== "compared") {
    const { answered } = counted(questions, phase === "second" ? "second" : "first");
    return phrase(phase === "between" ? WORDS.kept : WORDS.answered, { answered, count });
  }
  const [first, second] = ROUNDS.map((round) => counted(questions, round).right);
  return phrase(begun("first") ? WORDS.came : WORDS.cameAlone, { first, second, count });
}

export default live(render);
