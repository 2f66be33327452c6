// Three invented towns with their colours and logos: the start page of each as it should look, by day and by night.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openPage } from "../browser.mjs";

const FOLDER = fileURLToPath(new URL("../towns/", import.meta.url));
const RENEW = process.env.RENEW_TOWNS === "1";
const HOW = "if it should look so now: RENEW_TOWNS=1 npm test in tests/browser, look at tests/browser/towns, commit it";
/** Of all pixels, those that may differ, and by how much of 255 before they count: edges of letters differ between builds of Chromium. */
const SHARE = 0.005;
const STEP = 48;
const TOWNS = [
  { name: "tannbruck", action: "#c8102e", accent: "#ffd500" },
  { name: "sandmuhlen", action: "#00693c", accent: "#0d2c54" },
  { name: "oberlauken", action: "#5b2a86", accent: "#7fd1c7" },
];
/** What changes with the day, and what is the same for all towns: left out, so that the pictures stay small. */
const STILL = ".nabe-hero__t > p:first-child { display: none } .nabe-hero__t > p:last-child { display: none } .nabe-lede, .nabe-sec, .nabe-tiles, .nabe-partner, .nabe-foot__in, .nabe-owner, .nabe-demo { display: none }";

export async function towns(browser, site, { check }) {
  const { page, close } = await openPage(browser, { cookies: site.cookies });
  const eyes = await openPage(browser, { scripts: true });
  for (const town of TOWNS) {
    await dress(page, site, town);
    for (const scheme of ["light", "dark"]) {
      const file = `${FOLDER}${town.name}-${scheme}.png`;
      const seen = await look(browser, site, scheme);
      if (RENEW) writeFileSync(file, seen);
      const known = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      const differing = known.length > 0 ? await difference(eyes.page, known, seen) : 1;
      if (differing > SHARE) writeFileSync(`/tmp/nabe-${town.name}-${scheme}.png`, seen);
      check("the start page of a town looks as it did", differing <= SHARE, `${town.name}, ${scheme}: ${(100 * differing).toFixed(2)} % of its pixels differ; ${HOW}`);
      check("its picture stays small", seen.length <= 60 * 1024, `${town.name}, ${scheme}: ${seen.length} bytes`);
    }
  }
  for (const button of ["Logo entfernen", "Farben von Nabe verwenden"]) {
    await page.goto(`${site.hub}/staff/hub/theme${button.startsWith("Logo") ? "/logo" : ""}`);
    await page.getByRole("button", { name: button }).click();
  }
  await eyes.close();
  await close();
}

/** Colours and logo over the pages of the lead. */
async function dress(page, site, { name, action, accent }) {
  await page.goto(`${site.hub}/staff/hub/theme`);
  await page.getByLabel("Farbe für Schaltflächen und Links").fill(action);
  await page.getByLabel("Zweite Farbe").fill(accent);
  await page.getByRole("button", { name: "Farben speichern" }).click();
  await page.goto(`${site.hub}/staff/hub/theme/logo`);
  await page.getByLabel("Datei").setInputFiles(`${FOLDER}${name}.svg`);
  await page.getByRole("button", { name: "Logo speichern" }).click();
}

async function look(browser, site, scheme) {
  const { page, close } = await openPage(browser, { width: 375, height: 600, scheme, bypassCSP: true });
  await page.goto(`${site.hub}/`);
  const picture = await page.screenshot({ fullPage: true, style: STILL, animations: "disabled" });
  await close();
  return picture;
}

/** Which part of all pixels differs by more than a little; everything when the sizes do. */
function difference(page, known, seen) {
  const pictures = [known, seen].map((bytes) => `data:image/png;base64,${bytes.toString("base64")}`);
  return page.evaluate(
    async ([pictures, step]) => {
      const pixels = await Promise.all(
        pictures.map(async (address) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const paper = canvas.getContext("2d");
          paper.drawImage(picture, 0, 0);
          return paper.getImageData(0, 0, picture.width, picture.height);
        }),
      );
      const [one, two] = pixels;
      if (one.width !== two.width || one.height !== two.height) return 1;
      let differing = 0;
      for (let at = 0; at < one.data.length; at += 4) {
        if ([0, 1, 2].some((part) => Math.abs(one.data[at + part] - two.data[at + part]) > step)) differing += 1;
      }
      return differing / (one.width * one.height);
    },
    [pictures, STEP],
  );
}
