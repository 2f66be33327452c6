// Nothing scrolls sideways at 320 px, also with wider text; targets are large enough to tap; it prints.
import { openPage } from "../browser.mjs";

const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

export async function layout(browser, site, { check }) {
  const { page, close } = await openPage(browser, { width: 320, scripts: true, cookies: site.cookies });
  for (const path of [...site.publicPages, ...site.staffPages]) {
    await page.goto(site.hub + path);
    check("no sideways scrolling at 320 px", await fits(page), `${path}: ${await widest(page)}`);
    const small = await smallTargets(page);
    check("targets of at least 44 px in menus, lists and forms", small.length === 0, `${path}: ${small.join(", ")}`);
    await page.addStyleTag({ content: SPACING });
    check("wider text fits at 320 px", await fits(page), `${path}: ${await widest(page)}`);
    const cut = await clipped(page);
    check("wider text is not cut off", cut.length === 0, `${path}: ${cut.join(", ")}`);
  }
  await close();
  await oneLongWord(browser, site, check);
  await enlarged(browser, site, check);
  await prints(browser, site, check);
}

/** A title or a name may be one long word: it breaks, and the page stays where it is. */
async function oneLongWord(browser, site, check) {
  for (const width of [1280, 320]) {
    const { page, close } = await openPage(browser, { width, scripts: true, cookies: site.cookies });
    for (const path of site.publicPages) {
      await page.goto(site.hub + path);
      await page.evaluate(() => {
        const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        const written = texts.filter((text) => text.textContent.trim().length > 14 && text.parentElement.closest("h1, h2, h3, p, li, dd, a, td"));
        for (const text of written.filter((text) => !text.parentElement.closest("button, .nabe-badge, .nabe-vh"))) text.textContent = "Donaudampfschifffahrt".repeat(6);
      });
      check(`one long word fits at ${width} px`, await fits(page), `${path}: ${await widest(page)}`);
    }
    await close();
  }
}

/** Letters at 200 %, as people set them in their browser: nothing leaves the page. */
async function enlarged(browser, site, check) {
  const { page, close } = await openPage(browser, { width: 1280, scripts: true, cookies: site.cookies });
  for (const path of site.publicPages) {
    await page.goto(site.hub + path);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    check("letters at 200 % fit", await fits(page), `${path}: ${await widest(page)}`);
    const cut = await clipped(page);
    check("letters at 200 % are not cut off", cut.length === 0, `${path}: ${cut.join(", ")}`);
  }
  await close();
}

/** Boxes that hide a part of the text they hold. */
const clipped = (page) =>
  page.evaluate(() => {
    const hides = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) || ["hidden", "clip"].includes(getComputedStyle(one).overflowY);
    const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !one.closest("svg, .nabe-vh, .nabe-skip, details:not([open])") && one.textContent.trim());
    const cut = shown.filter((one) => hides(one) && one.clientWidth > 2 && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1));
    return cut.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
  });

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const widest = (page) =>
  page.evaluate(() => {
    const over = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    return over.slice(0, 2).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).join(" ");
  });

const smallTargets = (page) =>
  page.evaluate(() => {
    const places = "nav a, form button, form select, form input:not([type=hidden]):not([type=checkbox]):not([type=radio]), .nabe-rows a, summary";
    const shown = [...document.querySelectorAll(places)].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[hidden]"));
    const target = (one) => (one.closest(".nabe-ev") ?? one).getBoundingClientRect();
    return shown.filter((one) => target(one).height < 43.5 && target(one).height > 1).slice(0, 3).map((one) => `${one.tagName.toLowerCase()} "${one.textContent.trim().slice(0, 20)}" ${Math.round(target(one).height)} px`);
  });

async function prints(browser, site, check) {
  const { page, close } = await openPage(browser, { cookies: site.cookies });
  const confirmation = site.publicPages.find((path) => /^\/registrations\/[^/]+$/.test(path));
  for (const [what, path] of [["the confirmation", confirmation], ["a month", "/events/month"]]) {
    await page.goto(site.hub + path);
    const sheets = pages(await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true, tagged: true }));
    check(`${what} prints on one sheet`, sheets === 1, `${sheets} sheets`);
  }
  await close();
}

const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
