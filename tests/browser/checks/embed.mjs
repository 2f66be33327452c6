// A page of another web site shows the coming dates when the lead has allowed it, and nothing when not.
import { createServer } from "node:http";
import { openPage } from "../browser.mjs";

export async function embed(browser, site, { check }) {
  const foreign = await Promise.all([foreignSite(), foreignSite()]);
  const [allowed, stranger] = foreign.map((server) => `http://127.0.0.1:${server.address().port}`);
  const { page, close } = await openPage(browser, { cookies: site.cookies });
  await page.goto(`${site.hub}/staff/hub/embed`);
  await page.getByLabel("Websites, die Ihr Programm zeigen dürfen").fill(allowed);
  await page.getByRole("button", { name: "Websites speichern" }).click();
  check("an allowed web site is saved", (await page.locator(".nabe-note-ok").count()) === 1, page.url());
  check("the lead sees a preview", (await page.frameLocator("iframe").locator(".nabe-ev").count()) > 0);
  const line = await page.locator("#line").inputValue();
  for (const [origin, shown] of [[allowed, true], [stranger, false]]) {
    await page.goto(`${origin}/?${encodeURIComponent(line)}`);
    const rows = await page.frameLocator("iframe").locator(".nabe-ev").count().catch(() => 0);
    check(shown ? "an allowed web site shows the dates" : "another web site shows nothing", rows > 0 === shown, `${rows} rows`);
  }
  await page.goto(`${allowed}/?${encodeURIComponent(line.replace(/\/embed[^"]*/, "/events"))}`);
  check("no other page can be put into a frame", (await page.frameLocator("iframe").locator(".nabe-ev").count().catch(() => 0)) === 0);
  await page.goto(`${allowed}/?${encodeURIComponent(line)}`);
  await page.frameLocator("iframe").locator(".nabe-ev a").first().click();
  await page.waitForURL(/\/events\//);
  check("a link leaves the frame for the hub", page.url().startsWith(site.hub), page.url());
  await close();
  foreign.forEach((server) => server.close());
}

/** A web site whose page is what its address says. */
function foreignSite() {
  const answer = (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!DOCTYPE html><title>Stadt</title>${decodeURIComponent(request.url.slice(2))}`);
  };
  return new Promise((open) => {
    const server = createServer(answer).listen(0, "127.0.0.1", () => open(server));
  });
}
