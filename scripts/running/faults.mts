import { randomBytes } from "node:crypto";
import { allIsBack, KEPT, Readers } from "./faults/answers.mjs";
import { databaseFrozen, databaseKilled } from "./faults/database-away.mjs";
import { lockedTable } from "./faults/locked-tables.mjs";
import { startedBefore } from "./faults/started-before.mjs";
import { askedTooMuch } from "./faults/too-much-asked.mjs";
import { startNativePostgres } from "./native-postgres.mjs";
import { loadDataset } from "./temporary-database.mjs";
import { freePort, type RunningWeb, startWeb } from "./web.mjs";

// What readers are answered while the database cannot be asked: what is kept as if nothing were, everything else soon
// and with a status that says to come back; and all of it again as soon as it can be asked. A file a fault is in faults/.

interface FaultOutcome {
  name: string;
  /** In sentences; none where all is as promised. */
  problems: string[];
}

/** Breaks one thing after the other, and looks at the answers meanwhile and afterwards. */
export async function faultOutcomes(): Promise<FaultOutcome[]> {
  const server = await startNativePostgres();
  let web: RunningWeb | null = null;
  try {
    await loadDataset(server.url);
    const port = await freePort();
    const secret = randomBytes(32).toString("hex");
    web = await startWeb({ port, databaseUrl: server.url, secret, quiet: true });
    const readers = new Readers(web.address);
    for (const path of KEPT) await readers.ask(path);
    const outcomes: FaultOutcome[] = [];
    outcomes.push({
      name: "a thousand new views are asked for at once",
      problems: [...(await askedTooMuch(readers, web)), ...(await allIsBack(readers))],
    });
    for (const table of ["incident_revision", "dataset_version"])
      outcomes.push({
        name: `the table ${table} is locked`,
        problems: await lockedTable(server.url, table, readers),
      });
    outcomes.push({
      name: "the database was killed",
      problems: await databaseKilled(server, readers),
    });
    outcomes.push({
      name: "the database takes what it is asked, and never answers",
      problems: await databaseFrozen(server, readers),
    });
    await web.stop();
    web = null;
    await server.kill();
    outcomes.push({
      name: "a web process that is asked all the time starts before the database",
      problems: await startedBefore(server, { port: await freePort(), secret }),
    });
    return outcomes;
  } finally {
    await web?.stop();
    await server.stop();
  }
}
