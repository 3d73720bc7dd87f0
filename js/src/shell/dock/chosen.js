/** Which of a figure's controls matter beside the sentence whose link sets it. */
import { parseLink } from "../links.js";
import { plain, saidAround } from "./sentence.js";

/** How many of a figure's controls matter beside the text; one more if its sentence names any. */
const CONTROLS = 2;
/** How much more a key matters that the link before set otherwise. */
const NEWS = 0.5;
/** How much more one that the sentence names, or only the paragraph; what is named first, first. */
const NAMED = 1,
  NEAR = 0.4,
  LATER = 0.01;
/** How much less each further slider matters that the figure has behind its fold. */
const FOLDED = 0.15;
/** Before a word of a list, such as the name of a racer, which is that of its slider. */
const WORD = "+";

/**
 * Shows the controls that matter beside the link; one more where there is room for it.
 * @param {Element} place the view in the dock
 * @param {import("../target.js").Target} target @param {HTMLAnchorElement | null} link
 */
export function choose(place, target, link) {
  const all = /** @type {HTMLInputElement[]} */ ([
    ...place.querySelectorAll(".pt-sliders input[type=range]:not(.pt-more *)"),
  ]);
  for (const one of place.querySelectorAll("[data-docked]:is(.pt-slider, .pt-typed)"))
    one.removeAttribute("data-docked");
  const fields = filledBy(place, link),
    room = CONTROLS - fields.length;
  for (const field of fields) field.setAttribute("data-docked", "");
  const first = byMatter(all, target, link),
    last = first[room];
  // One that is named, or that what is named has driven out.
  const more = first.slice(0, room).every(({ named }) => named) && last?.matter > NEWS;
  first.slice(0, room + Number(last?.named || more)).forEach(({ slider }, i) => {
    slider.closest(".pt-slider")?.setAttribute("data-docked", i < room ? "" : "more");
  });
}

/**
 * The sliders that are on, those first whose keys the link sets as few others do or that its
 * sentence names, then those that matter most to the figure; each with whether it is named.
 * @param {HTMLInputElement[]} sliders @param {import("../target.js").Target} target
 * @param {HTMLAnchorElement | null} link
 */
function byMatter(sliders, { id, view }, link) {
  const weights = link ? weightsOf(id, link) : new Map(),
    said = link ? saidAround(link) : null;
  const behind = [...view.el.querySelectorAll(".pt-more input[type=range]")].map((one) =>
    one.getAttribute("name"),
  );
  const rated = sliders
    .filter(({ disabled }) => !disabled)
    .map((slider) => {
      const { name } = slider,
        fold = behind.indexOf(name) + 1;
      const set = Math.max(weights.get(name) ?? 0, weights.get(`${WORD}${name}`) ?? 0);
      const place = said ? placeOf(said.sentence, slider) : -1,
        near = said !== null && placeOf(said.block, slider) >= 0;
      const named = place >= 0;
      const weight = set + (named ? NAMED - LATER * place : near ? NEAR : 0);
      if (weight > 0) return { slider, named, matter: weight * Math.max(0, 1 - FOLDED * fold) };
      const primary = view.primary.indexOf(name);
      return { slider, named, matter: primary < 0 ? -100 - fold : -1 - primary };
    });
  return rated.sort((one, other) => other.matter - one.matter);
}

/**
 * The fields to type in that a link fills.
 * @param {Element} view @param {HTMLAnchorElement | null} link
 * @returns {HTMLElement[]}
 */
function filledBy(view, link) {
  const keys = new Set(settings(link?.hash ?? "").map(([key]) => key));
  const fields = [...view.querySelectorAll(/** @type {"input"} */ (".pt-typed input"))];
  return fields.flatMap((field) => {
    const typed = /** @type {HTMLElement | null} */ (field.closest(".pt-typed"));
    return typed && keys.has(field.name) && !typed.closest("[hidden]:not(.pt-dock)") ? [typed] : [];
  });
}

/**
 * As which of its symbols a text names what a slider moves, or by its words; else -1.
 * @param {import("./sentence.js").Said} said @param {HTMLInputElement} slider
 */
function placeOf({ names, words }, slider) {
  const label = slider.closest(".pt-slider")?.querySelector("label"),
    symbol = label?.querySelector("i")?.textContent ?? "";
  const word = (label?.textContent ?? "").slice(symbol.length).trim().toLowerCase();
  const place = [...names].indexOf(plain(symbol));
  return place < 0 && word.length > 3 && words.includes(word) ? names.size : place;
}

/**
 * Of what a link sets, each key and each word, how seldom the figure's links set it so.
 * @param {string} id @param {HTMLAnchorElement} link @returns {Map<string, number>}
 */
function weightsOf(id, link) {
  const links = [...document.querySelectorAll(/** @type {"a"} */ (`a[href*="#${id}?"]`))];
  const all = links.map(({ hash }) => new Map(settings(hash)));
  const before = all[links.indexOf(link) - 1];
  return new Map(
    settings(link.hash).map(([key, value]) => {
      const others = all.filter((one) => one.get(key) !== value).length;
      const news = before && before.get(key) !== value ? NEWS : 0;
      return [key, (others || 0.5) / all.length + news];
    }),
  );
}

/** What a link sets; where that is a list of words, each of them. @param {string} hash */
function settings(hash) {
  const changes = parseLink(hash)?.changes ?? [];
  const words = changes.flatMap(([, value]) => (value.includes(" ") ? value.split(" ") : []));
  return /** @type {[string, string][]} */ ([
    ...words.map((word) => [WORD + word, ""]),
    ...changes,
  ]);
}
