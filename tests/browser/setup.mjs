// From an empty folder to a presentable hub, as somebody does it who has never seen Nabe: counts fields and pages, measures the time.
// Environment as for run.mjs. Typing is counted at 25 letters in ten seconds, reading a page at eight seconds.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openPage } from "./browser.mjs";
import { binary, freePort, until } from "./server.mjs";
import { report } from "./report.mjs";

const TYPING = 0.4;
const READING = 8;

const results = report();
const { check } = results;
const data = mkdtempSync(join(tmpdir(), "nabe-setup-"));
const port = await freePort();
const child = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { env: { ...process.env, NABE_LOG: "error" } });
let said = "";
child.stdout.on("data", (bytes) => (said += bytes));
child.stderr.on("data", (bytes) => process.stderr.write(bytes));
const browser = await openBrowser();
const effort = { pages: 0, fields: 0, letters: 0 };
const began = Date.now();
try {
  await until(() => /with the code/.test(said), child);
  const [, code] = /with the code\s+(\S+)/.exec(said);
  await walk(code);
} finally {
  await browser.close();
  child.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
}
const minutes = (effort.letters * TYPING + effort.pages * READING) / 60;
console.log(`  from an empty folder to a presentable hub: ${effort.fields} fields on ${effort.pages} pages, ${effort.letters} letters;`);
console.log(`  ${minutes.toFixed(1)} minutes for a person, ${((Date.now() - began) / 1000).toFixed(1)} s for this script`);
process.exit(results.finish());

async function walk(code) {
  const { page } = await openPage(browser);
  const origin = `http://localhost:${port}`;
  const open = async (path) => {
    effort.pages += 1;
    await page.goto(origin + path);
  };
  const fill = async (fields) => {
    for (const [id, value] of Object.entries(fields)) {
      effort.fields += 1;
      effort.letters += value.length;
      await page.locator(`#${id}`).fill(value);
    }
    await page.locator("main form button[type=submit]").first().click();
    effort.pages += 1;
  };
  await open("/");
  check("an empty installation leads to its set-up", page.url().endsWith("/setup"), page.url());
  await fill({ code });
  await fill({ name: "Lena Lang", email: "lena@example.org", password: "drei alte Apfelbäume" });
  await fill({ hub_name: "InnovationsHub Musterstadt", owner_line: "Ein Angebot der Stadt Musterstadt", phone: "035952 01234" });
  await fill({ site_name: "Altes Kontor", street: "Musterweg 1", postcode: "01900", town: "Musterstadt", hours: "Mo–Fr 9–12, 13–18" });
  await page.locator("main form button[type=submit]").first().click();
  effort.pages += 1;
  check("after the last page one is signed in and sees what is missing", page.url().endsWith("/musterstadt/staff/hub"), page.url());
  const asked = effort.fields;
  check("the set-up takes at most 25 fields", asked <= 25, `${asked}`);
  await open("/musterstadt/staff/hub/welcome");
  await fill({ claim: "Kommen. Fragen. Machen.", welcome: "Hier ist Platz für alle, die etwas ausprobieren wollen." });
  await open("/musterstadt/");
  const start = await page.locator("main").innerText();
  check("the start page shows welcome, hours and telephone", /ausprobieren/.test(start) && /9–.?12/.test(start) && /035952 01234/.test(start), start.slice(0, 300));
  await open("/musterstadt/contact");
  check("the contact page shows the place", /Musterweg 1/.test(await page.locator("main").innerText()));
  const minutes = (effort.letters * TYPING + effort.pages * READING) / 60;
  check("it takes at most five minutes", minutes <= 5, minutes.toFixed(1));
}
