/** What a button copies, and what a reader may copy by hand where the browser refuses. */

/** Whether the clipboard takes it. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
