/**
 * What a page needs before it is drawn: its colours and its fonts. It runs in the head, after the
 * style sheets; a file, since a site's policy may forbid scripts that stand in the page.
 */

/** Colours: what the address asks for (figure.html?theme=dark), else the reader's choice. */
function colour() {
  const root = document.documentElement;
  const asked = root.classList.contains("pt-alone")
    ? new URLSearchParams(location.search).get("theme")
    : stored();
  const fixed = asked === "light" || asked === "dark";
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.mode = fixed ? asked : "auto";
  root.dataset.theme = fixed ? asked : dark ? "dark" : "light";
}

/** @returns {string | null} the mode that the theme's button keeps */
function stored() {
  try {
    return localStorage.getItem("mode");
  } catch {
    return null; // storage is off
  }
}

/**
 * The fonts lie in their style sheet, but a browser decodes one when its first text is laid out and
 * may draw that text before, in another font. The page is drawn when they are there: some
 * milliseconds, and no line moves.
 */
async function awaitFonts() {
  const { classList } = document.documentElement;
  classList.add("pt-fonts-wait");
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  classList.remove("pt-fonts-wait");
}

colour();
awaitFonts();
Object.assign(globalThis, { DOCUMENTATION_OPTIONS: {} }); // the theme's script looks for it
