// Every page is sound HTML, in both languages.
import { HtmlValidate } from "html-validate";
import { openPage } from "../browser.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Whitespace and style of writing are the template's matter.
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "void-style": "off",
    "tel-non-breaking": "off",
    // The hidden field that catches programs, and pictures of the sprite.
    "no-inline-style": "error",
    "require-sri": "off",
  },
});

export async function markup(browser, site, { check }) {
  const { page, close } = await openPage(browser, { cookies: site.cookies });
  for (const path of [...site.publicPages, ...site.staffPages]) {
    for (const prefix of ["", "/en"]) {
      const answer = await page.goto(site.hub + prefix + path);
      const html = await answer.text();
      const report = await validator.validateString(html);
      const flaws = report.results.flatMap((result) => result.messages).map((flaw) => `${flaw.line}:${flaw.column} ${flaw.ruleId} ${flaw.message}`);
      check("sound HTML", flaws.length === 0, `${prefix}${path}: ${flaws.slice(0, 3).join(" | ")}`);
      check("one first heading", (await page.locator("h1").count()) === 1, prefix + path);
      check("language named", (await page.locator("html").getAttribute("lang")) === (prefix ? "en" : "de"), prefix + path);
    }
  }
  await close();
}
