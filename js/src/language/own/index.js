/**
 * A function that a reader types, beside those of a list: the choice and the field. What reads it
 * is fetched when one is first chosen; it comes when it may, and never takes the focus.
 */
import { phrase } from "../../core/phrase.js";
import { change, select } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { named } from "../../shell/more.js";
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

/**
 * @template Made @param {Model} model
 * @param {object} options
 * @param {string} options.name the key of the choice
 * @param {() => Promise<Library<Made>>} options.load
 * @param {(made: Made) => Changes} options.start a state worth seeing
 * @param {(made: Made) => boolean} options.fits whether the present state is one
 */
export function ownFunction(model, { name, load, start, fits }) {
  const text = () => String(model.get("expression")),
    first = text();
  const element = html("div", { class: "pt-typing-field", hidden: true });
  /** @type {Library<Made> | null} */ let library = null;
  /** @type {Field | null} */ let field = null;
  let wanted = false,
    arrived = () => {},
    stop = () => {};
  /** @type {Reading<Made>} */ const reading = memoOf();
  const look = (/** @type {string} */ typed) =>
    library ? reading.look(library, typed) : undefined;

  const fetched = once(
    load,
    (/** @type {Library<Made>} */ found) => {
      library = found;
      const hand = library.hand(model);
      stop = hand.stop;
      if (text() !== first) hand.now();
      field = library.field(text(), (typed) => {
        const now = look(typed);
        change(model, { expression: typed, ...(now && !fits(now) ? start(now) : {}) });
      });
      element.append(field.element);
      const now = look(text());
      if (wanted && now && self.isChosen()) change(model, start(now));
    },
    () => arrived(),
  );

  const self = {
    element,
    isChosen: () => model.get(name) === TYPED,
    /** What is typed, or what could be read last; null before that. */
    read() {
      if (!library) fetched.ask();
      look(text());
      return reading.made();
    },
    /** Why something else is shown, as a sentence; "" if nothing is. @param {string} shown */
    trouble(shown) {
      const { why, fill = {} } = reading.found();
      const reason = fetched.state === "failed" ? "notFetched" : why;
      return self.isChosen() && reason ? `${phrase(WORDS[reason], { shown, ...fill })} ` : "";
    },
    /** The state to begin with, now or when what reads it is there. */
    begin() {
      if (fetched.state === "failed") fetched.state = "";
      wanted = library === null;
      const now = look(text());
      return now ? start(now) : {};
    },
    update() {
      element.hidden = !self.isChosen();
      if (self.isChosen()) field?.update(text());
    },
    /** @param {() => void} again is called when what was fetched is there */
    whenRead(again) {
      arrived = again;
    },
    stop() {
      fetched.state = "ended";
      stop();
    },
  };
  return self;
}

/**
 * What is read of a text, once for each, and what was made of the last that could be read.
 * @template Made @typedef {ReturnType<typeof memoOf<Made>>} Reading
 */
/** @template Made */
function memoOf() {
  /** @type {{text: string, found: Found<Made>} | null} */ let last = null;
  /** @type {Made | null} */ let made = null;
  return {
    found: () => last?.found ?? {},
    made: () => made,
    /** @param {Library<Made>} library @param {string} text */
    look(library, text) {
      if (last?.text !== text) last = { text, found: library.read(text) };
      made = last.found.made ?? made;
      return last.found.made;
    },
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

/** @template Made @typedef {ReturnType<typeof ownFunction<Made>>} OwnFunction */

/**
 * The list of functions, and after them the reader's own.
 * @template {{key: string, label: string}} Kind
 * @param {Model} model
 * @param {object} options
 * @param {string} options.name @param {string} options.label @param {Kind[]} options.list
 * @param {string} options.before stands before each label
 * @param {string} options.last what the reader's own is called
 * @param {(chosen: Kind) => Changes} options.start
 * @param {{element: HTMLElement, begin: () => Changes, update: () => void}} options.own
 */
export function functionChooser(model, { name, label, list, before, last, start, own }) {
  const chosen = select(model, {
    name,
    label,
    options: [
      ...list.map((one) => /** @type {[string, string]} */ ([one.key, before + one.label])),
      [TYPED, last],
    ],
    choose: (key) => {
      const one = list.find((listed) => listed.key === key);
      return { [name]: key, ...(one ? start(one) : own.begin()) };
    },
  });
  return {
    element: named(html("div", { class: "pt-typing" }, chosen.element, own.element), name),
    update() {
      chosen.update();
      own.update();
    },
  };
}
