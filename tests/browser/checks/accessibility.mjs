// axe finds nothing: every page, both languages, light and dark, wide and narrow.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openPage } from "../browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];

export async function accessibility(browser, site, { check }) {
  for (const width of [1280, 375]) {
    for (const scheme of ["light", "dark"]) {
      const { page, close } = await openPage(browser, { width, scheme, scripts: true, cookies: site.cookies });
      for (const path of [...site.publicPages, ...site.staffPages]) {
        for (const prefix of width === 1280 ? ["", "/en"] : [""]) {
          await page.goto(site.hub + prefix + path);
          await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
          await page.evaluate(axe);
          const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), TAGS);
          const found = violations.map((one) => `${one.id} (${one.nodes[0].target.join(" ")})`);
          check("axe finds nothing", found.length === 0, `${prefix}${path} ${width} ${scheme}: ${found.join(", ")}`);
        }
      }
      await close();
    }
  }
}
