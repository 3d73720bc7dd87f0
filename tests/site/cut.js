// What of an open page is cut, lies over something else or is torn apart by the end of a line:
// `ptCut(root)` gives lists of [kind, place, text]. Ink is measured, not boxes: see `inkOf`.
globalThis.ptCut = (() => {
  const SLACK = 1.5; // of a pixel: what rounding makes
  const AIR = 1.5; // between the name of an axis and its numbers
  const HIDDEN = ["hidden", "clip"];
  const context = document.createElement("canvas").getContext("2d");
  const range = document.createRange();
  // Each node is asked once a call: most lie in the same few boxes.
  const memories = [];
  const once = (ask) => {
    const told = new Map();
    memories.push(told);
    return (node) => {
      if (!told.has(node)) told.set(node, ask(node));
      return told.get(node);
    };
  };
  const styleOf = once((node) => getComputedStyle(node));
  const isHtml = (node) => node instanceof HTMLElement;
  // Chromium takes a text for visible whose group is no longer displayed; it has no box then.
  const isShown = (node) =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    (!(node instanceof SVGTextElement) || node.getBoundingClientRect().width > 0);
  const shortened = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);

  const place = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const figure = element.closest(".pt-figure");
    const kind = element.getAttribute("class")?.trim().replace(/\s+/g, ".");
    return `${figure ? `#${figure.id} ` : ""}${element.localName}${kind ? `.${kind}` : ""}`;
  };

  // Only for screen readers, or what marks typed text that shows itself.
  const isForEyes = once((node) => {
    const { clipPath, position } = styleOf(node);
    if (clipPath.startsWith("inset(50%") || (position === "absolute" && node.clientWidth === 1))
      return false;
    if (node.matches(".pt-typed-marks, .katex-mathml, [hidden]")) return false;
    return !node.parentElement || isForEyes(node.parentElement);
  });

  // Boxes: what is hidden at an edge, and what scrolls without saying so.
  const boxes = (root) =>
    [...root.querySelectorAll("*:not(input, select, textarea)")].flatMap((node) => {
      if (!isHtml(node) || node.scrollWidth <= node.clientWidth + SLACK || node.clientWidth < 2)
        return [];
      const { overflowX, display, backgroundAttachment } = styleOf(node);
      if (overflowX === "visible" || display === "inline" || !isShown(node) || !isForEyes(node))
        return [];
      const size = `${node.scrollWidth} px in ${node.clientWidth}: ${shortened(node.textContent)}`;
      if (HIDDEN.includes(overflowX)) return [["cut", place(node), size]];
      const lacks = [];
      if (!backgroundAttachment.includes("local")) lacks.push("no shadow");
      if (node.tabIndex < 0 && !node.querySelector("input:enabled, button:enabled"))
        lacks.push("out of a keyboard's reach");
      const named = node.matches("[aria-label], [aria-labelledby]");
      if (!named || !node.getAttribute("role")) lacks.push("no name");
      return lacks.length ? [["scrolls", place(node), `${lacks.join(", ")}, ${size}`]] : [];
    });

  // The box that a text must stay in: the nearest block around it; nothing where that scrolls.
  const scrolls = once(
    (node) =>
      node !== null && node !== document.body &&
      (["auto", "scroll", ...HIDDEN].includes(styleOf(node).overflowX) ||
        scrolls(node.parentElement)),
  );
  const isBlock = (node) => !/^(inline|contents|none|ruby)/.test(styleOf(node).display);
  const isPainted = (node) => {
    const { backgroundColor, borderRightStyle } = styleOf(node);
    return !/, 0\)$|transparent/.test(backgroundColor) || borderRightStyle !== "none";
  };
  const outOf = (node, line) => {
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
      if (!isHtml(up) || up.closest(".katex") || !isBlock(up)) continue;
      const inner = scrolls(up);
      if (inner && !isPainted(up)) return null;
      const { left, right } = up.getBoundingClientRect();
      const indent = Math.min(0, parseFloat(styleOf(up).textIndent));
      if (line.right > right + SLACK || line.left < left + indent - SLACK) return up;
      if (inner || ["absolute", "fixed"].includes(styleOf(up).position)) return null;
    }
    return null;
  };

  const textsOf = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: around } = node;
      if (!node.data.trim() || around.closest("script, style, noscript, option, svg, .katex"))
        continue;
      if (isShown(around) && isForEyes(around)) found.push(node);
    }
    return found;
  };
  const linesOf = (node, start = 0, end = node.data.length) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width }) => width > 0.5);
  };
  const below = (line, other) => line.top > other.bottom - 2;

  const NUMBER = /(?<![\p{L}\d/.:-])[+−-]?\d+(?:[ \u00a0\u2009\u202f.,]\d+)*/gu;
  const broken = (node) =>
    [...node.data.matchAll(NUMBER)].flatMap(({ index, 0: number }) => {
      if (/[ ]/.test(number) && !/\d \d{3}(?!\d)/.test(number)) return [];
      const lines = linesOf(node, index, index + number.length);
      return lines.length > 1 && below(lines[lines.length - 1], lines[0])
        ? [["broken", place(node), number]]
        : [];
    });
  const out = (node) =>
    linesOf(node).flatMap((line) => {
      const box = outOf(node, line);
      return box ? [["out", place(box), shortened(node.data)]] : [];
    });

  // Signs that close begin no line, signs that open end none; both in the running text only.
  const rectsOf = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? linesOf(node)
      : [...(node.querySelector(".katex-html") ?? node).getClientRects()];
  const alone = (formula) => {
    const drawn = rectsOf(formula);
    if (!drawn.length || !isShown(formula)) return [];
    const beside = (step) => {
      let node = formula;
      while (!node[step] && styleOf(node.parentElement).display.startsWith("inline"))
        node = node.parentElement;
      return node[step]?.nodeType === Node.TEXT_NODE ? node[step] : null;
    };
    const [before, after] = [beside("previousSibling"), beside("nextSibling")];
    const said = (signs) => [["alone", place(formula), `${signs} by ${shortened(
      formula.querySelector("annotation").textContent)}`]];
    const closing = after && /^[^\s\p{L}\d(\[“‘]+/u.exec(after.data);
    const [first] = closing ? linesOf(after, 0, 1) : [];
    if (first && below(first, drawn[drawn.length - 1])) return said(closing[0]);
    const opening = before && /[([“‘]+$/.exec(before.data);
    const [last] = opening ? linesOf(before, before.data.length - 1) : [];
    return last && below(drawn[0], last) ? said(opening[0]) : [];
  };

  // Pictures: the ink of a text, from its font, at the place where it is drawn.
  const inkOf = (text) => {
    const style = styleOf(text);
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } =
      context.measureText(text.textContent);
    const matrix = text.getScreenCTM();
    const { left, right } = text.getBoundingClientRect();
    const halo = style.paintOrder.startsWith("stroke") ? parseFloat(style.strokeWidth) / 2 : 0;
    const at = text.getStartPositionOfChar(0).matrixTransform(matrix);
    const [x, y] = [halo * matrix.a + 0.5, matrix.d];
    return { left: left + x, right: right - x, top: at.y - up * y, bottom: at.y + down * y, halo };
  };
  const meet = (a, b, slack = 0.5) =>
    a.left < b.right - slack && b.left < a.right - slack &&
    a.top < b.bottom - slack && b.top < a.bottom - slack;

  const holds = (box, ink) =>
    box.left <= ink.left && box.right >= ink.right && box.top <= ink.top && box.bottom >= ink.bottom;

  const isAxis = (text) => text.matches(".pt-axis-name, .pt-axis text");

  // A line under letters is read through where they have a halo, but a short arrow is not; a grid
  // is there to be read on; and a ring at the edge may lie over a number of the axis, for a hand
  // moves it away.
  const isMark = (shape) => {
    const { stroke, strokeOpacity, fill, strokeWidth } = styleOf(shape);
    if (shape.closest(".pt-axis, .pt-levels, clipPath, marker, defs, .pt-frame, .pt-reach"))
      return null;
    const drawn = (paint) => paint !== "none" && !/transparent|, 0\)$/.test(paint);
    const line = drawn(stroke) && strokeOpacity !== "0" && parseFloat(strokeWidth) > 0;
    const disc = shape.localName === "circle" && drawn(fill);
    return line || disc ? { line, disc } : null;
  };
  // What a path looks out of, in a picture that clips what leaves the frame.
  const windowOf = (shape) => {
    const [, id] = shape.closest("[clip-path]")?.getAttribute("clip-path").match(/#(.*)\)/) ?? [];
    const hole = id && document.getElementById(id).firstElementChild;
    if (!hole) return { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    const { x, y, width, height } = hole.getBBox();
    const matrix = shape.ownerSVGElement.getScreenCTM();
    const corner = new DOMPoint(x, y).matrixTransform(matrix);
    const far = new DOMPoint(x + width, y + height).matrixTransform(matrix);
    return { left: corner.x, right: far.x, top: corner.y, bottom: far.y };
  };
  const isStruck = (shape, { line, disc }, ink) => {
    const back = shape.getScreenCTM().inverse();
    const seen = windowOf(shape);
    const [left, right] = [Math.max(ink.left, seen.left), Math.min(ink.right, seen.right)];
    const [top, bottom] = [Math.max(ink.top, seen.top), Math.min(ink.bottom, seen.bottom)];
    for (let x = left + 1; x < right; x += 2.5)
      for (let y = top + 1; y < bottom; y += 2) {
        const point = new DOMPoint(x, y).matrixTransform(back);
        if ((line && shape.isPointInStroke(point)) || (disc && shape.isPointInFill(point)))
          return true;
      }
    return false;
  };
  // The shapes with their boxes; what is drawn of one is asked for only where a text is near.
  const shapesOf = (picture) =>
    [...picture.querySelectorAll("path, line, circle, rect, polyline")].map((shape) => {
      const box = shape.getBoundingClientRect();
      const { left, right, top, bottom } = box;
      const wide = { left: left - 3, right: right + 3, top: top - 3, bottom: bottom + 3 };
      let mark;
      return { shape, box, wide, mark: () => (mark ??= (isShown(shape) && isMark(shape)) || {}) };
    });
  const picture = (drawing) => {
    const frame = drawing.getBoundingClientRect();
    if (frame.width < 40 || !isShown(drawing)) return [];
    const texts = [...drawing.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() && isShown(text))
      .map((text) => ({ text, said: shortened(text.textContent), ink: inkOf(text) }));
    const found = [];
    const shapes = shapesOf(drawing);
    texts.forEach(({ text, said, ink }, i) => {
      if (ink.left < frame.left - SLACK || ink.right > frame.right + SLACK ||
          ink.top < frame.top - SLACK || ink.bottom > frame.bottom + SLACK)
        found.push(["cut in a picture", place(text), said]);
      for (const other of texts.slice(i + 1))
        if (meet(ink, other.ink, isAxis(text) && isAxis(other.text) ? -AIR : 0.5))
          found.push(["text on text", place(text), `${said} / ${other.said}`]);
      // A plate of its own under a text hides what the text would lie on.
      const plate = text.parentElement.querySelector(":scope > rect");
      for (const { shape, box, wide, mark } of shapes) {
        if (!meet(ink, wide)) continue;
        const isShort = shape.matches(".pt-move") && text.matches(".pt-name"); // one step's arrow
        const { line, disc } = mark();
        if (!(line || disc) || (ink.halo >= 1.5 && !disc && !isShort)) continue;
        if (text.closest(".pt-axis") && shape.closest(".pt-start")) continue;
        if (shape.localName === "rect" && holds(box, ink)) continue;
        if (plate && holds(plate.getBoundingClientRect(), ink)) continue;
        if (isShort || isStruck(shape, { line, disc }, ink))
          found.push(["text on a mark", place(text), `${said} / ${place(shape)}`]);
      }
    });
    return found;
  };

  return (root) => {
    for (const told of memories) told.clear();
    return [
      ...boxes(root),
      ...textsOf(root).flatMap((node) => [...out(node), ...broken(node)]),
      ...[...root.querySelectorAll("span.math")].flatMap(alone),
      ...[...root.querySelectorAll("svg.pt-chart, .pt-view svg:has(text)")].flatMap(picture),
    ];
  };
})();
