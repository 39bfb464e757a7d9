import path from "node:path";
import { StepFailure, step } from "../progress.mjs";
import { asStepFailure, migrate, openDatabase, seed } from "./database.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { generate } from "./generate.mjs";

/** `npm run seed`: the starting dataset where the record is empty; `-- --file more.json` for more. */
export async function main(args: string[]): Promise<number> {
  const files = filesIn(args);
  await generate();
  // Where `npm start` is running, its database is used; two processes cannot have one folder.
  const database = await openDatabase(
    async (folder) => (await runningEmbedded(folder)) ?? startEmbedded(folder),
  );
  try {
    await migrate(database.url);
    if (files.length === 0) await seed(database.url);
    for (const file of files) await load(database.url, file);
    return 0;
  } finally {
    await database.stop();
  }
}

function filesIn(args: string[]): string[] {
  const files: string[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const file = args[index + 1];
    if (args[index] !== "--file" || file === undefined) {
      throw new StepFailure("Usage: npm run seed -- [--file records.json] …");
    }
    files.push(path.resolve(file));
  }
  return files;
}

async function load(url: string, file: string): Promise<void> {
  await step("File", async (settle) => {
    const { openDatabase: connect } = await import("@/lib/db/client");
    const { seedFile } = await import("@/lib/seed/dataset-commands");
    const db = connect(url, 2);
    try {
      const published = await asStepFailure(() => seedFile(db, file));
      const { version } = published;
      settle(
        version === null ? "nothing new in it" : `${path.basename(file)} is version ${version}`,
      );
    } finally {
      await db.$disconnect();
    }
  });
}
