/** On a phone the contents of a page lie over it: choosing one closes them. */
export function closeWhenChosen() {
  for (const dialog of document.querySelectorAll("dialog"))
    dialog.addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest("a")) dialog.close();
    });
}
