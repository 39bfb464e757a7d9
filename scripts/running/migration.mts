import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, StepFailure, step } from "../progress.mjs";

/** `npm run migration -- name`: writes what schema.prisma says beyond the migrations as a new one. */
export async function main(args: string[]): Promise<number> {
  const empty = args.includes("--empty");
  const name = args.filter((arg) => arg !== "--empty").join("_");
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new StepFailure(
      "Usage: npm run migration -- name_of_the_change [--empty]\n" +
        "Small letters, digits and _; --empty makes one to fill by hand.",
    );
  }
  const script = await step("Difference", async (settle) => {
    const { openEmbedded } = await import("@/lib/db/embedded");
    const { applyMigrations } = await import("@/lib/db/migrate");
    const { migrationDrift } = await import("@/lib/db/migration-engine");
    const scratch = await openEmbedded();
    try {
      await applyMigrations(scratch.url);
      const drift = await migrationDrift(scratch.url);
      settle(drift === null ? "none: schema.prisma and the migrations agree" : "found");
      return drift;
    } finally {
      await scratch.close();
    }
  });
  if (script === null && !empty) return 0;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join("prisma", "migrations", `${stamp}_${name}`, "migration.sql");
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), script ?? "");
  console.log(`\nWritten to ${file}. Read it before you commit it.`);
  return 0;
}
