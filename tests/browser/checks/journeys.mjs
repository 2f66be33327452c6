// The resident's and the clerk's ways with JavaScript off; they also leave behind the pages that the other checks look at.
import { openPage } from "../browser.mjs";

export async function journeys(browser, server, { check }) {
  const { page, context, close } = await openPage(browser);
  const site = { ...server, publicPages: [], staffPages: [], cookies: [], formPage: "", waitPage: "" };
  await page.goto(`${server.hub}/`);
  await page.getByRole("link", { name: "Veranstaltung finden" }).click();
  check("the start page leads to the programme", page.url().endsWith("/events"), page.url());
  await page.getByLabel("Stichwort").fill("grossroehrsdorf");
  await page.getByRole("button", { name: "Anzeigen" }).click();
  check("search finds umlauts by their spelling", (await page.locator(".nabe-ev").count()) > 0);
  const confirmation = await register(page, server, check, site);
  site.waitPage = await waitlistForm(page, server);
  await cancelAndUndo(page, confirmation, check);
  site.publicPages = [
    "/", "/events", "/events?topic=health&free=1", "/events?q=gibtesnicht", "/events/month", "/events/smartphone-sprechstunde", site.formPage, site.waitPage, "/registrations", "/registrations?sent=1",
    confirmation.slice(server.hub.length), `${confirmation.slice(server.hub.length)}/date`, "/contact", "/imprint", "/privacy", "/accessibility", "/easy-language",
    "/sign-language", "/barriers", "/news", "/news/neue-tablets-zum-ausleihen", "/pages", "/pages/ueber-uns", "/pages/ueber-uns/easy-language", "/events/calendar", "/embed", "/embed?theme=dark&number=3", "/staff/sign-in", "/gibtesnicht",
  ];
  site.publicPages.push(...(await closedCourse(page, server, check)));
  await signIn(page, server, check);
  await lookAtCalendar(page, server, check);
  site.cookies = await context.cookies();
  site.staffPages = await staffPages(page, server);
  await close();
  return site;
}

async function register(page, server, check, site) {
  let pages = 1;
  await page.goto(`${server.hub}/events/fuehrung-durch-die-ausstellung`);
  if (page.url().includes("gibt")) throw new Error("the sample event is missing");
  const button = page.getByRole("link", { name: /Platz buchen/ }).first();
  await button.click();
  pages += 1;
  site.formPage = page.url().slice(server.hub.length);
  await page.getByRole("button", { name: "Platz buchen" }).click();
  check("an empty form comes back with a summary", (await page.locator(".nabe-errs").count()) === 1);
  check("its title says so", (await page.title()).startsWith("Fehler:"), await page.title());
  await page.getByLabel("Vor- und Nachname").fill("Erika Beispiel");
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill("erika@example.org");
  await page.getByRole("button", { name: "Platz buchen" }).click();
  pages += 1;
  check("a place is booked in three pages", pages === 3 && (await page.getByRole("heading", { level: 1 }).innerText()) === "Ihr Platz ist sicher.");
  return page.url();
}

/** From the code of an organisation to the form of a closed course. */
async function closedCourse(page, server, check) {
  await page.goto(`${server.hub}/events/fortbildung-eakte`);
  check("a closed course asks for a code", page.url().includes("/training?event="), page.url());
  await page.getByLabel("Zugangscode").fill("markt 246");
  await page.getByRole("button", { name: "Kurse ansehen" }).click();
  check("which leads to it", (await page.getByRole("heading", { level: 1 }).innerText()) === "Schulung E-Akte");
  const course = page.url().slice(server.hub.length);
  await page.getByRole("link", { name: /Platz buchen|Warteliste/ }).first().click();
  return ["/training", "/training?sent=1", "/training?ended=1", course.replace(/\/fortbildung-eakte$/, ""), course, page.url().slice(server.hub.length)];
}

/** The form of a date that is full, from the programme. */
async function waitlistForm(page, server) {
  await page.goto(`${server.hub}/events`);
  await page.locator(".nabe-ev", { hasText: "Warteliste, Platz" }).first().getByRole("link").click();
  await page.getByRole("link", { name: /Auf die Warteliste/ }).first().click();
  return page.url().slice(server.hub.length);
}

async function cancelAndUndo(page, confirmation, check) {
  const heading = () => page.getByRole("heading", { level: 1 }).innerText();
  await page.goto(confirmation);
  await page.getByRole("button", { name: "Platz absagen" }).click();
  check("cancelling takes two pages", (await heading()) === "Ihre Anmeldung ist abgesagt.", await heading());
  await page.getByRole("button", { name: "Absage zurücknehmen" }).click();
  check("and can be taken back", (await heading()) === "Ihr Platz ist sicher.", await heading());
  await page.goBack();
  await page.goForward();
  check("the back button changes nothing", (await heading()) === "Ihr Platz ist sicher.", await heading());
}

async function signIn(page, server, check) {
  await page.goto(`${server.hub}/staff`);
  check("staff pages ask to sign in", page.url().includes("/staff/sign-in"), page.url());
  await page.getByLabel("E-Mail-Adresse").fill(server.email);
  await page.getByLabel("Passwort").fill(server.password);
  await page.getByRole("button", { name: "Anmelden" }).click();
  check("and then show what was asked for", !page.url().includes("sign-in"), page.url());
}

/** A calendar file of a club, shown before anything of it is taken over; it stays for the other checks. */
export async function lookAtCalendar(page, server, check) {
  const entry = (uid, title, more) => `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\n${more}\r\nEND:VEVENT\r\n`;
  const next = `${new Date().getFullYear() + 1}0512T170000Z`;
  const file = `BEGIN:VCALENDAR\r\nX-WR-CALNAME:Heimatverein\r\n${entry("1@verein", "Chorprobe", `DTSTART:${next}\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\nLOCATION:Vereinshaus`)}${entry("2@verein", "Spaziergang durch die Massenei", `DTSTART:${next}`)}${entry("3@verein", "Ohne Ende", `DTSTART:${next}\r\nDTEND:20200101T000000Z`)}END:VCALENDAR\r\n`;
  await page.goto(`${server.hub}/staff/hub/calendars`);
  await page.getByLabel("Datei", { exact: true }).setInputFiles({ name: "verein.ics", mimeType: "text/calendar", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Datei ansehen" }).click();
  check("a calendar of others is shown before it is taken over", (await page.locator(".nabe-rows h3").count()) === 2 && (await page.locator("#nicht").count()) === 1, page.url());
}

/** The staff pages that the menu and its first rows lead to. */
async function staffPages(page, server) {
  const found = new Set();
  for (const start of ["/staff", "/staff/events", "/staff/registrations", "/staff/hub", "/staff/hub/theme", "/staff/hub/calendars", "/staff/pages"]) {
    const answer = await page.goto(server.hub + start);
    if (answer.status() !== 200) continue;
    found.add(start);
    const links = await page.locator("main a[href*='/staff/']").evaluateAll((all) => all.map((a) => a.getAttribute("href"))).catch(() => []);
    const kinds = new Set();
    for (const link of links) {
      const path = link.replace(/^\/grossroehrsdorf/, "");
      const kind = path.replace(/\?.*$/, "").replace(/\/[^/]*\d[^/]*/g, "/…").replace(/\/events\/(?!new)[^/]+/, "/events/…");
      if (kinds.has(kind) || path.endsWith(".csv") || path.endsWith(".ics")) continue;
      kinds.add(kind);
      found.add(path);
    }
  }
  found.add("/staff/events/fortbildung-eakte");
  found.add("/staff/events/fortbildung-eakte/training");
  return [...found];
}
