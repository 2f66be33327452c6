// What only a browser can tell. Starts a server with the sample hub, walks its pages in Debian's Chromium, prints what fails.
// Environment: NABE_BIN (the program; default target/debug/nabe), CHROMIUM (default /usr/bin/chromium).
import { openBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { report } from "./report.mjs";
import { accessibility } from "./checks/accessibility.mjs";
import { colours } from "./checks/colours.mjs";
import { embed } from "./checks/embed.mjs";
import { found } from "./checks/found.mjs";
import { journeys } from "./checks/journeys.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { layout } from "./checks/layout.mjs";
import { markup } from "./checks/markup.mjs";
import { privacy } from "./checks/privacy.mjs";
import { towns } from "./checks/towns.mjs";

const server = await startServer();
const browser = await openBrowser();
const results = report();
try {
  const site = await journeys(browser, server, results);
  for (const check of [markup, privacy, accessibility, layout, keyboard, colours, found, embed, towns]) await check(browser, site, results);
} finally {
  await browser.close();
  server.stop();
}
process.exit(results.finish());
