/**
 * A function that a reader types, beside those of a list. What reads it is fetched when one is
 * first chosen; it comes when it may, and never takes the focus.
 */
import { phrase } from "../../core/phrase.js";
import { change } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import WORDS from "./words.json";

/** The choice that stands for what is typed. */
export const TYPED = "typed";

/**
 * The typed text has no part in what a list offers. @param {string} name the key of the choice
 * @returns {(get: (key: string) => unknown) => string[]}
 */
export const unusedText = (name) => (get) => (get(name) === TYPED ? [] : ["expression"]);

/** @typedef {import("../../shell/controls.js").Model} Model */
/** @typedef {import("../../shell/controls.js").Changes} Changes */
/** @typedef {import("../../core/phrase.js").Fill} Fill */
/**
 * What a text says, or why that cannot be shown.
 * @template Made @typedef {{made?: Made, why?: keyof typeof WORDS, fill?: Fill}} Found
 */
/**
 * What is fetched.
 * @template Made @typedef {object} Library
 * @property {(text: string) => Found<Made>} read
 * @property {(value: string, onText: (text: string) => void) => Field} field
 * @property {(model: Model) => {now: () => void, stop: () => void}} hand the tree to Python
 */
/** @typedef {{element: HTMLElement, update: (text: string) => void}} Field */

/** @template Made @typedef {ReturnType<typeof ownFunction<Made>>} OwnFunction */

/**
 * @template Made @param {Model} model
 * @param {object} options
 * @param {string} options.name the key of the choice
 * @param {() => Promise<Library<Made>>} options.load
 * @param {(made: Made) => Changes} options.start a state worth seeing
 * @param {(made: Made) => boolean} options.fits whether the present state is one
 */
export function ownFunction(model, { name, load, start, fits }) {
  const element = html("div", { class: "pt-typing-field", hidden: true });
  const isChosen = () => model.get(name) === TYPED;
  /** @type {Reading<Made>} */ const reading = readingOf(model);
  /** @type {Field | null} */ let field = null;
  /** @type {Made | null} */ let listed = null;
  let wanted = false,
    arrived = () => {};
  const fetched = once(
    load,
    (/** @type {Library<Made>} */ library) => {
      reading.begin(library);
      field = library.field(reading.text(), (typed) => {
        const now = reading.look(typed);
        change(model, { expression: typed, ...(now && !fits(now) ? start(now) : {}) });
      });
      element.append(field.element);
      const now = reading.look();
      if (wanted && now && isChosen()) change(model, start(now));
    },
    () => arrived(),
  );
  return {
    element,
    /**
     * What there is to show: what is typed, or could be read last, if that is chosen; else, and
     * before that, what was chosen last of the list.
     * @param {(key: string) => Made} list
     */
    shown(list) {
      if (!isChosen() || !listed) listed = list(String(model.get(name)));
      if (!isChosen()) return listed;
      if (!reading.ready()) fetched.ask();
      reading.look();
      return reading.made() ?? listed;
    },
    /** Why something else is shown, as a sentence; "" if nothing is. @param {string} shown */
    trouble(shown) {
      const { why, fill = {} } = reading.found();
      const reason = fetched.state === "failed" ? "notFetched" : why;
      return isChosen() && reason ? `${phrase(WORDS[reason], { shown, ...fill })} ` : "";
    },
    /** The state to begin with, now or when what reads it is there. */
    begin() {
      if (fetched.state === "failed") fetched.state = "";
      wanted = !reading.ready();
      const now = reading.look();
      return now ? start(now) : {};
    },
    update() {
      element.hidden = !isChosen();
      if (isChosen()) field?.update(reading.text());
    },
    /** @param {() => void} again is called when what was fetched is there */
    whenRead(again) {
      arrived = again;
    },
    stop() {
      fetched.state = "ended";
      reading.stop();
    },
  };
}

/** @template Made @typedef {ReturnType<typeof readingOf<Made>>} Reading */
/**
 * What is read of the model's text, once for each, and what was made of the last that could be.
 * @template Made @param {Model} model
 */
function readingOf(model) {
  const text = () => String(model.get("expression")),
    first = text();
  /** @type {Library<Made> | null} */ let library = null;
  /** @type {{typed: string, found: Found<Made>} | null} */ let last = null;
  /** @type {Made | null} */ let made = null;
  let stop = () => {};
  return {
    text,
    ready: () => library !== null,
    found: () => last?.found ?? {},
    made: () => made,
    look(typed = text()) {
      if (!library) return undefined;
      if (last?.typed !== typed) last = { typed, found: library.read(typed) };
      made = last.found.made ?? made;
      return last.found.made;
    },
    /** From now on a text is read, and handed to Python. @param {Library<Made>} found */
    begin(found) {
      library = found;
      const hand = found.hand(model);
      stop = hand.stop;
      if (text() !== first) hand.now();
    },
    stop: () => stop(),
  };
}

/**
 * Loads what is asked for once, or again after a failure; nothing comes of it after the end.
 * @template Loaded @param {() => Promise<Loaded>} load @param {(loaded: Loaded) => void} begin
 * @param {() => void} arrived is called after it has begun, or failed
 */
function once(load, begin, arrived) {
  const self = {
    state: /** @type {"" | "asked" | "failed" | "ended"} */ (""),
    ask() {
      if (self.state) return;
      self.state = "asked";
      load().then(
        (loaded) => {
          if (self.state === "ended") return;
          begin(loaded);
          arrived();
        },
        () => {
          if (self.state !== "ended") self.state = "failed";
          arrived();
        },
      );
    },
  };
  return self;
}
