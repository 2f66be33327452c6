// Debian's Chromium, without anything that would reach for other hosts.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    console.error("Chromium is missing. As root: apt-get install -y --no-install-recommends chromium");
    process.exit(1);
  }
  return chromium.launch({ executablePath, args: ARGS });
}

/** A page in a context of its own: no JavaScript of ours is needed anywhere, so it is off unless a check needs it. */
export async function openPage(browser, { width = 1280, height = 900, scheme = "light", scripts = false, cookies = [], ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: scripts, bypassCSP: scripts, ...more });
  if (cookies.length > 0) await context.addCookies(cookies);
  const page = await context.newPage();
  return { page, context, close: () => context.close() };
}
