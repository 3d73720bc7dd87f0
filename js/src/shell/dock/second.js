/** A second view of a figure: it has no voice of its own, for the figure has one. */
import { html, say } from "../dom.js";

/** So long, in ms, nothing changes before the figure says what its second view shows. */
const REST = 500;

/** @param {import("../views.js").View} view */
export function secondView(view) {
  const el = html("div", {});
  const { doze, stop } = view.again(el);
  const own = el.querySelector("[role=status]"),
    voice = view.el.querySelector("[role=status]");
  own?.removeAttribute("role");
  let timer = 0;
  const tell = () => {
    if (el.matches("[data-playing]")) wait();
    else if (own && voice) repeat(own, voice);
  };
  const wait = () => {
    self.clearTimeout(timer);
    timer = self.setTimeout(tell, REST);
  };
  const observer = new MutationObserver(() => {
    wait();
    follow(el);
  });
  if (own) observer.observe(own, { childList: true, characterData: true, subtree: true });
  // A figure looks up the room of its pictures when it is resized itself. Here they get what its
  // sentence leaves.
  let height = 0;
  const room = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.height === height) return;
    height = contentRect.height;
    el.classList.toggle("pt-dock-nudged");
    follow(el);
  });
  for (const picture of el.querySelectorAll(".pt-main, .pt-side")) room.observe(picture);
  return {
    el,
    doze,
    /** The figure says what its second view shows, at once. */
    speak() {
      self.clearTimeout(timer);
      tell();
    },
    stop() {
      self.clearTimeout(timer);
      observer.disconnect();
      room.disconnect();
      stop();
    },
  };
}

/** The figure, which may be asleep, says what its second view says. */
function repeat(/** @type {Element} */ from, /** @type {Element} */ to) {
  const [texts, places] = [from, to].map((one) => [one, ...one.querySelectorAll("*")]);
  if (texts.length !== places.length) return to.replaceChildren(...from.cloneNode(true).childNodes);
  texts.forEach((text, i) => {
    if (!text.childElementCount) say(places[i], text.textContent ?? "");
  });
}

/** Scrolls a list of steps to the one that is told of. @param {HTMLElement} el */
function follow(el) {
  const step = /** @type {HTMLElement | null} */ (el.querySelector(".pt-main [aria-current]")),
    list = step?.closest(".pt-derivation");
  if (!step || !list) return;
  const { top, bottom } = step.getBoundingClientRect(),
    frame = list.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) list.scrollTop += top - frame.top;
}
