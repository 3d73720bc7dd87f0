/**
 * An exercise on the page: what is asked, a field, the verdict, hints one at a time, the solution
 * after an attempt, and another one like it. It keeps nothing itself.
 */
import { button } from "../../shell/controls.js";
import { html, say, unique, written } from "../../shell/dom.js";
import { whenNear } from "../../shell/near.js";
import { scroller } from "../../shell/scroller.js";
import { mathml } from "../../language/mathml.js";
import { plainText } from "../../language/writing.js";
import { answerField } from "./fields.js";
import { hintsOf, knownOf, MARKUP, treeOf } from "../../judge/asked.js";
import { filled } from "../../judge/texts.js";
import { answerForm, verdictStatus } from "./verdictview.js";
import WORDS from "./words.json";
import { COMMON } from "../../shell/words.js";
import { phrase } from "../../core/phrase.js";

/** @typedef {import("../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("../../judge/sentences.js").Verdict} Verdict */
/** @typedef {{seed: number, answer: string}} State answer is "" as long as there is none */
/**
 * @typedef {object} Heard
 * @property {(state: State) => void} [change] the reader submitted, or asked for another one
 * @property {(verdict: Verdict, answer: string) => void} [verdict] after each answer by hand
 * @property {(verdict: Verdict | null) => void} [shown] on the state, whoever changed it
 * @property {() => void} [solution] the solution was opened
 * @property {(text: string) => void} [draft] something stands in the field that was not submitted
 * @property {boolean} [fixed] whether the numbers stay: another one like it is not offered
 */

/** @param {HTMLElement} el @param {Exercise} exercise @param {State} state @param {Heard} [on] */
export function exerciseView(el, exercise, state, on = {}) {
  const view = new View(exercise, on);
  el.replaceChildren(view.parts.element);
  el.classList.add("pt-exercise");
  view.update(state);
  return {
    /** Shows a state that comes from outside. @param {State} next */
    update: (next) => view.update(next),
    /** Puts back what stood in the field when the page was left. @param {string} text */
    draft: (text) => view.draft(text),
    leave: () => view.leave(),
    /** Whether verdicts are read out: a figure has one voice. @param {boolean} aloud */
    speak: (aloud) => view.parts.status.speak(aloud),
    focus: () => view.field.focus(),
    /** What the solution says of the present numbers; to write it is not to open it. */
    solution: async () => view.solution(await writing()),
    destroy() {
      view.hush();
      el.replaceChildren();
    },
  };
}

/** What writes solutions: on a page a script of its own, which most readers never need. */
const writing = () => import("./solution.js");
/** What judges is one, too: it comes with the first answer. */
const judging = () => import("../../judge/judge.js");

