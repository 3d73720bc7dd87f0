/**
 * figure.html: shows the figure that the address names, alone. It is loaded before page.js, so that
 * the figure is there when that reads the address.
 */
import { phrase } from "../core/phrase.js";
import { html } from "../shell/dom.js";
import { copyFormulas } from "./copying.js";
import { tellHeight } from "./framed.js";
import { openReports } from "./wrong.js";
import WORDS from "./words.json";

const title = document.title;
const place = () => /** @type {HTMLElement} */ (document.getElementById("pt-main"));

export function show() {
  const [id] = location.hash.slice(1).split("?"); // an id has nothing to decode
  if (id && document.getElementById(id)) return;
  const templates = [...document.querySelectorAll("template")];
  const chosen = templates.find(({ dataset }) => dataset.id === id);
  place().replaceChildren((chosen ?? templates[0]).content.cloneNode(true));
  if (!chosen) place().prepend(html("p", { role: "status" }, phrase(WORDS.noFigure, { id })));
  ptBook.mount();
  entitle();
}

/** A tab, a bookmark and the frame of a course are called after what the figure now shows. */
function entitle() {
  const said = place().querySelector("[role=status]")?.textContent;
  document.title = said ? `${said} · ${title}` : title;
}

addEventListener("hashchange", show);
addEventListener("DOMContentLoaded", () => {
  new MutationObserver(entitle).observe(place(), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  show();
  tellHeight(place());
});
copyFormulas();
openReports();
