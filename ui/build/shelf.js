// The output folder: one hashed file per asset, its compressed copies, and the manifest.
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  woff2: "font/woff2",
  ttf: "font/ttf",
};

/** Opens the output folder `dir`; assets go in by their logical name, such as `hub.css`. */
export function shelf(dir) {
  const entries = [];
  const fileOf = (name) => {
    const entry = entries.find((e) => e.name === name);
    if (!entry) throw new Error(`no such asset: ${name}`);
    return entry.file;
  };
  const put = async (name, bytes) => {
    const entry = describe(name, bytes);
    await writeFile(new URL(entry.file, dir), bytes);
    for (const [ending, copy] of compressed(entry, bytes)) {
      await writeFile(new URL(`${entry.file}.${ending}`, dir), copy);
      entry[ending] = copy.length;
    }
    entries.push(entry);
  };
  return { put, fileOf, writeManifest: () => writeManifest(dir, entries), table: () => table(entries) };
}

function describe(name, bytes) {
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot + 1);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { name, file: `${name.slice(0, dot)}.${hash}.${ending}`, type: TYPES[ending], size: bytes.length, br: 0, gz: 0 };
}

// woff2 is brotli inside already: a second round would only cost the browser time. No browser loads ttf.
function compressed(entry, bytes) {
  if (entry.type === TYPES.woff2 || entry.type === TYPES.ttf) return [];
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return [
    ["br", brotliCompressSync(bytes, { params })],
    ["gz", gzipSync(bytes, { level: 9 })],
  ];
}

async function writeManifest(dir, entries) {
  const list = entries.map(({ name, file, type, br, gz }) => ({ name, file, type, br: br > 0, gz: gz > 0 }));
  await writeFile(new URL("manifest.json", dir), `${JSON.stringify(list, null, 2)}\n`);
}

function table(entries) {
  const row = (file, size, br, gz) => `${file.padEnd(30)}${String(size).padStart(8)}${String(br || "–").padStart(8)}${String(gz || "–").padStart(8)}`;
  return [row("file", "bytes", "br", "gz"), ...entries.map((e) => row(e.file, e.size, e.br, e.gz))].join("\n");
}
