/** What the site says of itself: its pages in order, by part, its title and where it is kept. */
async () => {
  const read = new DOMParser();
  const root = new URL("..", location.href).pathname;
  const pages = [];
  const styles = new Set();
  let part = "";
  for (const one of document.querySelectorAll(".bd-links .caption-text, .bd-links li > a")) {
    if (!one.matches("a")) {
      part = one.textContent;
      continue;
    }
    const url = new URL(one.getAttribute("href"), location.href);
    const sent = read.parseFromString(await (await fetch(url)).text(), "text/html");
    for (const sheet of sent.querySelectorAll("link[rel=stylesheet]"))
      styles.add(new URL(sheet.getAttribute("href"), url).href);
    const { id } = sent.querySelector("article.bd-article section");
    pages.push({ path: url.pathname.slice(root.length), id, name: one.textContent.trim(), part });
    part = "";
  }
  const kept = document.querySelector("link[rel=canonical]")?.href ?? "";
  return {
    root,
    pages,
    title: document.querySelector(".pt-brand").textContent.trim(),
    language: document.documentElement.lang,
    address: kept.slice(0, kept.length - pages[0].path.length),
    styles: [...styles],
    mark: document.querySelector("link[rel=icon]").href,
  };
};
