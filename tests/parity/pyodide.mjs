// Runs pyodide.py in Pyodide: node pyodide.mjs PARTS TESTS CHAPTERS; the last line is its answer.
import fs from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [parts, tests, chapters] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(parts, "pyodide.mjs")).href);
const python = await loadPyodide({
  packages: ["ptcode", "matplotlib"],
  env: { HOME: "/home/pyodide", MPLBACKEND: "agg" },
});
const carry = (from, name) =>
  python.FS.writeFile(`/home/pyodide/${name}`, new Uint8Array(fs.readFileSync(join(from, name))));
carry(tests, "cell_runs.py");
for (const name of fs.readdirSync(chapters).filter((one) => one.endsWith(".ipynb")))
  carry(chapters, name);
console.log(`\n${python.runPython(fs.readFileSync(join(tests, "pyodide.py"), "utf8"))}`);
process.exit(0);
