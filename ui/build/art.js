// One sprite from the single drawings in art/: the file name is the id, `i-…` an icon, `p-…` a picture.
import { readFile, readdir } from "node:fs/promises";

const ART = new URL("../art/", import.meta.url);

/** `art.svg` with every drawing as a symbol, and `mark.svg`, the mark alone for the browser's tab. */
export async function pictures() {
  const files = (await readdir(ART)).filter((file) => file.endsWith(".svg")).sort();
  const drawings = await Promise.all(files.map(async (file) => [file.slice(0, -4), await readFile(new URL(file, ART), "utf8")]));
  const symbols = drawings.map(([id, svg]) => symbol(id, svg.trim()));
  const mark = drawings.find(([id]) => id === "mark")[1];
  return [
    { name: "art.svg", text: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n` },
    { name: "mark.svg", text: mark },
  ];
}

function symbol(id, svg) {
  const parts = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="([-\d. ]+)">(.*)<\/svg>$/s.exec(svg);
  if (!parts) throw new Error(`art/${id}.svg: expected <svg xmlns viewBox>…</svg> without other attributes`);
  return `<symbol id="${id}" viewBox="${parts[1]}">${parts[2]}</symbol>`;
}
