/** What the menu of a figure offers: its address, the code of a frame, its picture. */
import { phrase } from "../../core/phrase.js";
import { save } from "../files.js";
import { html, say, unique } from "../dom.js";
import { furnish, row, saying } from "../fold/index.js";
import { offerReport } from "../wrong.js";
import { PICTURES } from "../share.js";
import { aloneAt, embedOf, linkTo } from "./address.js";
import { copied } from "./clipboard.js";
import { closeBy } from "./closing.js";
import { drawing } from "./drawing.js";
import { notesOf, titleOf } from "./notes.js";
import { raster } from "./raster.js";
import STYLE from "./share.css";
import WORDS from "./words.json";

/** @typedef {{model: import("../contract.d.ts").AnyModel, el: HTMLElement}} Figure */

/** What figure.html has around a figure, in pixels. */
const AROUND = 60;
const LINE = 24;

/**
 * Fills the menu, and keeps what stands in it true of the figure.
 * @param {HTMLDetailsElement} menu @param {HTMLElement} place @param {Figure} figure
 */
export function fill(menu, place, { model, el }) {
  furnish(place, STYLE);
  const said = saying();
  const tell = (/** @type {string} */ text) => say(said, text);
  const figure = /** @type {HTMLElement | null} */ (el.closest(".pt-figure"));
  const fields = figure ? addresses(figure, place, tell) : [];
  const pictures = el.querySelector(PICTURES) ? [pictureRow(el, tell)] : [];
  const wrong = (figure && offerReport()) ?? "";
  place.replaceChildren(...fields.map(({ element }) => element), ...pictures, said, wrong);
  const update = () => {
    tell("");
    if (menu.open) for (const field of fields) field.update();
  };
  menu.addEventListener("toggle", update);
  model.on("change", update);
  menu.addEventListener("keydown", (event) => closeBy(event, menu));
  update();
}

/** @param {HTMLElement} figure @param {HTMLElement} place @param {(text: string) => void} tell */
function addresses(figure, place, tell) {
  // Closed, the menu lies beside the caption, whose first lines are shorter then.
  const caption = figure.querySelector(":scope > figcaption");
  const menu = /** @type {HTMLElement} */ (place.parentElement);
  const height = () => {
    const own = figure.offsetHeight - (caption ? menu.offsetHeight - LINE : place.offsetHeight);
    return Math.ceil((own + AROUND) / 10) * 10;
  };
  const frame = () => embedOf(figure, { title: titleOf(figure), height: height() });
  return [
    field({ label: WORDS.link, copy: WORDS.copyLink, text: () => linkTo(figure), tell }),
    ...(document.documentElement.matches(".pt-alone")
      ? [] // that page has it already
      : [field({ label: WORDS.alone, copy: WORDS.copyAlone, text: () => aloneAt(figure), tell })]),
    field({ label: WORDS.embed, copy: WORDS.copyEmbed, text: frame, tell }),
  ];
}

/**
 * A text to copy, by its button or, where the browser refuses, by hand.
 * @param {{label: string, copy: string, text: () => string, tell: (text: string) => void}} of
 */
function field({ label, copy, text, tell }) {
  const id = unique("share");
  const input = html("input", { id, type: "text", readonly: true, spellcheck: "false" });
  const take = async () => {
    const done = await copied(input.value);
    tell(done ? WORDS.copied : WORDS.byHand);
    if (done) return;
    input.focus();
    input.select();
  };
  const button = html("button", { type: "button", click: take }, copy);
  return {
    element: row(html("label", { for: id }, label), input, button),
    update() {
      input.value = text();
    },
  };
}

/** @param {HTMLElement} el @param {(text: string) => void} tell */
function pictureRow(el, tell) {
  const name = `${el.closest(".pt-figure")?.id || "figure"}`;
  const asSvg = () => {
    save(drawing(el, notesOf(el)), `${name}.svg`, "image/svg+xml");
    tell(phrase(WORDS.saved, { name: `${name}.svg` }));
  };
  const asPng = async () => {
    try {
      const notes = notesOf(el);
      save(await raster(drawing(el, notes), notes), `${name}.png`, "image/png");
      tell(phrase(WORDS.saved, { name: `${name}.png` }));
    } catch {
      tell(WORDS.notDrawn);
    }
  };
  return row(
    html("span", {}, WORDS.save),
    html("button", { type: "button", click: asSvg }, WORDS.svg),
    html("button", { type: "button", click: asPng }, WORDS.png),
  );
}
