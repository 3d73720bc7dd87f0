/**
 * What is read and answered, shown where the page has a place for it. It is kept in this browser
 * alone. Every place has its size before this script runs, so nothing moves.
 */
import { html, say } from "../shell/dom.js";
import {
  forget,
  forgetAll,
  onMemory,
  recall,
  recallAll,
  remember,
  restore,
} from "../shell/memory.js";
import WORDS from "./words.json";
import { COMMON } from "../shell/words.js";
import { counted, phrase } from "../core/phrase.js";

const READ = "read:";
const ANSWERS = "answer:";

export function showProgress() {
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".pt-progress")]);
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-read]")]);
  const links = /** @type {HTMLAnchorElement[]} */ ([
    ...document.querySelectorAll("nav.bd-links a"),
  ]);
  const total = document.querySelector(".pt-done-so-far");
  const update = () => {
    for (const place of places) fill(place);
    for (const box of boxes) box.checked = isRead(box.dataset.read ?? "");
    for (const link of links) mark(link);
    if (total) say(total, summed(places.filter((place) => !place.closest(".pt-end"))));
  };
  for (const box of boxes) box.addEventListener("change", () => keep(box));
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".pt-forget-all"));
  if (button) forgetting(button);
  onMemory(update);
  update();
}

/** @param {string} chapter */
const isRead = (chapter) => recall(READ + chapter) === true;

/** @param {HTMLInputElement} box */
function keep({ checked, dataset: { read } }) {
  if (checked) remember(READ + read, true);
  else forget(READ + read);
}

/** A question is done when it is answered, an exercise when it is solved. @param {string} id */
function isDone(id) {
  const kept = recall(ANSWERS + id);
  return typeof kept === "object" && kept ? kept.solved === true : kept !== undefined;
}

/** @param {HTMLElement} place */
function progressOf({ dataset: { chapter = "", asks = "" } }) {
  const ids = asks.split(" ").filter(Boolean);
  return { read: isRead(chapter), done: ids.filter(isDone).length, of: ids.length };
}

/** @param {HTMLElement} place */
function fill(place) {
  const { read, done, of } = progressOf(place);
  const questions = counted(done ? WORDS.some : WORDS.questions, of, { done });
  const marked = read && !place.closest(".pt-end");
  say(place, marked ? phrase(WORDS.chapterRead, { questions }) : questions);
}

/** @param {HTMLElement[]} places */
export function summed(places) {
  const all = places.map(progressOf);
  const sum = (/** @type {(one: ReturnType<typeof progressOf>) => number} */ part) =>
    all.reduce((found, one) => found + part(one), 0);
  return phrase(WORDS.summed, {
    read: sum(({ read }) => Number(read)),
    chapters: all.length,
    done: sum(({ done }) => done),
    questions: sum(({ of }) => of),
  });
}

/** A small mark in the list of chapters. @param {HTMLAnchorElement} link */
function mark(link) {
  const name =
    link.pathname
      .split("/")
      .pop()
      ?.replace(/\.html$/, "") ?? "";
  const there = link.querySelector(".pt-read");
  if (!isRead(name)) there?.remove();
  else if (!there)
    link.append(html("span", { class: "pt-read", role: "img", "aria-label": WORDS.read }, "✓"));
}

/**
 * Forgets everything at one press, and takes it back at the next.
 * @param {HTMLButtonElement} button
 */
function forgetting(button) {
  /** @type {Record<string, unknown> | null} */
  let kept = null;
  const update = () => {
    const some = Object.keys(recallAll()).length > 0;
    if (some) kept = null;
    button.hidden = !some && !kept;
    say(button, kept ? COMMON.undo : WORDS.forget);
  };
  button.addEventListener("click", () => {
    const before = recallAll();
    if (kept) restore(kept);
    else {
      kept = before;
      forgetAll();
    }
    update();
  });
  onMemory(update);
  update();
}
