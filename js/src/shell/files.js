/** A text that is taken away as a file, and one that is brought; from a memory stick too. */
import { html } from "./dom.js";
import { recallAll, restore } from "./memory.js";
import { merged, opened } from "./record.js";

/** @param {BlobPart} content @param {string} name @param {string} [type] */
export function save(content, name, type = "application/json") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Lets the reader choose a file. @param {(text: string) => void} take what it holds */
export function bring(take) {
  const input = html("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file) take(await file.text());
  });
  input.click();
}

/**
 * Adds what a file of this book holds to what is there. Returns what came of it.
 * @param {string} text @returns {"loaded" | "newer" | "foreign"}
 */
export function load(text) {
  const found = opened(text);
  if (!found) return "foreign";
  if (found.newer) return "newer";
  restore(merged(recallAll(), found.items));
  return "loaded";
}
