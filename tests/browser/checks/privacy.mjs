// Public pages ask nobody else for anything and leave nothing behind.
import { openPage } from "../browser.mjs";

export async function privacy(browser, site, { check }) {
  const { page, context, close } = await openPage(browser, { scripts: true });
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.origin)) foreign.push(request.url());
  });
  for (const path of site.publicPages) {
    await page.goto(site.hub + path);
    check("no scripts", (await page.locator("script:not([type='application/ld+json'])").count()) === 0, path);
    check("nothing stored", (await page.evaluate(() => localStorage.length + sessionStorage.length)) === 0, path);
  }
  check("no request to other hosts", foreign.length === 0, foreign.join(" "));
  check("no cookies", (await context.cookies()).length === 0);
  await close();
}
