import { randomBytes } from "node:crypto";
import { setUpPath } from "./crash.mjs";
import { CrashWriters, faultsOf } from "./crash-writers.mjs";
import { allIsBack, keepAll, Readers } from "./faults/answers.mjs";
import { connectionsUsedUp } from "./faults/connections-used-up.mjs";
import { databaseFrozen, databaseKilled } from "./faults/database-away.mjs";
import { diskFull } from "./faults/disk-full.mjs";
import { everyTableLocked, lockedTable } from "./faults/locked-tables.mjs";
import { movedClock } from "./faults/moved-clock.mjs";
import { canBeReadOnly, readOnlyCode } from "./faults/read-only-code.mjs";
import { halfOpen, slowReaders } from "./faults/slow-readers.mjs";
import { smallDisk } from "./faults/small-disk.mjs";
import { startedBefore } from "./faults/started-before.mjs";
import { askedTooMuch, memoryIsBounded } from "./faults/too-much-asked.mjs";
import { startNativePostgres } from "./native-postgres.mjs";
import { loadDataset } from "./temporary-database.mjs";
import { freePort, type RunningWeb, startWeb } from "./web.mjs";

// What readers are answered while the database cannot be asked: what is kept as if nothing were, everything else soon
// and with a status that says to come back; and all of it again as soon as it can be asked. A file a fault is in faults/,
// and what is promised in docs/faults.md.

interface FaultOutcome {
  name: string;
  /** In sentences; none where all is as promised. */
  problems: string[];
}

/** What came of all the faults, and in a line how much was asked and taken meanwhile. */
interface FaultOutcomes {
  outcomes: FaultOutcome[];
  note: string;
}

/** Few, so that they are soon used up; the program itself may have 22. */
const CONNECTIONS = "60";

/** Megabytes: an empty server has 30, the dataset as many. */
const DISK = 160;

/** Breaks one thing after the other, and looks at the answers meanwhile and afterwards. */
export async function faultOutcomes(): Promise<FaultOutcomes> {
  const server = await startNativePostgres({ max_connections: CONNECTIONS });
  let web: RunningWeb | null = null;
  const outcomes: FaultOutcome[] = [];
  const counts: string[] = [];
  const broken = async (name: string, work: () => Promise<string[]>) => {
    const problems = await work().catch((error: unknown) => [`it could not be tried: ${error}`]);
    outcomes.push({ name, problems });
  };
  try {
    await loadDataset(server.url);
    const port = await freePort();
    const secret = randomBytes(32).toString("hex");
    web = await startWeb({ port, databaseUrl: server.url, secret, quiet: true });
    const running = web;
    const { url } = server;
    const writers = new CrashWriters(web.address, await setUpPath(url));
    await writers.join();
    const readers = new Readers(web.address, writers.client);
    const brokenForReaders = (name: string, work: () => Promise<string[]>) =>
      broken(name, async () => [...(await keepAll(readers)), ...(await work())]);
    await brokenForReaders("a thousand new views are asked for at once", async () => [
      ...(await askedTooMuch(readers, running)),
      ...(await allIsBack(readers)),
    ]);
    for (const table of ["incident_revision", "dataset_version"])
      await brokenForReaders(`the table ${table} is locked`, () =>
        lockedTable(url, table, readers),
      );
    await brokenForReaders(
      "each table is locked in turn, while editors save and publish",
      async () => {
        const writing = writers.write();
        const problems = await everyTableLocked(url, readers);
        writers.end();
        await writing;
        return [...problems, ...(await faultsOf(url, writers))];
      },
    );
    await brokenForReaders("others take every connection", () => connectionsUsedUp(url, readers));
    await brokenForReaders("a hundred read a thousand bytes a second", () => slowReaders(readers));
    await brokenForReaders("eight hundred connections are half open", () => halfOpen(readers));
    for (const days of [-40, 400])
      await brokenForReaders(`the clock is wrong by ${days} days`, () =>
        movedClock(days, { url, secret, writers }),
      );
    if (canBeReadOnly())
      await brokenForReaders("the folder of the code is read-only", () =>
        readOnlyCode(url, secret, writers),
      );
    else counts.push("no folder was made read-only, which needs Linux and an administrator");
    await brokenForReaders("the database was killed", () => databaseKilled(server, readers));
    await brokenForReaders("the database takes what it is asked, and never answers", () =>
      databaseFrozen(server, readers),
    );
    const { answered, refused, failed } = readers.tally;
    await broken("after all of it", async () => [
      ...(failed === 0 ? [] : [`${failed} answers were failures of the program`]),
      ...memoryIsBounded(running),
      ...(await faultsOf(url, writers)),
    ]);
    counts.push(
      `${answered} answered, ${refused} told to come back, ${failed} other 5xx`,
      `${writers.acknowledgedSaves} saves and ${writers.publications.length} publications acknowledged`,
    );
    await web.stop();
    web = null;
    await server.kill();
    await broken("a web process that is asked all the time starts before the database", async () =>
      startedBefore(server, { port: await freePort(), secret }),
    );
  } finally {
    await web?.stop();
    await server.stop();
  }
  const disk = smallDisk(DISK);
  if (disk === null) counts.push("no disk was filled, which needs Linux and an administrator");
  else {
    await broken("the disk is full", async () => {
      const { problems, count } = await diskFull(disk);
      counts.push(count);
      return problems;
    });
    disk.remove();
  }
  const failures = outcomes.filter(({ problems }) => problems.length > 0).length;
  if (failures === 0) counts.push("0 lost, no version missing");
  return { outcomes, note: counts.join("; ") };
}
