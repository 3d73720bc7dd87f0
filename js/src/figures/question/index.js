/** A question: one answer is chosen, then committed; every choice has its own feedback. */
import { button, change, watch } from "../../shell/controls.js";
import { html, say, unique, written } from "../../shell/dom.js";
import { forget, mend, onMemory, recall, remember } from "../../shell/memory.js";
import { choiceRow, told, verdict } from "./choice.js";
import { placeOf, toKeep } from "./kept.js";
import { onPaper } from "../../shell/paper.js";
import { live } from "../../shell/live.js";
import { tellNews } from "../../shell/news.js";
import WORDS from "./words.json";

/** @typedef {import("../../../generated/figures.d.ts").Question} Traits */
/** @typedef {import("../../shell/contract.d.ts").Model<Traits>} Model */

const NONE = -1;
const ANSWERS = "answer:";

/** @typedef {Traits["data"]["choices"][number]} Choice HTML made by ptcode */

export { placeOf, toKeep } from "./kept.js";

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const { slug, prompt, choices } = model.get("data");
  const name = ANSWERS + slug;
  const card = build(prompt, choices, { commit, again });
  const answer = () => (choices[model.get("answer")] ? model.get("answer") : NONE);
  const known = () => placeOf(recall(name), card.texts, choices);

  function commit() {
    if (answer() !== NONE) return;
    const chosen = card.chosen();
    if (chosen === NONE) return card.say(WORDS.first);
    remember(name, toKeep(chosen, card.texts, choices));
    change(model, { answer: chosen });
  }
  function again() {
    forget(name);
    change(model, { answer: NONE });
    card.focus();
  }

  const sync = (/** @type {string} */ changed) => {
    if ((changed === name || changed === "") && known() !== answer())
      change(model, { answer: known() });
  };
  el.replaceChildren(card.element);
  onPaper(el, async () => [told(choices)]);
  el.classList.add("pt-question");
  if (answer() === NONE && known() !== NONE) change(model, { answer: known() });
  tellNews(el);
  if (known() !== NONE) mend(name, { value: toKeep(known(), card.texts, choices) });
  card.update(answer());
  return [watch(model, ["answer"], () => card.update(answer())), onMemory(sync)];
}

/**
 * @param {string} prompt @param {Choice[]} choices
 * @param {{commit: () => void, again: () => void}} actions
 */
function build(prompt, choices, { commit, again }) {
  const group = unique("answer");
  const rows = choices.map((choice, i) => choiceRow(choice, group, i));
  const fieldset = html(
    "fieldset",
    {},
    written("legend", prompt, { class: "pt-prompt" }),
    ...rows.map(({ element }) => element),
  );
  const status = html("div", { role: "status", class: "pt-status" });
  const buttons = {
    commit: button(WORDS.commit, commit),
    again: button(WORDS.again, again),
  };
  const others = feedbacks(choices);
  const element = html(
    "div",
    {},
    fieldset,
    html("div", { class: "pt-player" }, buttons.commit, buttons.again),
    status,
    others.element,
  );
  return {
    element,
    texts: rows.map(({ text }) => text),
    say: (/** @type {string} */ text) => say(status, text),
    chosen: () => rows.findIndex(({ input }) => input.checked),
    focus: () => rows[0].input.focus(),
    /** @param {number} answer */
    update(answer) {
      const committed = answer !== NONE;
      fieldset.disabled = committed;
      rows.forEach((each, i) => each.mark(i === answer));
      buttons.commit.setAttribute("aria-disabled", String(committed));
      say(
        /** @type {Element} */ (buttons.commit.lastElementChild),
        committed ? WORDS.committed : WORDS.commit,
      );
      buttons.again.hidden = !committed;
      if (committed) status.replaceChildren(...verdict(choices[answer]));
      else say(status, WORDS.invitation);
      others.update(answer);
    },
  };
}

/** What the choices that were not committed would have been told. @param {Choice[]} choices */
function feedbacks(choices) {
  const list = told(choices),
    items = /** @type {HTMLElement[]} */ ([...list.children]);
  const element = html("details", { class: "pt-others" }, html("summary", {}, WORDS.others), list);
  return {
    element,
    /** @param {number} answer */
    update(answer) {
      element.hidden = answer === NONE;
      if (element.hidden) element.open = false;
      items.forEach((item, i) => {
        item.hidden = i === answer;
      });
    },
  };
}

export default live(render);
