/**
 * An old address leads on, with its query and all that follows #. Where to, the tag of this script
 * says: data-page is where the whole page has gone, data-moved where single places of it have, as
 * in "page paths follow;page#new-name old-name". A file of its own, loaded before anything is
 * drawn, and by no other page.
 */
const { page = "", moved = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const places = moved.split(";").map((one) => one.split(" "));

/** The address is replaced: Back leads to where the reader came from. */
function leadOn() {
  const [id, ...asked] = location.hash.slice(1).split("?");
  const [to] = places.find(([, ...ids]) => ids.includes(id)) ?? [page];
  if (!to) return;
  const [there, name = id] = to.split("#");
  const hash = name && `#${[name, ...asked].join("?")}`;
  location.replace(there + location.search + hash);
}

leadOn();
addEventListener("hashchange", leadOn);
