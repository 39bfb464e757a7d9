import { readFile } from "node:fs/promises";
import { StepFailure } from "../progress.mjs";
import { asStepFailure, migrate, openDatabase, withDatabase } from "./database.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { generate } from "./generate.mjs";

const usage = `Usage: npm run rates -- FILE
Stores the exchange rates by which editors convert amounts in other moneys: eurofxref-hist.zip of the European Central Bank,
or the CSV file that is in it. What is stored already stays; a rate that the file corrects is replaced.
It also runs while the program does.`;

/** `npm run rates`: stores the European Central Bank's rates out of a file. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0)
    throw new StepFailure(
      `${file === undefined ? "A file is missing." : `${JSON.stringify(more[0] ?? file)} is not understood.`}\n\n${usage}`,
    );
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new StepFailure(`${file} cannot be read: ${error.code ?? error.message}.\n\n${usage}`);
  });
  await generate();
  const { RatesFileError, readRatesFile } = await import("@/lib/desk/rates/read-rates-file");
  const rates = await asStepFailure(async () => {
    try {
      return readRatesFile(bytes);
    } catch (error) {
      if (error instanceof RatesFileError) throw new StepFailure(`${file}: ${error.message}`);
      throw error;
    }
  });
  const database = await openDatabase(
    async (folder) => (await runningEmbedded(folder)) ?? startEmbedded(folder),
  );
  try {
    await migrate(database.url);
    return await withDatabase(database.url, async (db) => {
      const { storeRates } = await import("@/lib/desk/rates/store-rates-command");
      const stored = await asStepFailure(() => storeRates(db, rates));
      const last = rates
        .map(({ day }) => day)
        .sort()
        .at(-1);
      console.log(
        `\n${rates.length.toLocaleString("en-GB")} rates read, through ${last}; ${stored.toLocaleString("en-GB")} of them are new or corrected.`,
      );
      return 0;
    });
  } finally {
    await database.stop();
  }
}
