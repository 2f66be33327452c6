// Contrast themes: what is chosen still differs from what is not, icons stay visible.
import { openPage } from "../browser.mjs";

/** Plain tick boxes and round buttons: the page of another date has both kinds beside each other. */
async function chosenDiffers(page, site, scheme, check) {
  await page.goto(site.hub + site.publicPages.find((path) => path.endsWith("/date")));
  const button = page.locator("input[type=radio]:not([disabled])").first();
  const picture = async (wanted) => {
    await button.evaluate((one, on) => (one.checked = on), wanted);
    return page.locator(".kern-form-check").filter({ has: page.locator("input[type=radio]:not([disabled])") }).first().screenshot();
  };
  check("a chosen round button differs in a contrast theme", !(await picture(false)).equals(await picture(true)), scheme);
  await page.goto(site.hub + site.waitPage);
  const box = page.locator("#wait");
  const tick = async (wanted) => {
    await box.evaluate((one, on) => (one.checked = on), wanted);
    return page.locator(".kern-form-check").filter({ has: box }).screenshot();
  };
  check("a ticked box differs in a contrast theme", !(await tick(false)).equals(await tick(true)), scheme);
}

export async function colours(browser, site, { check }) {
  for (const scheme of ["light", "dark"]) {
    const { page, close } = await openPage(browser, { scheme, scripts: true, forcedColors: "active" });
    await page.goto(`${site.hub}/events`);
    await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    const chip = page.locator(".nabe-chip").first();
    const off = await chip.screenshot();
    await chip.locator("input").check({ force: true });
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.activeElement?.blur());
    const on = await chip.screenshot();
    check("a ticked chip differs in a contrast theme", !off.equals(on), scheme);
    await chosenDiffers(page, site, scheme, check);
    await page.goto(site.hub + site.formPage);
    await page.locator("form button[type=submit]").last().click();
    const icon = page.locator(".nabe-errs svg").first();
    const colour = await icon.evaluate((one) => getComputedStyle(one).color);
    const ground = await icon.evaluate((one) => getComputedStyle(one.closest("h2")).backgroundColor);
    check("icons of alerts are visible in a contrast theme", colour !== ground, `${scheme}: ${colour} on ${ground}`);
    await close();
  }
}
