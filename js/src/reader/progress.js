/**
 * What is read and answered, shown where the page has a place for it. It is kept in this browser
 * alone. Every place has its size before this script runs, so nothing moves.
 */
import { html, say } from "../shell/dom.js";
import { bring, load, save } from "../shell/files.js";
import {
  exported,
  forget,
  forgetUnder,
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
const FILE = "chain-rule-progress.json";

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
  for (const own of document.querySelectorAll(".pt-own")) handing(own);
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
  return typeof kept?.text === "string" || kept?.solved === true;
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
  const [, name = ""] = /\/\d+-([^/]+)\.html$/.exec(link.pathname) ?? [];
  const there = link.querySelector(".pt-read");
  if (!isRead(name)) there?.remove();
  else if (!there)
    link.append(html("span", { class: "pt-read", role: "img", "aria-label": WORDS.read }, "✓"));
}

/**
 * The buttons that take everything away as a file, bring it back, and forget it; what the last two
 * did is taken back at the next press. @param {Element} own
 */
function handing(own) {
  const [saving, bringing, forgetting] = /** @type {NodeListOf<HTMLButtonElement>} */ (
    own.querySelectorAll("button")
  );
  const said = own.querySelector("[role=status]") ?? html("p"),
    label = forgetting.textContent ?? "";
  /** @type {import("../shell/record.js").Items | null} */
  let before = null;
  /** @type {import("../shell/record.js").Items | null} what is there since */
  let after = null;
  const update = () => {
    if (after !== recallAll()) before = null;
    forgetting.disabled = Object.keys(recallAll()).length === 0 && !before;
    say(forgetting, before ? COMMON.undo : label);
  };
  /** @param {() => string} act */
  const undoable = (act) => {
    const now = recallAll(),
      text = act();
    if (recallAll() !== now) [before, after] = [now, recallAll()];
    say(said, text);
    update();
  };
  saving.addEventListener("click", () => save(exported(), FILE));
  bringing.addEventListener("click", () => bring((text) => undoable(() => COMMON[load(text)])));
  forgetting.addEventListener("click", () => {
    if (before) {
      restore(before);
      before = null;
      say(said, WORDS.undone);
      return update();
    }
    undoable(() => {
      forgetUnder("");
      return WORDS.forgotten;
    });
  });
  onMemory(update);
  update();
}
