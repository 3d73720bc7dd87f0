/** The choice among the functions of a list and the reader's own, with the field for that. */
import { select } from "../../shell/controls.js";
import { html } from "../../shell/dom.js";
import { named } from "../../shell/more.js";
import { TYPED } from "./index.js";

/** @typedef {import("../../shell/controls.js").Model} Model */
/** @typedef {import("../../shell/controls.js").Changes} Changes */

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
