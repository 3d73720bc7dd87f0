// What build.mjs makes the guests of: each figure as one module for anybody's page or notebook,
// with its style and with the data that Python would send (shell/guest).
import * as fs from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const generated = join(here, "generated");
const sheets = join(here, "..", "ptcode", "static");
const OURS = ["scroll.css", "figures.css"];
const read = (file) => fs.readFileSync(file, "utf8");
const APART = `.pt-guest {
  container-type: inline-size; text-align: start; background: var(--pt-paper); border-radius: 10px;
}
.pt-guest > .pt-refused { padding-block: 0.3rem; font: 0.9375rem/1.45 system-ui, sans-serif; }`;

/** The text of a guest's module. @param {string} kind */
export function entry(kind) {
  const own = fs.existsSync(join(here, "src", "figures", kind, "guest.js"));
  return `import figure from "./figures/${kind}/index.js";
    import { guest } from "./shell/guest/index.js";
    import defaults from "../generated/defaults/${kind}.json";
    import css from "guest:${kind}";
    ${own ? `import { allowed, finish } from "./figures/${kind}/guest.js";` : ""}
    ${own ? "Object.assign(defaults.allowed, allowed);" : ""}
    export default guest(figure, defaults, css${own ? ", finish" : ""});`;
}

/**
 * The style of a guest, as a text: it holds within the guest, so nothing else on the page has it.
 * @param {(css: string) => Promise<string>} minified
 */
export const style = (minified) => ({
  name: "guest-style",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^guest:/ }, ({ path }) => ({ path: path.slice(6), namespace: "guest" }));
    onLoad({ filter: /.*/, namespace: "guest" }, async ({ path }) => {
      const defaults = JSON.parse(read(join(generated, "defaults", `${path}.json`)));
      const own = defaults.styles.map((kind) => join(sheets, "figures", `${kind}.css`));
      const shared = OURS.map((name) => join(sheets, name));
      const rules = [...shared, ...own.filter(fs.existsSync)].map(read).join("\n");
      const within = `.pt-guest { ${rules.replaceAll(":root", "&")} }`;
      const all = [read(join(generated, "colours.css")), within, APART].join("\n");
      return { contents: await minified(all), loader: "text" };
    });
  },
});
