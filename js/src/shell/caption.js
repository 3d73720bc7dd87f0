/**
 * The caption of a figure: what an author wrote of one function makes way for the general one of
 * its kind while the reader looks at another.
 */

/** @typedef {import("./contract.d.ts").AnyModel & {initial: Record<string, unknown>}} PageModel */

/** @param {HTMLElement} figure @param {PageModel} model */
export function followCaption(figure, model) {
  const caption = /** @type {HTMLElement | null} */ (figure.querySelector("[data-general]"));
  const { general = "", of = "" } = caption?.dataset ?? {};
  if (!caption || !of) return;
  const own = [...caption.childNodes],
    keys = of.split(" ");
  const update = () => {
    const same = keys.every((key) => Object.is(model.get(key), model.initial[key]));
    caption.replaceChildren(...(same ? own : [general]));
  };
  for (const key of keys) model.on(`change:${key}`, update);
}
