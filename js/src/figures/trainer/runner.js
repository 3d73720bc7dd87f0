/**
 * Carries a run to the step that is wanted, a slice of every frame at a time, and lets it play.
 * How many steps a frame holds depends on the processor; what a step does, does not.
 */

/** @typedef {import("../../networks/training.js").Training} Training */

/** Milliseconds of a frame for training and drawing: the rest is the browser's. */
const BUDGET = 7;
const LEAST = 2;
const RATES = /** @type {Record<string, number>} */ ({ slow: 5, steady: 60, fast: Infinity });

export class Runner {
  /**
   * @param {object} options
   * @param {number} options.last the last step there is
   * @param {() => Training} options.run the run of the present settings
   * @param {() => string} options.pace @param {(moving: boolean) => void} options.draw
   * @param {() => void} options.halt called when playing has come to its end
   */
  constructor({ last, run, pace, draw, halt }) {
    this.last = last;
    this.run = run;
    this.pace = pace;
    this.draw = draw;
    this.halt = halt;
    this.goal = 0;
    this.playing = false;
    this.request = 0;
    this.before = 0;
    /** Steps that are due, of which a part belongs to a later frame. */ this.owed = 0;
    /** Milliseconds that drawing takes. */ this.drawing = 4;
    this.asked = false;
  }

  busy() {
    const { diverged, k } = this.run();
    return !diverged && k < this.goal;
  }

  ask() {
    if (!this.request) this.request = requestAnimationFrame((now) => this.frame(now));
  }

  /** Wants `step` steps to have been taken. @param {number} step */
  reach(step) {
    this.goal = Math.min(this.last, step);
    this.asked = !this.playing;
    this.ask();
  }

  play() {
    this.playing = true;
    this.before = performance.now();
    this.owed = 1; // the first frame shows the first step
    this.ask();
  }

  stop() {
    this.playing = false;
  }

  cancel() {
    this.stop();
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  /** Trains on without a frame, for print. @param {number} milliseconds */
  hurry(milliseconds) {
    this.train(performance.now() + milliseconds);
  }

  /** @param {number} end */
  train(end) {
    while (this.busy() && performance.now() < end) this.run().step();
  }

  /** @param {number} now */
  frame(now) {
    this.request = 0;
    if (this.playing && !this.busy()) this.aim(now);
    this.before = now;
    // the first frame after a change belongs to the hand that made it
    this.train(performance.now() + (this.asked ? LEAST : Math.max(LEAST, BUDGET - this.drawing)));
    this.asked = false;
    if (this.playing) this.arrive();
    const start = performance.now();
    this.draw(this.playing || this.busy());
    this.drawing += 0.2 * (performance.now() - start - this.drawing);
    if (this.playing || this.busy()) this.ask();
  }

  /** Sets the goal of a frame while it plays. @param {number} now */
  aim(now) {
    this.owed += ((RATES[this.pace()] ?? RATES.steady) * Math.min(100, now - this.before)) / 1000;
    const endless = !Number.isFinite(this.owed),
      steps = endless ? this.last : Math.floor(this.owed);
    this.owed = endless ? 0 : this.owed - steps;
    this.goal = Math.min(this.last, this.run().k + steps);
  }

  /** As fast as it can, a frame aims no further than it came; at the end, playing ends. */
  arrive() {
    const { diverged, k } = this.run();
    if (this.goal === this.last && this.pace() === "fast") this.goal = k;
    if (!diverged && k < this.last) return;
    this.stop();
    this.halt();
  }
}
