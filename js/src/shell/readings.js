/** What a figure tells: its sentence, a line of numbers, a table behind one keystroke. */
import { html, say, set, unique } from "./dom.js";
import { resting } from "./speaking.js";

/** The one sentence of a figure that says what is now true. */
export function status() {
  const element = html("p", { role: "status", class: "pt-status" });
  const speak = resting(element);
  /** @param {() => void} write puts the words there */
  const news = (write) => {
    const before = element.textContent;
    write();
    if (before && element.textContent !== before) speak();
  };
  return { element, news, update: (/** @type {string} */ text) => news(() => say(element, text)) };
}

/** A line of numbers in parts that carry a colour each. @param {string} [kind] */
export function arithmeticLine(kind = "") {
  const element = html("p", { class: `pt-arithmetic ${kind}`.trim() });
  /** @param {import("../core/phrase.js").Span[]} parts */
  const update = (parts) => {
    if (element.childElementCount !== parts.length)
      element.replaceChildren(...parts.map(() => html("span")));
    parts.forEach((part, i) => {
      const name = part.kind ? `pt-${part.kind}` : "";
      if (element.children[i].className !== name) element.children[i].className = name;
      say(element.children[i], part.text);
    });
  };
  return { element, update };
}

/**
 * A table of numbers behind one keystroke. Its rows are made only while it is open.
 * @param {string} title @param {string[]} columns @param {() => string[][]} rows
 */
export function table(title, columns, rows) {
  const body = html("tbody"),
    name = unique("table");
  const element = html(
    "details",
    { class: "pt-table", toggle: () => update() },
    html("summary", { id: name }, title),
    html(
      "div",
      { class: "pt-scroll", tabindex: "0", role: "region", "aria-labelledby": name },
      html(
        "table",
        {},
        html(
          "thead",
          {},
          html("tr", {}, ...columns.map((name) => html("th", { scope: "col" }, name))),
        ),
        body,
      ),
    ),
  );
  const update = () => {
    if (!element.open) return;
    // Two figures of a kind have tables of one title, so its name is also that of its figure.
    const region = /** @type {Element} */ (element.lastElementChild),
      figure = element.closest(".pt-figure")?.id;
    if (figure) set(region, { "aria-labelledby": `${name} ${figure}` });
    body.replaceChildren(
      ...rows().map(([first, ...rest]) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, first),
          ...rest.map((cell) => html("td", {}, cell)),
        ),
      ),
    );
  };
  return { element, update };
}
