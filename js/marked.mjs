// The words of the figures in brackets, for the test that finds those which cannot be translated.
import * as fs from "node:fs";
import { basename } from "node:path";

/**
 * A pseudo-language: every word of src stands in brackets, so that one which is written in the
 * code, where no translator finds it, is seen.
 */
export const marked = {
  name: "marked",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](words|verdicts|language|descent|judge)\.json$/ }, ({ path }) => {
      const words = JSON.parse(fs.readFileSync(path, "utf8"));
      const tell = TOLD[basename(path)] ?? bracketed;
      return { contents: JSON.stringify(tell(words)), loader: "json" };
    });
  },
};

/** What is words in these files; the rest is signs, names, numbers and trees. */
const TOLD = {
  "language.json": (data) => inPart(data, ["messages", "hints", "characters"]),
  "descent.json": (data) => inPart(data, ["regimes"]),
  "judge.json": ({ mistakes, ...rest }) => ({
    ...rest,
    mistakes: Object.fromEntries(
      Object.entries(mistakes).map(([name, one]) => [
        name,
        inPart(one, ["title", "tempts", "exposed"]),
      ]),
    ),
  }),
};

/** Some tables in brackets, the others as they are. */
const inPart = (tables, told) => ({
  ...tables,
  ...Object.fromEntries(told.map((name) => [name, bracketed(tables[name])])),
});

/** @param {unknown} words a text, or texts in lists and by name */
function bracketed(words) {
  if (typeof words === "string") return words && `⟦${words}⟧`;
  if (Array.isArray(words)) return words.map(bracketed);
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, bracketed(one)]));
}
