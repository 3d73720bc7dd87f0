/** A picture as PNG, drawn by the browser, with what it says of itself inside. */

/** @typedef {import("./notes.js").Notes} Notes */

const SCALE = 2;
/** What stands before the first chunk that may be added: the signature and the header. */
const HEAD = 33;

/** @param {string} picture an SVG @param {Notes} notes @returns {Promise<Blob>} */
export async function raster(picture, notes) {
  const image = new Image();
  // A data address and not a blob's: a page from a folder may draw it, and read what it drew.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * image.naturalWidth;
  canvas.height = SCALE * image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!(drawn instanceof Blob)) throw new Error("nothing was drawn");
  const told = {
    Title: notes.title,
    Description: notes.said,
    Author: notes.authors,
    Source: notes.source,
    Copyright: notes.credit,
  };
  const chunks = Object.entries(told)
    .filter(([, text]) => text)
    .map(([name, text]) => textChunk(name, text));
  return new Blob([drawn.slice(0, HEAD), ...chunks, drawn.slice(HEAD)], { type: "image/png" });
}

/** An iTXt chunk: a name, no compression, no language, a text. */
function textChunk(/** @type {string} */ name, /** @type {string} */ text) {
  const content = new TextEncoder().encode(`iTXt${name}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(chunk.length - 4, checksum(content));
  return chunk;
}

/** The CRC-32 of PNG. @param {Uint8Array} bytes */
function checksum(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
