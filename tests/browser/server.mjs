// The program with the sample hub in a temporary folder.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The program. */
export const binary = process.env.NABE_BIN ?? join(root, "target/debug/nabe");

export async function startServer() {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "nabe-browser-"));
  const child = spawn(binary, ["demo", "--data", data, "--listen", `127.0.0.1:${port}`], { env: { ...process.env, NABE_LOG: "error" } });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  child.stderr.on("data", (bytes) => process.stderr.write(bytes));
  const origin = `http://localhost:${port}`;
  await until(() => /Sign in:/.test(said), child);
  const [, email, password] = /Sign in:\s+(\S+)\s+with the password\s+(\S+)/.exec(said);
  const stop = () => {
    child.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true });
  };
  return { origin, hub: `${origin}/grossroehrsdorf`, email, password, stop };
}

export async function until(done, child) {
  const end = Date.now() + 60_000;
  while (!done()) {
    if (child.exitCode !== null || Date.now() > end) throw new Error("the server did not start");
    await new Promise((go) => setTimeout(go, 50));
  }
}

export function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
