// What search engines read is in the pages, and the policy that forbids scripts says nothing against it.
import { openPage } from "../browser.mjs";

export async function found(browser, site, { check }) {
  const { page, close } = await openPage(browser, { scripts: true, bypassCSP: false });
  const said = [];
  page.on("console", (message) => said.push(`${page.url()}: ${message.text()}`));
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.log(`refused: ${event.violatedDirective}`)));
  for (const path of ["/", "/events", "/events/smartphone-sprechstunde", "/events/fuehrung-durch-die-ausstellung", "/news", "/pages/ueber-uns"]) {
    await page.goto(site.hub + path);
    check("the policy refuses nothing of ours", said.length === 0, said.join(" | "));
    check("a page names its one address", (await page.locator("link[rel=canonical]").getAttribute("href")) === site.hub + path, path);
  }
  await page.goto(`${site.hub}/events/smartphone-sprechstunde`);
  const event = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
  check("an event is described for machines", event["@type"] === "EventSeries" && event.subEvent.length > 1, JSON.stringify(event).slice(0, 200));
  await close();
}
