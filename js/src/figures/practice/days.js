/** Days as text, such as 2026-11-29: they compare like their dates, and a reader can read them. */

const DAY = 24 * 60 * 60 * 1000; // in ms

/** The day on the reader's own calendar. @param {Date} now */
export const dayOf = (now) =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60 * 1000).toISOString().slice(0, 10);

/** @param {string} day @param {number} count */
export const daysLater = (day, count) =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

/** @param {string} from @param {string} to */
export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;
