/** The small menu by which a figure is taken elsewhere; what it does is fetched when it opens. */
import { html, say } from "./dom.js";
import { COMMON } from "./words.js";

/** What a picture of a figure is made of, beside the keys to it. */
export const PICTURES = "svg.pt-chart, canvas";

/**
 * Below a figure of a page its menu; in a notebook, where an address leads nowhere, within the
 * figure and only if it has a picture.
 * @param {{model: import("./contract.d.ts").AnyModel, el: HTMLElement}} figure
 */
export function offerShare({ model, el }) {
  const onPage = el.closest(".pt-figure") !== null;
  const inNotebook = !("ptBook" in globalThis);
  if (!onPage && !(inNotebook && el.querySelector(PICTURES))) return;
  const place = html("div", { class: "pt-share-panel" });
  const name = onPage ? COMMON.share : COMMON.picture;
  const menu = html("details", { class: "pt-share" }, html("summary", {}, name), place);
  let fetching = false;
  menu.addEventListener("toggle", async () => {
    if (fetching || !menu.open) return;
    fetching = true;
    try {
      const { fill } = await import("./share/menu.js");
      fill(menu, place, { model, el });
    } catch {
      fetching = false;
      say(place, COMMON.notFetched);
    }
  });
  if (onPage) el.after(menu);
  else el.append(menu);
}
