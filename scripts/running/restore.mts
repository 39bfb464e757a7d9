import path from "node:path";
import { root, StepFailure, step } from "../progress.mjs";
import { backupFileText } from "./backup-file.mjs";
import { asStepFailure } from "./database.mjs";
import { openToWrite, ownPlace } from "./database-place.mjs";
import { rowProgress } from "./row-progress.mjs";

const usage = `Usage: npm run restore -- FILE [--check | --replace]
Writes a backup into the database of the settings, which has to be empty. All of it or nothing.
  --check    only reads the file, and says what is in it or what is wrong with it
  --replace  takes away what the database holds, in the same transaction; stop the programs on it first`;

/** `npm run restore`: a backup into an empty database. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const flags = new Set(args.filter((arg) => arg.startsWith("-")));
  const [name, ...more] = args.filter((arg) => !arg.startsWith("-"));
  const isKnown = [...flags].every((flag) => flag === "--check" || flag === "--replace");
  if (name === undefined || more.length > 0 || !isKnown || flags.size > 1)
    throw new StepFailure(usage);
  const file = path.resolve(root, name);
  const { checkBackup, readBackup } = await import("@/lib/db/backup/read-backup");
  const { header, digest } = await step("File", async (settle) => {
    const checked = await ofFile(file, () =>
      checkBackup(backupFileText(file), rowProgress("checked")),
    );
    settle(`whole: ${checked.rows.toLocaleString("en")} rows`);
    return checked;
  });
  console.log(
    `  Version ${header.newestVersion ?? "none"} and the desk, as of ${header.made}, from ${header.database}\n  Digest ${digest}`,
  );
  if (flags.has("--check")) return 0;
  const database = await openToWrite(ownPlace());
  try {
    await step("Restore", async (settle) => {
      const { restoreInto } = await import("@/lib/db/backup/restore-command");
      const { rows, wasThere } = await ofFile(file, () =>
        restoreInto(database.url, readBackup(backupFileText(file)), {
          replace: flags.has("--replace"),
          onProgress: rowProgress("written"),
        }),
      );
      settle(
        wasThere
          ? "the database holds just that already"
          : `${rows.toLocaleString("en")} rows, read back and checked`,
      );
    });
  } finally {
    await database.close();
  }
  console.log(`
npm start goes on from there; where this release has later migrations, it applies them.
What is not in a backup: LOSSLINE_SECRET, or the file "secret" in the data folder. Without the one of then,
everybody signs in anew and sets second factors up anew.`);
  return 0;
}

async function ofFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  const { BackupFailure } = await import("@/lib/db/backup/backup-form");
  return asStepFailure(async () => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof BackupFailure ? new Error(`${file}: ${error.message}`) : error;
    }
  });
}
