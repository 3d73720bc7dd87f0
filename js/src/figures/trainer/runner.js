/**
 * Carries a run to the step that is wanted, a slice of every frame at a time, and lets it play.
 * How many steps a frame holds depends on the processor; what a step does, does not.
 */

/** @typedef {import("../../networks/training.js").Training} Training */

/** Milliseconds of a frame for training and drawing: the rest is the browser's. */
const BUDGET = 7;
const LEAST = 2;
const RATES = /** @type {Record<string, number>} */ ({ slow: 5, steady: 60, fast: Infinity });

/**
 * @param {object} options
 * @param {number} options.last the last step there is
 * @param {() => Training} options.run the run of the present settings
 * @param {() => string} options.pace @param {(moving: boolean) => void} options.draw
 * @param {() => void} options.halt called when playing has come to its end
 */
export function runner({ last, run, pace, draw, halt }) {
  let goal = 0,
    playing = false,
    request = 0,
    before = 0,
    owed = 0,
    drawing = 4,
    asked = false;

  const busy = () => !run().diverged && run().k < goal;

  /** @param {number} now */
  function frame(now) {
    request = 0;
    if (playing && !busy()) aim(now);
    before = now;
    // the first frame after a change belongs to the hand that made it
    train(performance.now() + (asked ? LEAST : Math.max(LEAST, BUDGET - drawing)));
    asked = false;
    if (goal === last && pace() === "fast" && playing) goal = run().k;
    if (playing && (run().diverged || run().k >= last)) {
      stop();
      halt();
    }
    const start = performance.now();
    draw(playing || busy());
    drawing += 0.2 * (performance.now() - start - drawing);
    if (playing || busy()) ask();
  }

  /** Sets the goal of a frame while it plays. @param {number} now */
  function aim(now) {
    owed += ((RATES[pace()] ?? RATES.steady) * Math.min(100, now - before)) / 1000;
    const steps = Number.isFinite(owed) ? Math.floor(owed) : last;
    owed = Number.isFinite(owed) ? owed - steps : 0;
    goal = Math.min(last, run().k + steps);
  }

  /** @param {number} end */
  function train(end) {
    while (busy() && performance.now() < end) run().step();
  }

  function ask() {
    if (!request) request = requestAnimationFrame(frame);
  }

  function stop() {
    playing = false;
  }

  return {
    ask,
    stop,
    busy,
    playing: () => playing,
    goal: () => goal,
    /** Wants `step` steps to have been taken. @param {number} step */
    reach(step) {
      goal = Math.min(last, step);
      asked = !playing;
      ask();
    },
    play() {
      playing = true;
      before = performance.now();
      owed = 1; // the first frame shows the first step
      ask();
    },
    /** Trains on without a frame, for print. @param {number} milliseconds */
    hurry(milliseconds) {
      train(performance.now() + milliseconds);
    },
    cancel() {
      playing = false;
      cancelAnimationFrame(request);
      request = 0;
    },
  };
}
