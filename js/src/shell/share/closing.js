/** Escape closes a menu, and the focus is where it was opened. */

/** @param {KeyboardEvent} event @param {HTMLDetailsElement} menu */
export function closeBy(event, menu) {
  if (event.key !== "Escape" || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")?.focus();
}
