/** The end of a chapter on paper: with the solutions or without, and where each figure is alive. */
import { SOLVE } from "../shell/paper.js";

/** Figures that are words: on paper nothing of them is lost. */
const WORDY = ["question", "exercise", "rounds"];

export function offerPaper() {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".pt-figure")
  ))
    if (!WORDY.includes(figure.dataset.figure ?? ""))
      figure.dataset.address = `${addressOf(location)}#${figure.id}`;
  const place = document.querySelector(".pt-on-paper");
  const box = place?.querySelector("input");
  const print = place?.querySelector("button");
  if (!box || !print) return;
  let ready = Promise.resolve();
  const choose = () => {
    ready = box.checked ? solve() : Promise.resolve();
    document.documentElement.classList.toggle("pt-solved", box.checked);
  };
  box.addEventListener("change", choose);
  print.addEventListener("click", () => ready.then(() => globalThis.print()));
  choose(); // a browser keeps what was chosen when a page is loaded again
}

/** Where the page is, or, where it is a file of the reader's own, what that is called. */
function addressOf(/** @type {Location} */ { protocol, origin, pathname }) {
  return protocol === "file:" ? (pathname.split("/").pop() ?? "") : origin + pathname;
}

/** Has every question and exercise write its solution where only paper shows it. */
async function solve() {
  /** @type {Promise<void>[]} */
  const written = [];
  for (const view of document.querySelectorAll(".pt-figure .pt-view"))
    view.dispatchEvent(new CustomEvent(SOLVE, { detail: written }));
  await Promise.allSettled(written);
}
