/** The link to a set, to be copied or opened; in a notebook the call that shows the set. */
import { button, disable } from "../../../shell/controls.js";
import { html, say, unique } from "../../../shell/dom.js";
import { copied } from "../../../shell/share/clipboard.js";
import WORDS from "./words.json";

/** @param {() => void} open */
export function handing(open) {
  const said = html("p", { tabindex: -1, id: unique("set") }),
    label = "ptBook" in globalThis ? WORDS.link : WORDS.call;
  const input = html("input", {
    id: unique("set"),
    type: "text",
    readonly: true,
    spellcheck: "false",
    "aria-describedby": said.id,
  });
  async function copy() {
    const done = await copied(input.value);
    say(said, done ? WORDS.copied : WORDS.byHand);
    if (done) return said.focus(); // and so read out: the live region is the verdict's
    input.focus();
    input.select();
  }
  const buttons = [button(WORDS.copy, copy), button(WORDS.open, open)];
  return {
    elements: [
      html("p", { class: "pt-set-link" }, html("label", { for: input.id }, label), input),
      html("div", { class: "pt-player" }, ...buttons),
      said,
    ],
    /** @param {string} link "" where there is none */
    update(link) {
      input.value = link;
      say(said, "");
      for (const one of buttons) disable(one, link === "");
    },
  };
}
