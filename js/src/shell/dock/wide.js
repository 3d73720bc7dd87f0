/** What is wider than the text, a table or code, and what the dock leaves of its room. */

const WIDE = "main :is(.pst-scrollable-table-container, .highlight pre)";
let edge = Number.POSITIVE_INFINITY;

const all = () => [...document.querySelectorAll(/** @type {"div"} */ (WIDE))];

/**
 * How far what is wider than the text reaches to the right, on the screen and a screen around it;
 * what reaches beyond the limit cannot be helped, and does not count.
 * @param {number} limit
 */
export function reach(limit) {
  const near = all().filter((box) => {
    const { top, bottom } = box.getBoundingClientRect();
    return bottom > -innerHeight && top < 2 * innerHeight && box.checkVisibility();
  });
  const free = near.filter((box) => !box.querySelector("table"));
  const held = free.map(({ style }) => style.maxWidth);
  for (const { style } of free) Object.assign(style, { width: "max-content", maxWidth: "none" });
  const ends = near.map((box) => (box.querySelector("table") ?? box).getBoundingClientRect().right);
  free.forEach(({ style }, i) => Object.assign(style, { width: "", maxWidth: held[i] }));
  return Math.max(0, ...ends.filter((end) => end <= limit));
}

/**
 * Wide tables and code end before the dock, and what scrolls there takes the focus. A table keeps
 * its width, and with it its lines.
 * @param {number} end of the room for them
 */
export function narrow(end) {
  if (end === edge) return;
  edge = end;
  const boxes = all();
  for (const box of boxes) fit(box, "");
  const rooms = boxes.map((box) => {
    const { left, right } = box.getBoundingClientRect();
    const held = box.firstElementChild?.getBoundingClientRect().width;
    return right > end ? { room: end - left, held } : null;
  });
  boxes.forEach((box, i) => {
    const { room, held } = rooms[i] ?? {};
    if (room) fit(box, `${room}px`, `${held}px`);
  });
  for (const box of boxes) box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
}

/** @param {HTMLElement} box @param {string} room @param {string} [held] the width of a table */
function fit(box, room, held = "") {
  box.style.maxWidth = room;
  const table = box.querySelector("table");
  if (table) table.style.minWidth = held;
}
