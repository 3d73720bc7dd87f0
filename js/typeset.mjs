// Typesets formulas while the book is built: one JSON line in, one JSON line out, until stdin ends.
//
// {"tex": "x^2", "options": {"displayMode": true}} gives {"html": "<span class=\"katex\">…"}, or
// {"error": "…"} if KaTeX cannot read it. ptcode/site/formulas.py asks.
import katex from "katex";
import { createInterface } from "node:readline";

/** @param {string} line @returns {{ html: string } | { error: string }} */
function answer(line) {
  const { tex, options } = JSON.parse(line);
  try {
    return { html: katex.renderToString(tex, options) };
  } catch (error) {
    if (error instanceof katex.ParseError) return { error: error.message };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}
