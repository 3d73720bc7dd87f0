/** A style sheet that a script brings along: where an element stands, once. */
import { html } from "../dom.js";

/**
 * In the page's head, or in the shadow root that a host put the element in; an element that stands
 * nowhere yet carries it itself.
 * @param {HTMLElement} el @param {string} css
 */
export function wear(el, css) {
  const root = el.getRootNode();
  const shadow = root instanceof ShadowRoot ? root : el;
  const place = root === document ? document.head : shadow;
  const worn = [...place.querySelectorAll("style")].some(({ textContent }) => textContent === css);
  if (!worn) place.append(html("style", {}, css));
}
