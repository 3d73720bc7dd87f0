/**
 * A report of what is wrong, in the fold that asked for it: the reader's words, and what goes with
 * them, to be read before anything is done with it. It sends nothing.
 */
import { phrase } from "../../core/phrase.js";
import { html, say, unique } from "../../shell/dom.js";
import { furnish, row, saying } from "../../shell/fold/index.js";
import { copied } from "../../shell/share/clipboard.js";
import { closeBy } from "../../shell/share/closing.js";
import { factsOf, placeOf } from "./facts.js";
import STYLE from "./report.css";
import WORDS from "./words.json";

/** How much of a report an address holds. */
const MOST = 5000;

/** @type {WeakMap<Element, () => void>} folds that are filled, and what makes each true again */
const filled = new WeakMap();

/** @param {HTMLDetailsElement} fold @param {HTMLElement} panel */
export function fill(fold, panel) {
  const update = filled.get(fold) ?? made(fold, panel);
  filled.set(fold, update);
  update();
}

/** @param {HTMLDetailsElement} fold @param {HTMLElement} panel */
function made(fold, panel) {
  furnish(panel, STYLE);
  const own = area(WORDS.own, { rows: 2 });
  const whole = area(WORDS.whole, { rows: 9, readonly: true, spellcheck: "false" });
  const said = saying();
  const update = () => {
    whole.field.value = reportOf(own.field.value, fold);
  };
  const take = async (/** @type {string} */ then) => {
    update();
    const done = await copied(whole.field.value);
    say(said, done ? then : WORDS.byHand);
    if (done) return;
    whole.field.focus();
    whole.field.select();
  };
  const copy = html("button", { type: "button", click: () => take(WORDS.copied) }, WORDS.copy);
  own.field.addEventListener("input", update);
  fold.addEventListener("keydown", (event) => closeBy(event, fold));
  const figure = fold.closest(".pt-figure");
  if (figure) new MutationObserver(update).observe(figure, { attributeFilter: ["data-state"] });
  const ways = row(...opener(own.field, fold, take), copy);
  panel.replaceChildren(...own.elements, ...whole.elements, ways, said);
  return update;
}

/** @param {string} label @param {Record<string, string | number | boolean>} attributes */
function area(label, attributes) {
  const id = unique("report");
  const field = html("textarea", { id, ...attributes });
  return { field, elements: [html("label", { for: id }, label), field] };
}

/** @param {string} own @param {HTMLElement} fold */
const reportOf = (own, fold) =>
  [/** @type {const} */ (["said", own.trim()]), ...factsOf(fold)]
    .map(([name, text]) => phrase(WORDS.lines[name], { text }))
    .join("\n");

/**
 * The link to where reports are collected, if the book was told of one. Its address may have places
 * for {title} and {body}; else the report is copied on the way.
 * @param {HTMLTextAreaElement} own @param {HTMLElement} fold
 * @param {(then: string) => Promise<void>} take
 */
function opener(own, fold, take) {
  const address = /** @type {HTMLMetaElement | null} */ (
    document.querySelector("meta[name=pt-issues]")
  )?.content;
  if (!address) return [];
  const [scheme] = address.split(":");
  const host = scheme === "mailto" ? address.slice(7).split("?")[0] : new URL(address).host;
  const link = html(
    "a",
    { href: address.split("?")[0], target: "_blank", rel: "noopener" },
    phrase(WORDS.open, { host }),
  );
  link.addEventListener("click", () => {
    const title = phrase(WORDS.title, { place: placeOf() });
    link.href = address
      .replace("{title}", encodeURIComponent(title))
      .replace("{body}", encodeURIComponent(reportOf(own.value, fold).slice(0, MOST)));
    if (!address.includes("{body}")) take(WORDS.pasted);
  });
  return [link];
}
