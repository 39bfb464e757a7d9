import path from "node:path";
import { root, StepFailure, step } from "../progress.mjs";
import { asStepFailure, openDatabase, withDatabase } from "./database.mjs";
import { refuseWithoutEmbedded } from "./database-place.mjs";
import { dumpArguments } from "./dump-options.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";

/** `npm run dump`: the public record at a version, in files. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const given = dumpArguments(args);
  if (given.check !== null) return check(path.resolve(root, given.check));
  const { signingKey } = await import("@/lib/environment/signing-key");
  const { dumpsFolder } = await import("@/lib/site/dumps/dumps-folder");
  const folder = given.folder === null ? dumpsFolder() : path.resolve(root, given.folder);
  const key = await asStepFailure(async () => signingKey());
  const database = await openDatabase(async (place) => {
    const running = await runningEmbedded(place);
    if (running !== null) return running;
    refuseWithoutEmbedded(place);
    return startEmbedded(place);
  });
  let failed = 0;
  try {
    await withDatabase(database.url, async (db) => {
      const { makeDump } = await import("@/lib/site/dumps/dump-command");
      for (const version of await versionsAsked(db, given, folder)) {
        const outcome = await step(`Version ${version.number}`, async (settle) => {
          const made = await makeDump(db, version, folder, { key, allowEmpty: given.allowEmpty });
          const rows = made.ok
            ? made.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
            : 0;
          settle(
            made.ok
              ? `${rows.toLocaleString("en")} rows, every gate passed, ${key === null ? "not signed (LOSSLINE_SIGNING_KEY is not set)" : "signed"}`
              : "NOT offered",
          );
          return made;
        });
        if (outcome.ok) console.log(`  ${outcome.folder}`);
        else {
          failed += 1;
          console.log(outcome.problems.map((problem) => `  ${problem}`).join("\n"));
        }
      }
    });
  } finally {
    await database.stop();
  }
  return failed === 0 ? 0 : 1;
}

async function versionsAsked(
  db: import("@/lib/db/client").Database,
  { version, all }: ReturnType<typeof dumpArguments>,
  folder: string,
) {
  const { findVersion, newestVersion, versionsAfter } = await import(
    "@/lib/record/versions/version-queries"
  );
  const newest = await newestVersion(db);
  if (newest === null) throw new StepFailure("The record is empty: there is nothing to dump.");
  if (all) {
    const { offeredDump } = await import("@/lib/site/dumps/offered-dumps");
    const versions = await versionsAfter(db, 0, newest.number, newest.number);
    const missing = await Promise.all(
      versions.map(async (each) => ((await offeredDump(each, folder)) === null ? [each] : [])),
    );
    // The oldest first: each is held against the one before it.
    return missing.flat().reverse();
  }
  if (version === null) return [newest];
  const found = await findVersion(db, version);
  if (found === null)
    throw new StepFailure(
      `There is no version ${version}; there are versions 1 to ${newest.number}.`,
    );
  return [found];
}

async function check(folder: string): Promise<number> {
  const { checkDump } = await import("@/lib/site/dumps/check-dump");
  return step("Dump", async (settle) => {
    const { problems, said } = await asStepFailure(() => checkDump(folder));
    settle(problems.length === 0 ? said : "NOT as it was made");
    if (problems.length > 0) console.log(problems.map((problem) => `  ${problem}`).join("\n"));
    return problems.length === 0 ? 0 : 1;
  });
}
