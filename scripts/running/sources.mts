import { asStepFailure, migrate, openDatabase, withDatabase } from "./database.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { generate } from "./generate.mjs";
import { sourcesArguments } from "./sources-options.mjs";

/** Milliseconds between two lines of progress. */
const PATIENCE = 5_000;

/** `npm run sources`: follows the links of the record's sources. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const given = sourcesArguments(args);
  await generate();
  // Where `npm start` is running, its database is used; two processes cannot have one folder.
  const database = await openDatabase(
    async (folder) => (await runningEmbedded(folder)) ?? startEmbedded(folder),
  );
  try {
    await migrate(database.url);
    return await withDatabase(database.url, async (db) => {
      const { checkLinks } = await import("@/lib/desk/sources/check-links-command");
      let said = Date.now();
      const done = await asStepFailure(() =>
        checkLinks(db, {
          before: new Date(Date.now() - given.days * 86_400_000),
          host: given.host,
          most: given.most,
          hostsAtOnce: 8,
          pause: 1_000,
          told: (so) => {
            if (Date.now() - said < PATIENCE) return;
            said = Date.now();
            console.log(`  ${progressText(so)}`);
          },
        }),
      );
      console.log(`\n${summaryText(done, given.days)}`);
      return done.isOffline ? 1 : 0;
    });
  } finally {
    await database.stop();
  }
}

type Done = import("@/lib/desk/sources/check-links-command").Checked;

function progressText({ due, found }: Done): string {
  const checked = Object.values(found).reduce((sum, count) => sum + count, 0);
  return `${number(checked)} of ${number(due)} links, ${number(found.gone)} gone`;
}

/** What came of it, for whoever started it. */
export function summaryText(done: Done, days: number): string {
  if (done.due === 0)
    return days === 0
      ? "The record has no links to check."
      : `Every link was checked within ${days} days: nothing is due. --days 0 checks all again.`;
  if (done.isOffline)
    return `No site answered: this machine seems to have no way to the internet. Nothing was stored; ${number(done.due)} links are due.`;
  const { found, moved, gone, refused, unreachable } = done.found;
  const lines = [
    `${number(found)} found`,
    `${number(moved)} moved`,
    `${number(gone)} gone`,
    `${number(unreachable)} on sites that do not answer or fail`,
    `${number(refused)} not shown to programs: nothing is known of them`,
    ...(done.left === 0 ? [] : [`${number(done.left)} left for another time: run it again later`]),
  ];
  return `${lines.join("\n")}\n\n/desk/sources lists them.`;
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
