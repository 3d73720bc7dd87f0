/** Elements from plain data. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>}
 *   Attributes a listener takes the kind of event that its name says
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name @param {Name} name
 * @param {Attributes} [attributes] an attribute; a function is an event listener
 * @param {...(Node | string)} children @returns {HTMLElementTagNameMap[Name]}
 */
export function html(name, attributes = {}, ...children) {
  return dress(document.createElement(name), attributes, children);
}

/**
 * An element with the HTML that ptcode made of an author's text.
 * @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {string} markup
 * @param {Attributes} [attributes] @returns {HTMLElementTagNameMap[Name]}
 */
export function written(name, markup, attributes) {
  const element = html(name, attributes);
  element.innerHTML = markup;
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} Name @param {Name} name @param {Attributes} [attributes]
 * @param {...(Node | string)} children @returns {SVGElementTagNameMap[Name]}
 */
export function svg(name, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, name), attributes, children);
}

/**
 * @template {Element} Kind @param {Kind} element @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function dress(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Sets what changed: an attribute that is set again is laid out again.
 * @param {Element} element @param {Record<string, number | string>} attributes
 */
export function set(element, attributes) {
  for (const key in attributes) {
    const value = String(attributes[key]);
    if (element.getAttribute(key) !== value) element.setAttribute(key, value);
  }
}

/**
 * Sets a text only when it changed, so that a live region speaks only of news.
 * @param {Element} element @param {string} text
 */
export function say(element, text) {
  if (element.textContent === text) return;
  const { firstChild } = element;
  // the text node stays: a new one would be a new box
  if (firstChild instanceof Text && !firstChild.nextSibling) firstChild.data = text;
  else element.textContent = text;
}

/**
 * Puts what an element holds into a box that is laid out apart from the page: news in it then costs
 * the layout of the box and not of everything around it. The box is as high as what it holds.
 * @param {Element} element
 */
export function steady(element) {
  const content = html("div", {}, ...element.childNodes);
  const box = html("div", { class: "pt-steady" }, content);
  element.append(box);
  // The box is as high as its content until the observer reports, before anything is painted.
  box.style.contain = "none";
  new ResizeObserver(([{ borderBoxSize }]) => {
    box.style.height = `${borderBoxSize[0].blockSize}px`;
    box.style.contain = "";
  }).observe(content);
}

let count = 0;

/** An id that no other figure on the page has. @param {string} stem */
export function unique(stem) {
  count += 1;
  return `pt-${stem}-${count}`;
}
