/** What is drawn on a canvas does not follow a change of theme by itself. */

const DECIDES = ["data-theme", "data-jp-theme-light", "data-vscode-theme-kind"];

/**
 * Calls `redraw` when the theme of the site, of the notebook or of the system changes. Returns what
 * stops it.
 * @param {() => void} redraw
 */
export function onTheme(redraw) {
  const observer = new MutationObserver(redraw);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: DECIDES });
  }
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", redraw);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", redraw);
  };
}
