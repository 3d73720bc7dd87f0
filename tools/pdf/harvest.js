/**
 * What one page of the site has for paper: its article without controls, with stills for figures
 * and with links that lead inside the book; and the solutions, apart. Runs in the open page.
 */
async ({ pages, root, words }) => {
  const SCREEN =
    "script, template, dialog, pt-mount, [popover], .headerlink, .pt-end, .pt-kept, .pt-own, " +
    '.pt-notice, .pt-progress, .d-print-none, .pst-js-only, .pt-ways, [id*="?"]';
  const CONTROLS = "button, input, select, textarea, .pt-where a";
  const HIDDEN = "The code"; // as ptcode/site/pages.py calls its folds
  const FOLDED = { "The output": words.output, "The solution": words.coded };
  const WORDY = ["question", "exercise", "rounds"];
  const read = new DOMParser();
  // As it was sent: there a <noscript> is still markup, and no figure has been mounted.
  const sent = read.parseFromString(await (await fetch(location.href)).text(), "text/html");
  const article = sent.querySelector("article.bd-article");
  const top = article.querySelector("section");
  const prefix = top.id;
  const solutions = [];
  const counted = {};

  const make = (html) => {
    const holder = sent.createElement("template");
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  };
  const named = (id) => (id === prefix ? id : `${prefix}--${id}`);
  const inside = (anchor) => {
    const { origin, pathname, hash } = new URL(anchor.getAttribute("href"), location.href);
    if (origin !== location.origin) return null;
    const id = decodeURIComponent(hash.slice(1)).split("?")[0];
    const file = pathname.slice(root.length);
    if (file === "figure.html") return `figure:${id}`;
    const page = pages.find(({ path }) => path === file);
    if (!page) return "";
    return id && id !== page.id ? `#${page.id}--${id}` : `#${page.id}`;
  };

  /** Puts a solution among those at the end; returns the line that leads to `what`. */
  function putAside(label, nodes, what) {
    counted[label] = (counted[label] ?? 0) + 1;
    const name = counted[label] > 1 ? `${label} ${counted[label]}` : label;
    const id = `${prefix}--solution-${solutions.length + 1}`;
    const asked = `${prefix}--asked-${solutions.length + 1}`;
    const entry = make(`<div class="paper-solution" id="${id}"><p class="paper-label"></p></div>`);
    entry.firstElementChild.append(name, " ", pageOf(asked, `(${words.asked} `, ")"));
    entry.append(...nodes);
    solutions.push(entry);
    const line = make(`<p class="paper-answer" id="${asked}"></p>`);
    line.append(pageOf(id, `${words.answer.replace("{what}", what ?? name)} `, ""));
    return line;
  }
  /** A link with the number of the page it leads to, which only the first print can tell. */
  function pageOf(id, before, after) {
    const link = make(`<a href="#${id}" data-inside=""><span data-page="${id}">000</span></a>`);
    link.prepend(before);
    link.append(after);
    return link;
  }

  /** Drops what only a screen has. */
  function strip() {
    for (const one of article.querySelectorAll(SCREEN)) one.remove();
    for (const cell of article.querySelectorAll(".pt-folded"))
      if (cell.querySelector("summary")?.textContent === HIDDEN) cell.remove();
  }
  /** Leaves the still of a figure, or the text of a question, whose solution is put aside. */
  function still(figure) {
    const view = figure.querySelector(".pt-view");
    const plain = figure.querySelector("noscript");
    const feedback = [...plain.querySelectorAll("details")];
    view.replaceChildren(...plain.childNodes);
    plain.remove();
    if (WORDY.includes(figure.dataset.figure)) task(figure, view);
    else figure.append(make(`<p class="paper-address" data-figure-address="${figure.id}"></p>`));
    for (const one of feedback) one.remove();
    figure.dataset.live = ""; // a caption waits for that
    for (const name of ["data-state", "data-allowed", "data-controls"])
      figure.removeAttribute(name);
  }
  /** A question or an exercise: with its name, and with the formula that the live one shows. */
  function task(figure, view) {
    const live = document.getElementById(figure.id);
    const label = figure.getAttribute("aria-label");
    view.prepend(make(`<p class="paper-label">${label}</p>`));
    const formula = live.querySelector(".pt-asked > *");
    if (formula) view.querySelector(".pt-prompt i")?.replaceWith(sent.importNode(formula, true));
    const said = [...live.querySelectorAll(".pt-paper > :not(.pt-heading)")];
    const nodes = said.map((one) => sent.importNode(one, true));
    view.append(putAside(label, nodes, words.solution));
    figure.classList.add("paper-task");
  }
  /** Puts aside what a fold holds; code that the page hides is no part of the text. */
  function unfold(fold) {
    const summary = fold.querySelector("summary").textContent.trim();
    if (summary === HIDDEN) return fold.remove();
    fold.querySelector("summary").remove();
    fold.replaceWith(putAside(FOLDED[summary] ?? summary, [...fold.childNodes]));
  }
  /** Names are this page's own, and links lead inside the book, or nowhere. */
  function bind(part) {
    for (const one of part.querySelectorAll("[id]"))
      if (!one.id.startsWith(`${prefix}--`)) one.id = named(one.id);
    for (const name of ["for", "headers", "aria-labelledby", "aria-describedby"])
      for (const one of part.querySelectorAll(`[${name}]`))
        one.setAttribute(name, one.getAttribute(name).split(" ").map(named).join(" "));
    for (const anchor of part.querySelectorAll("a[href]:not([data-inside])")) {
      const target = inside(anchor);
      if (target) anchor.setAttribute("href", target);
      else if (target === "") anchor.replaceWith(...anchor.childNodes);
    }
    for (const image of part.querySelectorAll("img"))
      image.src = new URL(image.getAttribute("src"), location.href).pathname;
  }
  /** Nothing is left that a hand or a key would move. */
  function calm(part) {
    for (const one of part.querySelectorAll(CONTROLS)) one.remove();
    for (const name of ["aria-current", "tabindex"])
      for (const one of part.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
    for (const one of part.querySelectorAll("[role=region], [role=group]"))
      one.removeAttribute("role");
  }

  strip();
  article.querySelectorAll(".pt-figure").forEach(still);
  article.querySelectorAll("details").forEach(unfold);
  const aside = sent.createElement("div");
  aside.append(...solutions);
  for (const part of [article, aside]) {
    calm(part);
    bind(part);
  }
  return { id: prefix, article: top.outerHTML, solutions: aside.innerHTML };
};
