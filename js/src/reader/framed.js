/**
 * figure.html in a frame of another page: it tells that page how high it is, at first and at every
 * change, and nothing else. The form is the one that learning platforms read;
 * chapters/for-teachers.md documents it.
 */
/** @param {HTMLElement} main */
export function tellHeight(main) {
  if (parent === self) return;
  let told = 0;
  const tell = () => {
    const { paddingTop, paddingBottom } = getComputedStyle(document.body);
    const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
    // Not the height of the page, which is never less than that of its frame.
    const height = Math.ceil(main.getBoundingClientRect().height + around);
    if (height === told) return;
    told = height;
    parent.postMessage({ subject: "lti.frameResize", height }, "*");
  };
  new ResizeObserver(tell).observe(main);
}
