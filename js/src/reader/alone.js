/**
 * figure.html: shows the figure that the address names, alone, when the scripts of that figure are
 * there; then page.js reads the address anew.
 */
import { phrase } from "../core/phrase.js";
import { html } from "../shell/dom.js";
import { arrival, fetchedOnce } from "../shell/later.js";
import { copyFormulas } from "./copying.js";
import { tellHeight } from "./framed.js";
import { openReports } from "./wrong.js";
import WORDS from "./words.json";

const title = document.title;
const place = () => /** @type {HTMLElement} */ (document.getElementById("pt-main"));
/** @type {HTMLTemplateElement | undefined} what was asked for last */
let wanted;

export async function show() {
  const [id] = location.hash.slice(1).split("?"); // an id has nothing to decode
  if (id && document.getElementById(id)) return;
  const templates = [...document.querySelectorAll("template")];
  const chosen = templates.find(({ dataset }) => dataset.id === id);
  const template = chosen ?? templates[0];
  wanted = template;
  const missing = await fetchNeeds(template.dataset).then(
    () => false,
    () => true,
  );
  if (wanted !== template) return; // the reader has gone on
  place().replaceChildren(template.content.cloneNode(true));
  if (!chosen) tell(phrase(WORDS.noFigure, { id }));
  if (missing) tell(WORDS.noScript);
  ptBook.mount();
  ptBook.begin();
  entitle();
}

/** @param {string} text */
const tell = (text) => place().prepend(html("p", { role: "status" }, text));

/** Fetches what a figure needs, and no other's: its scripts run in the order of their names. */
function fetchNeeds(/** @type {DOMStringMap} */ { scripts = "", sheets = "" }) {
  const names = (/** @type {string} */ list) => list.split(" ").filter(Boolean);
  const sheet = (/** @type {string} */ href) => html("link", { rel: "stylesheet", href });
  const script = (/** @type {string} */ src) =>
    Object.assign(html("script", { src }), { async: false });
  return Promise.all([
    ...names(sheets).map((href) => fetchedOnce(href, () => arrival(sheet(href)))),
    ...names(scripts).map((src) => fetchedOnce(src, () => arrival(script(src)))),
  ]);
}

/** A tab, a bookmark and the frame of a course are called after what the figure now shows. */
function entitle() {
  const said = place().querySelector("[role=status]")?.textContent;
  document.title = said ? `${said} · ${title}` : title;
}

addEventListener("hashchange", show);
addEventListener("DOMContentLoaded", async () => {
  new MutationObserver(entitle).observe(place(), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  await show();
  tellHeight(place());
});
copyFormulas();
openReports();
