/**
 * The menu "This page". It opens without this script, which copies what stands in it, completes
 * that by where the page was found, and closes it as menus are closed.
 */
import { say } from "../shell/dom.js";
import { copied } from "../shell/share/clipboard.js";
import { closeBy } from "../shell/share/closing.js";
import WORDS from "./words.json";

export function openWays() {
  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".pt-ways"));
  if (!menu) return;
  completeLine(menu);
  completeCitation();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll("[data-copies]")))
    one.addEventListener("click", () => copy(menu, one.dataset.copies ?? ""));
  menu.addEventListener("keydown", (event) => closeBy(event, menu));
  for (const kind of ["pointerdown", "focusin"])
    document.addEventListener(kind, ({ target }) => {
      if (!menu.contains(/** @type {Node} */ (target))) menu.open = false;
    });
}

/** The whole address of each file that the line names; and Windows has names of its own. */
function completeLine(/** @type {Element} */ menu) {
  const line = document.getElementById("pt-line");
  let text = line?.textContent ?? "";
  if (!line) return;
  for (const { href } of menu.querySelectorAll("a"))
    text = text.replace(`"${href.split("/").pop()}"`, `"${href}"`);
  if (/^win/i.test(navigator.platform))
    text = text
      .replace("python3", "python")
      .replaceAll("chain-rule/bin/", "chain-rule\\Scripts\\")
      .replaceAll(" &&", ";");
  say(line, text);
}

/** A page that was found on a server can be found there. */
function completeCitation() {
  const place = document.getElementById("pt-citation");
  const text = place?.textContent?.replace(/\s+/g, " ") ?? "";
  const found = location.protocol === "file:" || text.includes("://");
  if (place) say(place, found ? text : `${text} ${location.origin}${location.pathname}`);
}

/** @param {Element} menu @param {string} id */
async function copy(menu, id) {
  const text = /** @type {HTMLElement} */ (document.getElementById(id));
  const done = await copied(text.textContent ?? "");
  if (!done) getSelection()?.selectAllChildren(text);
  say(
    /** @type {Element} */ (menu.querySelector("[role=status]")),
    WORDS[done ? "copied" : "byHand"],
  );
}
