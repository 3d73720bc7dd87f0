/** Keeps the run, the clock and the pictures of the network trainer in step with the state. */
import { painter } from "./painter.js";
import { build } from "./panel.js";
import { Runner } from "./runner.js";
import { seldom } from "./seldom.js";
import { fitting, settingsOf } from "./settings.js";
import { training } from "../../networks/training.js";
import { change } from "../../shell/controls.js";

/** @typedef {import("./index.js").Model} Model */

const READ = 50,
  SYNC = 100,
  TELL = 2000,
  CALM = 500,
  REST = 120; // milliseconds
const HURRY = 30;

export class Stage {
  /** @param {Model} model @param {import("../../networks/training.js").Constants} constants */
  constructor(model, constants) {
    this.model = model;
    this.constants = constants;
    this.state = fitting(model, constants);
    this.run = training(settingsOf(this.state), constants);
    this.wanted = this.state.step;
    /** Whether it has come near to the screen. */ this.awake = false;
    /** Whether a picture has come to rest once. */ this.settled = false;
    this.resting = 0;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.due = { read: seldom(READ), sync: seldom(SYNC), tell: seldom(TELL), calm: seldom(CALM) };
    this.clock = this.makeClock();
    this.panel = build(model, constants, {
      run: () => this.run,
      play: () => this.play(),
      go: (by) => this.go(by),
    });
    this.view = painter(this.panel.pictures, constants);
  }

  makeClock() {
    return new Runner({
      last: this.constants.last,
      run: () => this.run,
      pace: () => this.state.pace,
      draw: (moving) => this.draw(moving),
      halt: () => this.sync(),
    });
  }

  looks() {
    return { show: this.state.show, log: Boolean(this.model.get("log")) };
  }

  /** The state has changed: what does not fit is made to, then the run follows. */
  update() {
    const { model } = this;
    const next = fitting(model, this.constants);
    if (Object.entries(next).some(([key, value]) => model.get(key) !== value)) change(model, next);
    else this.follow(next);
  }

  /**
   * Trains anew if a setting has changed, else goes on to the step that is wanted.
   * @param {ReturnType<typeof fitting>} next
   */
  follow(next) {
    const { clock, state } = this;
    const other = JSON.stringify(settingsOf(next)) !== JSON.stringify(settingsOf(state));
    const jump = next.step !== this.wanted;
    this.state = next;
    if (jump) {
      this.wanted = next.step;
      clock.stop();
    }
    const goal = clock.playing ? clock.goal : this.wanted;
    if (other || goal < this.run.k)
      this.run = training(settingsOf(next), this.constants, this.run.room);
    this.panel.refresh();
    clock.reach(goal);
    if (!this.awake || jump) this.panel.tell(goal, false);
  }

  /** The state is told how far the run has come. */
  sync() {
    this.wanted = this.run.k;
    change(this.model, { step: this.run.k });
  }

  pause() {
    this.clock.stop();
    this.sync();
    this.clock.reach(this.run.k);
  }

  play() {
    if (this.clock.playing) return this.pause();
    this.clock.play();
    this.panel.tell(this.run.k, true);
  }

  /** @param {"step" | "epoch" | "start"} by */
  go(by) {
    this.pause();
    const { k, stride } = this.run;
    const steps = by === "epoch" ? stride - (k % stride) : 1;
    const step = by === "start" ? 0 : Math.min(this.constants.last, k + steps);
    change(this.model, { step });
  }

  /** @param {boolean} moving more steps are to follow */
  draw(moving) {
    const { clock, due, panel, run } = this;
    const still = this.calm.matches || !this.settled;
    if (!this.awake || (moving && still && !due.calm())) return;
    this.view.draw(run, this.looks(), still);
    if (!moving || due.read()) panel.read();
    clearTimeout(this.resting);
    if (!moving) {
      this.settled = true;
      this.resting = setTimeout(() => this.view.finish(this.run, this.looks()), REST);
    }
    if (!moving || due.tell()) panel.tell(clock.playing ? run.k : clock.goal, clock.playing);
    if (clock.playing && !clock.busy() && due.sync()) this.sync();
  }

  /** Comes near to the screen, or to paper. */
  wake() {
    this.awake = true;
    this.view.measure();
    this.view.recolour();
    this.update();
    this.clock.hurry(HURRY);
    this.view.draw(this.run, this.looks(), true);
    this.panel.read();
    this.panel.tell(this.clock.goal, false);
  }

  resize() {
    if (this.awake && this.view.measure()) this.clock.ask();
  }

  recolour() {
    if (this.awake && this.view.recolour()) this.clock.ask();
  }

  stop() {
    this.clock.cancel();
    clearTimeout(this.resting);
  }
}
