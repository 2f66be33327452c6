// Collects results; a check that looked at nothing counts as failed.
export function report() {
  const counts = { passed: 0, failed: 0 };
  const seen = new Map();
  const check = (name, ok, detail = "") => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    counts[ok ? "passed" : "failed"] += 1;
    if (!ok) console.log(`FAILED ${name}${detail ? `: ${detail}` : ""}`);
  };
  const finish = () => {
    for (const [name, times] of seen) console.log(`  ${String(times).padStart(4)} × ${name}`);
    if (counts.passed === 0) counts.failed += 1;
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
    return counts.failed === 0 ? 0 : 1;
  };
  return { check, finish };
}
