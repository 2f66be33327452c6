// By keyboard alone: every stop is visible, nothing traps, a place is booked.
import { openPage } from "../browser.mjs";

export async function keyboard(browser, site, { check }) {
  const { page, close } = await openPage(browser, { scripts: true });
  for (const path of ["/", "/events", site.formPage]) {
    await page.goto(site.hub + path);
    const stops = [];
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        const seen = [one, one.nextElementSibling, one.closest(".nabe-ev")].filter(Boolean).map((part) => getComputedStyle(part));
        const ring = seen.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
        return { name: `${one.tagName.toLowerCase()} "${(one.textContent || one.name || "").trim().slice(0, 24)}"`, ring };
      });
      if (stop) stops.push(stop);
    }
    const hidden = stops.filter((stop) => !stop.ring).map((stop) => stop.name);
    check("focus is visible at every stop", stops.length > 10 && hidden.length === 0, `${path}: ${hidden.slice(0, 3).join(", ")}`);
    check("focus is not trapped", new Set(stops.map((stop) => stop.name)).size > 8, path);
  }
  await book(page, site, check);
  await close();
}

async function book(page, site, check) {
  await page.goto(site.hub + site.formPage);
  const tabTo = async (id) => {
    for (let n = 0; n < 60; n += 1) {
      if ((await page.evaluate(() => document.activeElement?.id || document.activeElement?.type)) === id) return;
      await page.keyboard.press("Tab");
    }
  };
  await tabTo("name");
  await page.keyboard.type("Hans Muster");
  await tabTo("email");
  await page.keyboard.type("hans@example.org");
  await tabTo("submit");
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  const heading = await page.locator("h1").innerText();
  check("a place is booked by keyboard alone", /sicher|Warteliste/.test(heading), heading);
}
