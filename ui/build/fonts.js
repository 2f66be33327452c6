// Font slices: Fira Sans in three weights, cut to the letters hubs write with.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subset from "subset-font";

const WEIGHTS = [400, 500, 600];

// Must agree with the unicode-range lines in styles/_fonts.scss.
const LATIN = letters([0x20, 0x7e], [0xa0, 0xff], [0x152, 0x153], [0x2002, 0x200f], [0x2010, 0x2027], [0x202f, 0x203a], [0x2044, 0x2044], [0x2060, 0x2060], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212]);
// Latin Extended-A (Sorbian, Polish, Czech, Turkish), Romanian, capital sharp s.
const LATIN_EXT = letters([0x100, 0x151], [0x154, 0x17f], [0x218, 0x21b], [0x1e9e, 0x1e9e]);

// Small capitals, old-style figures and the like stay out: they are half of the original's weight.
const FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "tnum"];

// Entries of the font's name table: copyright, licence, address of the licence. The OFL wants them kept.
const LICENCE_NAMES = [0, 13, 14];

/** All slices as `{name, bytes}`, for example `fira-400.woff2` and `fira-400-ext.woff2`. */
export async function fontSlices() {
  const slices = [];
  for (const weight of WEIGHTS) {
    slices.push({ name: `fira-${weight}.woff2`, bytes: await cut("latin", weight, LATIN) });
    slices.push({ name: `fira-${weight}-ext.woff2`, bytes: await cut("latin-ext", weight, LATIN_EXT) });
  }
  return slices;
}

// What names in documents are written with, besides Latin: Vietnamese, Greek, Cyrillic.
const PAPER = LATIN + LATIN_EXT + letters([0x1ea0, 0x1ef9], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x386, 0x3ce], [0x400, 0x45f], [0x490, 0x491]);

/** Whole fonts for the PDF files that the server writes, as `{name, bytes}`. No browser loads them. */
export async function paperFonts() {
  const cuts = [["400", "Regular"], ["600", "SemiBold"]].map(async ([weight, file]) => {
    const path = createRequire(import.meta.url).resolve(`@kern-ux/native/dist/fonts/fira-sans/FiraSans-${file}.woff2`);
    const bytes = await subset(await readFile(path), PAPER, { targetFormat: "truetype", keepFeatures: FEATURES, noHinting: true, preserveNameIds: LICENCE_NAMES });
    return { name: `fira-${weight}.ttf`, bytes };
  });
  return Promise.all(cuts);
}

async function cut(script, weight, text) {
  const path = createRequire(import.meta.url).resolve(`@fontsource/fira-sans/files/fira-sans-${script}-${weight}-normal.woff2`);
  // Without hints a slice is a third smaller; browsers smooth the sizes used here without them.
  return subset(await readFile(path), text, {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    noHinting: true,
    preserveNameIds: LICENCE_NAMES,
  });
}

function letters(...ranges) {
  return ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")).join("");
}
