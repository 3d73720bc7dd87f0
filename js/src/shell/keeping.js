/** An entry of the history learns what its reader does there: Back and Forward find it so. */

/** So long, in ms, no second note is taken: some browsers allow a hundred in half a minute. */
const PAUSE = 400;

/**
 * @param {() => void} write the present entry
 * @returns {{heed: (figure: Element) => void}} `heed` a figure's state from now on
 */
export function keeper(write) {
  let timer = 0,
    due = false;
  const note = () => {
    due = true;
    if (!timer) now();
  };
  function now() {
    if (!due) return;
    due = false;
    write();
    self.clearTimeout(timer);
    timer = self.setTimeout(() => {
      timer = 0;
      now();
    }, PAUSE);
  }
  const changes = new MutationObserver(note);
  addEventListener("pagehide", now);
  addEventListener("click", now, { capture: true }); // before a link leads away
  document.addEventListener("pt-docked", note);
  return { heed: (figure) => changes.observe(figure, { attributeFilter: ["data-state"] }) };
}
