import path from "node:path";
import { step } from "../progress.mjs";
import { dataset, migrate, openDatabase, seed, withDatabase } from "./database.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { generate } from "./generate.mjs";
import { type SeedOptions, seedOptions } from "./seed-options.mjs";

/**
 * `npm run seed`: the starting dataset where the record is empty; `-- --file more.json` for more; `-- --renew` for
 * the dataset as it is now where the record runs already.
 */
export async function main(args: string[]): Promise<number> {
  const options = seedOptions(args);
  await generate();
  // Where `npm start` is running, its database is used; two processes cannot have one folder.
  const database = await openDatabase(
    async (folder) => (await runningEmbedded(folder)) ?? startEmbedded(folder),
  );
  try {
    await migrate(database.url);
    if (options.renew) await renew(database.url, options);
    else if (options.files.length === 0) await seed(database.url);
    for (const file of options.files) await load(database.url, path.resolve(file));
    return 0;
  } finally {
    await database.stop();
  }
}

async function load(url: string, file: string): Promise<void> {
  await step("File", async (settle) => {
    const { seedFile } = await import("@/lib/seed/dataset-commands");
    const { version } = await withDatabase(url, (db) => seedFile(db, file));
    settle(version === null ? "nothing new in it" : `${path.basename(file)} is version ${version}`);
  });
}

async function renew(url: string, { overwrite }: SeedOptions): Promise<void> {
  const { published, retracted, left } = await step("Renewal", async (settle) => {
    const { renewDataset } = await import("@/lib/seed/renewal-commands");
    const renewal = await withDatabase(url, (db) => renewDataset(db, dataset, { overwrite }));
    const { version } = renewal.published;
    settle(version === null ? "nothing new in it" : `version ${version}`);
    return renewal;
  });
  const { version, ...kinds } = published;
  if (version !== null) {
    for (const [kind, { added, revised, unchanged }] of Object.entries(kinds))
      console.log(`  ${kind}: ${added} added, ${revised} revised, ${unchanged} unchanged`);
    if (retracted > 0)
      console.log(`  Retracted, because the dataset holds them no longer: ${retracted}`);
  }
  if (left.length === 0) return;
  console.log(
    "\nLeft as editors have them (--overwrite has the dataset's word count for them too):",
  );
  for (const { kind, title, would } of left) console.log(`  ${kind}: ${title} (would ${would} it)`);
}
