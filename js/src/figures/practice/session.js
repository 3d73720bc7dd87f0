/** The problem in hand: which it is, what was answered, where it goes once a verdict decides. */
import { change } from "../../shell/controls.js";
import { dayOf, daysBetween } from "./days.js";
import { chosen, decides, draw, placeOf, settle } from "./draw.js";
import { made, paid, tempting } from "./slips.js";
import { countOf } from "../../shell/player.js";
import { keep, kept } from "./store.js";

/** @typedef {import("./index.js").Model} Model */
/** @typedef {import("../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./draw.js").Choice} Choice */

const ALL = { topic: "all", level: 0, sort: "all" };

export class Session {
  /**
   * @param {Model} model @param {Exercise[]} cards
   * @param {() => void} show called once after every change of the problem or its answer
   * @param {() => Date} [clock]
   */
  constructor(model, cards, show, clock = () => new Date()) {
    this.model = model;
    this.cards = cards;
    this.show = show;
    this.clock = clock;
    /** Whether several values are just being changed at once. */
    this.together = false;
  }

  /** The exercise in hand, if the state names one that exists. */
  card() {
    const slug = this.model.get("exercise");
    return this.cards.find((card) => card.slug === slug);
  }

  today() {
    return dayOf(this.clock());
  }

  /** For how many days the exercise in hand rests yet; 0 if it is due, or was decided just now. */
  rests() {
    const { due } = placeOf(kept().boxes, this.model.get("exercise")),
      today = this.today();
    return due > today && !this.current().settled ? daysBetween(today, due) : 0;
  }

  /** What the exercise's view shows of the state. */
  state() {
    const { model } = this;
    return { seed: countOf(model, "seed"), answer: model.get("answer") };
  }

  /** The exercises that problems are drawn from. */
  offered() {
    return chosen(this.cards, this.choice());
  }

  /** @returns {Choice} */
  choice() {
    const { model } = this;
    return { topic: model.get("topic"), level: model.get("level"), sort: model.get("sort") };
  }

  /** Narrows the draw; where nothing would be left, the other choices are given up. */
  choose(/** @type {Partial<Choice>} */ changes) {
    const fits = chosen(this.cards, { ...this.choice(), ...changes }).length > 0;
    change(this.model, fits ? changes : { ...ALL, ...changes });
    const { slug } = this.card() ?? {};
    if (!this.offered().some((card) => card.slug === slug)) this.next();
  }

  /** Takes up what was in hand when the page was left, else the next problem. */
  begin() {
    const { now } = kept();
    const known = now && this.cards.some(({ slug }) => slug === now.exercise);
    if (this.card()) this.show();
    else if (known) this.put({ exercise: now.exercise, seed: now.seed, answer: now.answer });
    else this.next();
  }

  next() {
    const { boxes, owed, drawn } = kept(),
      last = this.model.get("exercise"),
      today = this.today();
    const { exercise, seed } = draw(this.offered(), boxes, { last, seed: drawn, today, owed });
    keep({ drawn: drawn + 1, now: { exercise, seed, answer: "", settled: false } });
    this.put({ exercise, seed, answer: "" });
  }

  /** A link or a program names another exercise: what was answered before does not belong to it. */
  named() {
    if (this.together) return;
    if (this.card()) this.put({ answer: "" });
    else this.next();
  }

  /** The first verdict on a problem decides. @param {import("./slips.js").Verdict} verdict */
  judged(verdict) {
    if (decides(verdict)) this.settle(verdict.kind === "correct", made(verdict));
  }

  /** Whoever looks at the solution first has not solved it. */
  revealed() {
    this.settle(false, []);
  }

  /** A problem counts once; one that was decided before it was left has been seen. */
  settle(/** @type {boolean} */ solved, /** @type {string[]} */ slips) {
    const now = this.current();
    if (now.settled) return;
    const { boxes, owed } = kept(),
      { exercise: slug, seed } = now,
      card = this.card();
    const place = placeOf(boxes, slug);
    keep({ now: { ...now, settled: true } });
    if (!card || seed <= place.last) return;
    const concerned = solved ? [...tempting(card), ...place.slips] : slips;
    keep({
      boxes: { [slug]: settle(place, { solved, seed, today: this.today(), slips }) },
      owed: paid(owed, solved, concerned),
    });
  }

  /** What the reader did in the exercise. @param {{seed: number, answer: string}} changes */
  answered({ seed, answer }) {
    this.put({ seed, answer });
    keep({ now: { ...this.current(), answer } });
  }

  /** The problem in hand, as it is kept. @returns {import("./store.js").Problem} */
  current() {
    const { now } = kept(),
      exercise = this.model.get("exercise"),
      seed = this.model.get("seed");
    const same = now && now.exercise === exercise && now.seed === seed;
    return same ? now : { exercise, seed, answer: "", settled: false };
  }

  /** Changes several values and shows them at once. @param {Record<string, string | number>} to */
  put(to) {
    this.together = true;
    change(this.model, to);
    this.together = false;
    this.show();
  }
}
