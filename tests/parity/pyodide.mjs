// Runs a script in Pyodide, the last line is its answer: node pyodide.mjs PARTS SCRIPT NAME=FOLDER…
// Each folder is there as /home/pyodide/NAME.
import fs from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [parts, script, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(parts, "pyodide.mjs")).href);
const python = await loadPyodide({
  packages: ["ptcode", "matplotlib"],
  env: { HOME: "/home/pyodide", MPLBACKEND: "agg" },
});
for (const given of folders) {
  const [name, root] = given.split("=");
  python.FS.mkdirTree(`/home/pyodide/${name}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, `/home/pyodide/${name}`);
}
console.log(`\n${python.runPython(fs.readFileSync(script, "utf8"))}`);
process.exit(0);
