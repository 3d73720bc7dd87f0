/** Where the book begins on its origin: two copies of it in two folders are two books. */

/**
 * The path of the site's root. A page of the book says how far up it is (Sphinx's content root);
 * JupyterLab says where it is served, whichever notebook is open in it; a page by itself, such as
 * figure.html, lies at the root. An embedded page without an address has "/".
 */
export function siteRoot(page = document) {
  try {
    const { content_root: up } = page.documentElement.dataset;
    return new URL(up || lab(page) || ".", page.baseURI).pathname;
  } catch {
    return "/";
  }
}

/** @param {Document} page @returns {string | undefined} */
function lab(page) {
  const config = page.getElementById("jupyter-config-data")?.textContent;
  return config ? JSON.parse(config).baseUrl : undefined;
}
