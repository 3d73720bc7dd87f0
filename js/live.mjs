// Bundles src/reader/live for a site that runs Python: node live.mjs OUT. Only `make live` does.
import { build } from "esbuild";
import * as fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2]);
/** What each script is made from. The first one stands in the page, the others are modules. */
const SCRIPTS = {
  "live.js": "index",
  "cells.mjs": "cells",
  "formula.mjs": "formula",
  "worker.mjs": "worker",
};

const inputs = new Set();
for (const [file, module] of Object.entries(SCRIPTS)) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: [`src/reader/live/${module}.js`],
    outfile: join(out, file),
    bundle: true,
    minify: true,
    format: file.endsWith(".mjs") ? "esm" : "iife",
    target: "es2022",
    charset: "utf8",
    loader: { ".css": "text" },
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  for (const path of Object.keys(metafile.inputs)) inputs.add(path);
}
const packages = [...inputs].map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
const licences = [...new Set(packages.filter(Boolean))].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  return `${name}\n\n${fs.readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
});
fs.writeFileSync(join(out, "licences.txt"), licences.join("\n---\n\n"));
