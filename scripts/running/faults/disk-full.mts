import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { setUpPath } from "../crash.mjs";
import { CrashWriters, faultsOf } from "../crash-writers.mjs";
import { startNativePostgres } from "../native-postgres.mjs";
import { loadDataset } from "../temporary-database.mjs";
import { freePort, startWeb } from "../web.mjs";
import { answeredSoon, KEPT, keptIsAnswered, Readers, stretched } from "./answers.mjs";
import type { SmallDisk } from "./small-disk.mjs";

/** How long saves may go on into what room is left in the tables, in milliseconds, and how soon they go on afterwards. */
const FULL_WITHIN = 40_000;
const BACK_WITHIN = 20_000;

/** The tables of a PostgreSQL server have no room: nothing is taken that is not stored, and reading goes on. */
export async function diskFull(disk: SmallDisk): Promise<{ problems: string[]; count: string }> {
  chmodSync(disk.folder, 0o777);
  const server = await startNativePostgres({}, disk.folder);
  const secret = randomBytes(32).toString("hex");
  let web: Awaited<ReturnType<typeof startWeb>> | null = null;
  try {
    await loadDataset(server.url);
    web = await startWeb({ port: await freePort(), databaseUrl: server.url, secret, quiet: true });
    const readers = new Readers(web.address);
    for (const each of KEPT) await readers.ask(each);
    const writers = new CrashWriters(web.address, await setUpPath(server.url));
    await writers.join();
    await writers.publishOne();
    const filler = path.join(disk.folder, "filler");
    fill(filler);
    const refused = await writeUntilRefused(writers, filler);
    const saved = writers.acknowledgedSaves;
    const problems = [
      ...refused.problems,
      ...(await keptIsAnswered(readers, 1)),
      // Not kept, and read all the same.
      ...(await answeredSoon(readers, ["/charts/largest?top=7&year=2022", "/desk/sign-in"])),
    ];
    rmSync(filler);
    const end = performance.now() + stretched(BACK_WITHIN);
    let last: unknown = null;
    do {
      last = await writers.publishOne().then(
        () => null,
        (error: unknown) => error,
      );
      if (last !== null) await wait(500);
    } while (last !== null && performance.now() < end);
    if (last !== null) problems.push(`there is room again, and nothing can be published: ${last}`);
    problems.push(...(await faultsOf(server.url, writers)));
    const { publications } = writers;
    return {
      problems,
      count: `${saved} saves and ${publications.length} publications acknowledged around a full disk`,
    };
  } finally {
    await web?.stop();
    await server.stop();
  }
}

/** Takes all the room that there is. */
function fill(file: string): void {
  const open = openSync(file, "a");
  try {
    for (let size = 1_048_576; size >= 1; size = Math.floor(size / 4)) {
      try {
        while (writeSync(open, Buffer.alloc(size, 1)) > 0);
      } catch {
        // No more of that size.
      }
    }
  } finally {
    closeSync(open);
  }
}

/** Publishes until that is refused, as the room in the tables themselves is used up. */
async function writeUntilRefused(
  writers: CrashWriters,
  filler: string,
): Promise<{ problems: string[] }> {
  const end = performance.now() + FULL_WITHIN;
  while (performance.now() < end) {
    try {
      await writers.publishOne();
      fill(filler);
    } catch (error) {
      const words = String(error);
      return { problems: / 503| not saved/.test(words) ? [] : [`it is refused so: ${words}`] };
    }
  }
  return { problems: ["the disk is full, and everything is taken"] };
}
