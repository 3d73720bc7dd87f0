// Compiles wheels with the Python that will run them: node compile.mjs FOLDER OWN WHEEL…
// FOLDER holds Pyodide and the wheels; of OWN, the texts stay, for cells show some of them.
import fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder, own, ...others] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const here = dirname(fileURLToPath(import.meta.url));
const python = await loadPyodide();
python.runPython(fs.readFileSync(join(here, "compiled.py"), "utf8"));
const compiled = python.globals.get("compiled");
for (const name of [own, ...others]) {
  python.FS.writeFile("/given.whl", new Uint8Array(fs.readFileSync(join(folder, name))));
  compiled("/given.whl", "/made.whl", name === own);
  fs.writeFileSync(join(folder, name), python.FS.readFile("/made.whl"));
}
process.exit(0);
