import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, StepFailure, step } from "../progress.mjs";
import { writeBackupFile } from "./backup-file.mjs";
import { asStepFailure, openDatabase } from "./database.mjs";
import { refuseWithoutEmbedded } from "./database-place.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { rowProgress } from "./row-progress.mjs";

const usage = `Usage: npm run backup -- FILE
Writes everything in the database into one new file, also while the program runs.`;

/** `npm run backup`: everything in the database, in a file. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const [name, ...more] = args;
  if (name === undefined || name.startsWith("-") || more.length > 0) throw new StepFailure(usage);
  const file = path.resolve(root, name);
  if (existsSync(file)) throw new StepFailure(`${file} is there already. Give it another name.`);
  // Where `npm start` is running, its database is asked; two processes cannot have one folder.
  const database = await openDatabase(async (folder) => {
    const running = await runningEmbedded(folder);
    if (running !== null) return running;
    refuseWithoutEmbedded(folder);
    return startEmbedded(folder);
  });
  try {
    const said = await step("Backup", async (settle) => {
      const { backupText } = await import("@/lib/db/backup/read-database");
      const { checkBackup } = await import("@/lib/db/backup/read-backup");
      let said = "";
      await asStepFailure(async () => {
        const text = backupText(database.url, programVersion(), rowProgress("read"));
        const { bytes } = await writeBackupFile(file, text, async (written) => {
          const { digest, rows, header } = await checkBackup(written, rowProgress("checked"));
          settle(`${rows.toLocaleString("en")} rows, read again and checked`);
          said = `Version ${header.newestVersion ?? "none"} and the desk, as of ${header.made}\nDigest ${digest}`;
        });
        said = `${file} (${(bytes / 1e6).toFixed(1)} MB)\n${said}`;
      });
      return said;
    });
    console.log(`\n${said}\n
What is not in it: LOSSLINE_SECRET, or the file "secret" in the data folder. Keep that too, in another place.`);
    return 0;
  } finally {
    await database.stop();
  }
}

/** The release that this is. */
export function programVersion(): string {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version as string;
}
