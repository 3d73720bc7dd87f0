/** Keeps the run, the clock and the pictures of the network trainer in step with the state. */
import { painter } from "./painter.js";
import { build } from "./panel.js";
import { runner } from "./runner.js";
import { fitting, settingsOf } from "./settings.js";
import { training } from "../../networks/training.js";
import { change } from "../../shell/controls.js";

const READ = 50,
  SYNC = 100,
  TELL = 2000,
  CALM = 500,
  REST = 120; // milliseconds
const HURRY = 30;

/**
 * @param {import("../../shell/controls.js").Model} model
 * @param {import("../../networks/training.js").Constants} constants
 */
export function stage(model, constants) {
  let state = fitting(model, constants);
  let run = training(settingsOf(state), constants);
  let wanted = state.step,
    awake = false,
    settled = false,
    resting = 0;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const clock = runner({
    last: constants.last,
    run: () => run,
    pace: () => state.pace,
    draw,
    halt: sync,
  });
  const panel = build(model, constants, { run: () => run, play, go });
  const view = painter(panel.pictures, constants);
  const due = { read: seldom(READ), sync: seldom(SYNC), tell: seldom(TELL), calm: seldom(CALM) };

  const looks = () => ({ show: state.show, log: Boolean(model.get("log")) });

  /** The state has changed: train anew if a setting has, else go on to the step that is wanted. */
  function update() {
    const next = fitting(model, constants);
    if (Object.entries(next).some(([key, value]) => model.get(key) !== value))
      return change(model, next);
    const other = JSON.stringify(settingsOf(next)) !== JSON.stringify(settingsOf(state));
    const jump = next.step !== wanted;
    state = next;
    if (jump) {
      wanted = state.step;
      clock.stop();
    }
    const goal = clock.playing() ? clock.goal() : wanted;
    if (other || goal < run.k) run = training(settingsOf(state), constants, run.room);
    panel.refresh();
    clock.reach(goal);
    if (!awake || jump) panel.tell(goal, false);
  }

  /** The state is told how far the run has come. */
  function sync() {
    wanted = run.k;
    change(model, { step: run.k });
  }

  function pause() {
    clock.stop();
    sync();
    clock.reach(run.k);
  }

  function play() {
    if (clock.playing()) return pause();
    clock.play();
    panel.tell(run.k, true);
  }

  /** @param {"step" | "epoch" | "start"} by */
  function go(by) {
    pause();
    const steps = by === "epoch" ? run.stride - (run.k % run.stride) : 1;
    change(model, { step: by === "start" ? 0 : Math.min(constants.last, run.k + steps) });
  }

  /** @param {boolean} moving more steps are to follow */
  function draw(moving) {
    const still = calm.matches || !settled;
    if (!awake || (moving && still && !due.calm())) return;
    view.draw(run, looks(), still);
    if (!moving || due.read()) panel.read();
    clearTimeout(resting);
    if (!moving) {
      settled = true;
      resting = setTimeout(() => view.finish(run, looks()), REST);
    }
    if (!moving || due.tell()) panel.tell(clock.playing() ? run.k : clock.goal(), clock.playing());
    if (clock.playing() && !clock.busy() && due.sync()) sync();
  }

  return {
    elements: panel.elements,
    update,
    /** Comes near to the screen, or to paper. */
    wake() {
      awake = true;
      view.measure();
      view.recolour();
      update();
      clock.hurry(HURRY);
      view.draw(run, looks(), true);
      panel.read();
      panel.tell(clock.goal(), false);
    },
    resize() {
      if (awake && view.measure()) clock.ask();
    },
    recolour() {
      if (awake && view.recolour()) clock.ask();
    },
    stop() {
      clock.cancel();
      clearTimeout(resting);
    },
  };
}

/**
 * A question that is answered with yes at most once in so many milliseconds.
 * @param {number} milliseconds
 */
function seldom(milliseconds) {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}