class View {
  /** @param {Exercise} exercise @param {Heard} on */
  constructor(exercise, on) {
    this.exercise = exercise;
    this.on = on;
    /** @type {State} */ this.now = { seed: -1, answer: "" };
    /** @type {number} a verdict that was awaited counts only if it is still this */ this.turn = 0;
    /** @type {Promise<void> | null} the judging of the last Check */ this.checking = null;
    /** Calls off the look at an answer that is not near yet. */
    this.pass = () => {};
    /** @type {number} of the hints, how many are shown */ this.hints = 0;
    /** @type {boolean} whether the field holds what was not submitted */ this.touched = false;
    this.field = /** @type {import("./fields.js").Field} */ (/** @type {unknown} */ (null));
    this.parts = build(this);
    this.parts.element.addEventListener("change", () => this.leave());
  }
  /** @param {State} next */
  update(next) {
    if (next.seed === this.now.seed && next.answer === this.now.answer) return;
    const { seed } = this.now;
    this.now = { ...next };
    if (next.seed !== seed) this.ask(next.seed);
    this.field.write(next.answer);
    this.touched = false;
    this.hush();
    this.show(null);
    if (!next.answer) return this.on.shown?.(null);
    this.parts.status.wait("");
    const told = (/** @type {Verdict} */ verdict) => {
      this.show(verdict, !this.touched);
      if (this.touched) this.parts.status.stale();
      this.on.shown?.(verdict);
    };
    this.pass = whenNear(this.parts.element, () => this.judged(next.answer, told));
  }
  /** Something else is shown: no verdict on what was there is awaited any more. */
  hush() {
    this.turn += 1;
    this.pass();
  }
  /**
   * Judges an answer, once the judge is there, unless something else is shown by then.
   * @param {string} answer @param {(verdict: Verdict) => void} then
   */
  async judged(answer, then) {
    this.hush();
    const { turn, exercise, parts } = this,
      { seed } = this.now;
    const module = await judging().catch(() => null);
    if (turn !== this.turn) return;
    if (module) then(module.judge(exercise, answer, seed));
    else parts.status.show(null, WORDS.notJudged);
  }
  /** Asks with the numbers of a seed. @param {number} seed */
  ask(seed) {
    const { exercise } = this,
      { prompt, asked, spoken, place, hints, solution: solved, another, status } = this.parts;
    const tree = treeOf(exercise, seed);
    prompt.innerHTML = filled(exercise.prompt, knownOf(exercise, seed));
    asked.replaceChildren(
      ...(tree === null ? [] : [mathml(["Equal", "y", tree], { display: true })]),
    );
    asked.hidden = tree === null;
    this.field = answerField({
      exercise,
      seed,
      touched: () => this.touch(),
      tell: (text) => say(status.element, text),
    });
    place.replaceChildren(this.field.element);
    say(spoken, tree === null ? "" : plainText(["Equal", "y", tree]));
    tie(place, [prompt, spoken]);
    hints.replaceChildren();
    solved.replaceChildren();
    solved.hidden = true;
    another.hidden = this.on.fixed || exercise.variants.length < 2;
    this.hints = 0;
    this.sayHint();
  }
  touch() {
    this.touched = true;
    this.parts.status.stale();
  }
  /** Hands out what stands in the field if nobody has seen it yet. */
  leave() {
    if (this.touched) this.on.draft?.(this.field.read());
  }
  /** @param {string} text */
  draft(text) {
    this.field.write(text);
    this.touch();
  }
  /**
   * @param {Verdict | null} verdict
   * @param {boolean} [own] whether it is on what the field holds
   */
  show(verdict, own = true) {
    const { status, solve, evidence } = this.parts,
      { exercise } = this;
    if (own) this.field.mark(verdict);
    evidence.replaceChildren(...(this.field.evidence?.(verdict) ?? []));
    status.show(verdict, "", MARKUP.includes(exercise.kind));
    solve.setAttribute("aria-disabled", String(!this.now.answer));
  }
  check() {
    const answer = this.field.read();
    this.parts.status.wait(WORDS.judging);
    this.checking = this.judged(answer, (verdict) => this.submitted(answer, verdict));
  }
  /** What cannot be read is no attempt. @param {string} answer @param {Verdict} verdict */
  submitted(answer, verdict) {
    const since = this.field.read() !== answer; // typed while the judge was on its way
    if (verdict.kind === "unreadable" || answer === "") {
      this.show(verdict, !since);
      if (since) this.touch();
      else if (this.isHere()) this.field.focus();
      return;
    }
    this.now = { seed: this.now.seed, answer };
    this.touched = false;
    this.show(verdict, !since);
    this.on.verdict?.(verdict, answer);
    this.on.change?.({ ...this.now });
    this.on.shown?.(verdict);
    if (since) this.touch();
    writing().catch(() => {}); // the solution is allowed now: it is at hand when it is asked for
  }
  /** Whether the reader has not gone on to something else on the page. */
  isHere() {
    const { activeElement: at, body } = document;
    return !at || at === body || this.parts.element.contains(at);
  }
  /** What was asked, and what was answered to it. */
  told() {
    const { prompt, spoken } = this.parts;
    return {
      task: `${this.exercise.slug}:${this.now.seed}`,
      asked: `${prompt.textContent} ${spoken.textContent}`.trim(),
      answer: this.field.read(),
    };
  }
  hint() {
    const { exercise } = this,
      hints = hintsOf(exercise, this.now.seed);
    if (this.hints >= hints.length) return;
    const known = knownOf(exercise, this.now.seed);
    this.parts.hints.append(written("li", filled(hints[this.hints], known)));
    this.hints += 1;
    this.sayHint();
  }
  sayHint() {
    const { hint } = this.parts,
      count = hintsOf(this.exercise, this.now.seed).length,
      next = this.hints + 1;
    hint.hidden = count === 0;
    hint.setAttribute("aria-disabled", String(next > count));
    say(
      /** @type {Element} */ (hint.lastElementChild),
      next > count ? WORDS.noHints : next > 1 ? phrase(WORDS.hintOf, { next, count }) : WORDS.hint,
    );
  }
  /** @param {Awaited<ReturnType<typeof writing>>} module */
  solution(module) {
    const heading = html("p", { class: "pt-heading" }, COMMON.solution);
    return [heading, ...module.solution(this.exercise, this.now.seed)];
  }
  async solve() {
    const { status, solution: solved } = this.parts,
      { seed } = this.now;
    await this.checking;
    if (!this.now.answer) return say(status.element, WORDS.first);
    const module = await writing().catch(() => null);
    if (!module) return say(status.element, WORDS.notFetched);
    if (!solved.hidden || seed !== this.now.seed) return; // asked for twice, or for other numbers
    solved.replaceChildren(...this.solution(module));
    solved.hidden = false;
    this.on.solution?.();
  }
  another() {
    const next = { seed: this.now.seed + 1, answer: "" };
    this.update(next);
    this.field.focus();
    this.on.change?.(next);
  }
}

/**
 * Lets whatever an answer is given with say what is asked; of several fields, their group.
 * @param {Element} place @param {Element[]} asked
 */
function tie(place, asked) {
  const field = place.querySelector("fieldset, ol, [role=group], input"),
    name = field?.matches("[role=group]") ? "aria-labelledby" : "aria-describedby";
  const ids = [...asked.map(({ id }) => id), field?.getAttribute(name)].filter(Boolean);
  field?.setAttribute(name, ids.join(" "));
}

/** @param {View} view */
function build(view) {
  const prompt = html("p", { class: "pt-prompt", id: unique("prompt") }),
    asked = scroller(html("div", { class: "pt-asked" }), WORDS.asked),
    spoken = html("span", { id: unique("asked"), hidden: true }),
    place = html("div", { class: "pt-answer" });
  const status = verdictStatus(() => view.told()),
    evidence = html("div");
  const hints = html("ol", { class: "pt-hints", "aria-label": WORDS.hints }),
    solved = html("div", { class: "pt-solution" });
  const hint = button(WORDS.hint, () => view.hint()),
    solve = button(COMMON.solution, () => view.solve());
  const another = button(WORDS.another, () => view.another());
  const form = answerForm(() => view.check(), place, hint, solve, another);
  return {
    element: html(
      "div",
      {},
      ...[prompt, asked, spoken, form, ...status.elements, evidence, hints, solved],
    ),
    prompt,
    asked,
    spoken,
    place,
    status,
    evidence,
    hints,
    solution: solved,
    hint,
    solve,
    another,
  };
}
