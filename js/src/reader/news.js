/** News of the reader's memory, at the foot of the window: nothing on the page moves for it. */
import { button } from "../shell/controls.js";
import { html, say } from "../shell/dom.js";
import { newsNow } from "../shell/news.js";
import WORDS from "./words.json";

export function showNews() {
  const text = newsNow();
  if (!text) return;
  const words = html("p", { role: "status" });
  const element = html(
    "div",
    { class: "pt-notice" },
    words,
    button(WORDS.close, () => element.remove()),
  );
  document.body.append(element);
  requestAnimationFrame(() => say(words, text)); // a live region speaks of what comes into it
}
