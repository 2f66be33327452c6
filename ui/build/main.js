// Builds everything a browser loads from Nabe: style sheets, font slices, picture sprite, mark.
// Reads styles/, art/, kern-allow.js and the packages named in package.json; writes dist/ only.
// Invariants: file names carry a hash of their content; style sheets name fonts by that hashed name;
// manifest.json lists all of it. Knows nothing of pages, templates or hubs.
import { rm, mkdir } from "node:fs/promises";
import { pictures } from "./art.js";
import { fontSlices, paperFonts } from "./fonts.js";
import { shelf } from "./shelf.js";
import { styleSheets } from "./sheets.js";

const DIST = new URL("../dist/", import.meta.url);

await rm(DIST, { recursive: true, force: true });
await mkdir(DIST, { recursive: true });
const out = shelf(DIST);

for (const { name, bytes } of await fontSlices()) await out.put(name, bytes);
for (const { name, bytes } of await paperFonts()) await out.put(name, bytes);
for (const { name, text } of await pictures()) await out.put(name, Buffer.from(text));
for (const { name, text } of await styleSheets((font) => out.fileOf(font))) await out.put(name, Buffer.from(text));

await out.writeManifest();
console.log(out.table());
