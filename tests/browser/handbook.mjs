// Takes the pictures of the handbook from the program itself: one story from an empty folder, the rest in the sample hub.
// Environment as for run.mjs. Writes docs/handbuch/bilder/.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage } from "./browser.mjs";
import { binary, freePort, startServer, until } from "./server.mjs";

const folder = fileURLToPath(new URL("../../docs/handbuch/bilder/", import.meta.url));
const WIDTH = 1280;
const SUBMIT = "main form button[type=submit]";

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
try {
  await ownHub();
  await sampleHub();
} finally {
  await browser.close();
}

/** A part of the page as it stands, from the top or from a heading on. */
async function shoot(page, name, height, heading = "") {
  const y = heading ? Math.max(0, (await page.locator("h2", { hasText: heading }).boundingBox()).y - 24) : 0;
  await page.screenshot({ path: join(folder, `${name}.png`), clip: { x: 0, y, width: WIDTH, height }, fullPage: true });
}

async function ownHub() {
  const data = mkdtempSync(join(tmpdir(), "nabe-handbook-"));
  const port = await freePort();
  const child = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { env: { ...process.env, NABE_LOG: "error" } });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  try {
    await until(() => /with the code/.test(said), child);
    const [, code] = /with the code\s+(\S+)/.exec(said);
    const { page } = await openPage(browser, { width: WIDTH, locale: "de-DE" });
    const fill = async (fields) => {
      for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
    };
    const next = () => page.locator(SUBMIT).first().click();
    await page.goto(`http://localhost:${port}/`);
    await fill({ code });
    await shoot(page, "einrichten-code", 480);
    await next();
    await fill({ name: "Lena Lang", email: "lena@example.org", password: "drei alte Apfelbäume" });
    await next();
    await fill({ hub_name: "InnovationsHub Musterstadt", owner_line: "Ein Angebot der Stadt Musterstadt", phone: "035952 01234" });
    await shoot(page, "einrichten-hub", 820);
    await next();
    await fill({ site_name: "Altes Kontor", street: "Musterweg 1", postcode: "01900", town: "Musterstadt", hours: "Mo–Fr 9–12, 13–18" });
    await shoot(page, "einrichten-ort", 1060);
    await next();
    await next();
    await shoot(page, "einrichten-liste", 760);
    await page.goto(`http://localhost:${port}/musterstadt/staff/hub/welcome`);
    await fill({ claim: "Kommen.\nFragen.\nMachen.", welcome: "Hier ist Platz für alle, die etwas ausprobieren wollen. Schauen Sie herein, auch ohne Vorwissen." });
    await next();
    await page.goto(`http://localhost:${port}/musterstadt/`);
    await shoot(page, "einrichten-startseite", 900);
  } finally {
    child.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true });
  }
}

async function sampleHub() {
  const server = await startServer();
  try {
    const { page } = await openPage(browser, { width: WIDTH, locale: "de-DE" });
    const open = (path) => page.goto(server.hub + path);
    await open("/staff/sign-in");
    await page.locator("#email").fill(server.email);
    await page.locator("#password").fill(server.password);
    await page.locator(SUBMIT).first().click();
    await open("/staff");
    await shoot(page, "heute", 900);
    await telephone(page);
    await open("/staff/check-in");
    await shoot(page, "einlass", 820);
    await open("/staff/events/smartphone-sprechstunde");
    await shoot(page, "veranstaltung", 900);
    await page.locator("table a", { hasText: "wartet" }).first().click();
    await shoot(page, "namensliste", 900);
    await open("/staff/events/smartphone-sprechstunde");
    await page.locator("table a", { hasText: "Ändern" }).nth(1).click();
    await shoot(page, "termin", 900);
    await pagesAndHub(page, open);
    await privacy(page, open);
  } finally {
    server.stop();
  }
}

async function telephone(page) {
  const dates = page.locator("#occasion");
  const values = await dates.locator("option").evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  await dates.selectOption(values.at(-1));
  await page.locator("#name").fill("Hannelore Beispiel");
  await page.locator("form:has(#occasion) button[type=submit]").first().click();
  await shoot(page, "anmeldung", 820);
}

async function pagesAndHub(page, open) {
  for (const [path, name, height, heading] of [
    ["/staff/events/new", "veranstaltung-neu", 900],
    ["/staff/pages", "seiten", 760],
    ["/staff/pages/new", "seite", 900],
    ["/staff/hub", "hub", 900],
    ["/staff/hub/closed-days", "schliesstage", 760],
    ["/staff/hub/people", "team", 520],
    ["/staff/hub/theme", "aussehen", 900],
    ["/staff/hub/start-page", "startseite-menue", 900],
    ["/staff/hub/calendars", "kalender", 760],
    ["/staff/hub/organisations", "organisationen", 640],
    ["/staff/hub/cost-sharing", "kostenteilung", 640],
  ]) {
    await open(path);
    await shoot(page, name, height, heading);
  }
  await open("/staff/hub/sites");
  await page.locator("main .nabe-entries a").first().click();
  await shoot(page, "ort", 900);
}

async function privacy(page, open) {
  await open("/staff/hub/data-protection");
  await shoot(page, "datenschutz", 900);
  await page.locator("main form input[type=search], main form input[name=q]").first().fill("Hannelore Beispiel");
  await page.locator(SUBMIT).first().click();
  await shoot(page, "auskunft", 640);
}
