import { monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { WORKLISTS } from "@/lib/desk/worklists/worklist";
import {
  worklistCounts,
  worklistCountsSoon,
  worklistPage,
} from "@/lib/desk/worklists/worklist-queries";
import { wrongChecksums } from "@/lib/desk/worklists/wrong-checksum-queries";
import { withChecksum } from "@/lib/values/wallets/forms/evm";
import { step } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadBase } from "./record/base.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

const ROUNDS = 5;
/** Of the links of sources, one of so many is gone. */
const GONE = 20;
/** Of addresses, one of so many has a wrong checksum. */
const WRONG = 500;

/** How long the counts of all worklists and a page of each take, in a record of generated incidents. */
export async function measureWorklists(server: Server, size: number): Promise<Measured[]> {
  const database = await server.create("worklists");
  const db = openDatabase(database.url);
  try {
    await step("Record", async () => {
      await applyMigrations(database.url);
      await loadBase(db);
      await loadRecord(database.url, size);
      await markRecord(database.url);
      await markLinks(db);
    });
    const beginning = await measureBeginning(database.url);
    // Of a day that nobody has asked about, all is counted anew.
    const anew = await rounds((round) => worklistCounts(db, `2026-10-0${round + 1}`));
    const held = await worklistCounts(db);
    const counts = await rounds(() => worklistCounts(db));
    const figures = [
      measurement("All counts, by a process that has just begun", "ms", beginning.counts, {
        atMost: 1000,
      }),
      measurement("  until all checksums are looked at", "ms", beginning.checked),
      measurement("  at most nothing else runs for", "ms", beginning.blocked),
      measurement("  a total of somebody else, before", "ms", beginning.alone),
      measurement("  meanwhile", "ms", beginning.beside),
      measurement("All counts, the first time in a version", "ms", anew, { atMost: 1000 }),
      measurement("All counts, again", "ms", counts, { atMost: 1000 }),
    ];
    for (const list of WORKLISTS)
      figures.push(
        measurement(
          `${list.title}: first page of ${held[list.name].toLocaleString("en-GB")}`,
          "ms",
          await rounds(() => worklistPage(db, list, 1)),
          { atMost: 1000 },
        ),
      );
    return [
      {
        title: `Worklists, in a record of ${size.toLocaleString("en-GB")} generated incidents`,
        notes: [
          `On ${server.name}: every ${GONE}th link is gone, every ${WRONG}th address has a wrong checksum.`,
          "A process that has just begun looks at the checksums of all addresses once.",
        ],
        figures,
      },
    ];
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

interface Beginning {
  counts: number[];
  /** How long the checksums of all addresses take beyond that. */
  checked: number[];
  blocked: number[];
  alone: number[];
  beside: number[];
}

/** Counts as a process does that knows nothing yet, while somebody else asks for a total again and again. */
async function measureBeginning(url: string): Promise<Beginning> {
  const other = openDatabase(url, 1);
  const alone = await rounds(() => total(other));
  const measured: Beginning = { counts: [], checked: [], blocked: [], alone, beside: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = openDatabase(url);
    await total(fresh);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let isCounting = true;
    const counting = timed(() => worklistCountsSoon(fresh)).finally(() => {
      isCounting = false;
    });
    while (isCounting) measured.beside.push(await timed(() => total(other)));
    measured.counts.push(await counting);
    measured.checked.push(await timed(() => wrongChecksums(fresh)));
    measured.blocked.push(delay.max / 1e6);
    delay.disable();
    await fresh.$disconnect();
  }
  await other.$disconnect();
  return measured;
}

/** The sum of a month, as a page asks for it. */
function total(db: Database): Promise<unknown> {
  return db.$queryRaw`
    SELECT sum(loss_usd) FROM incident_revision i WHERE i.retraction IS NULL AND i.merged_into_id IS NULL
      AND i.superseded_in IS NULL AND i.occurred_on BETWEEN '2026-05-01' AND '2026-05-31'`;
}

/** As if npm run sources had followed every link. */
async function markLinks(db: Database): Promise<void> {
  await db.$executeRaw`
    INSERT INTO desk.link_check (key, url, host, state, detail, checked_at)
    SELECT encode(sha256(convert_to(url, 'UTF8')), 'hex'), url, 'example.org',
      (CASE WHEN row_number() OVER (ORDER BY url) % ${GONE}::int = 0 THEN 'gone' ELSE 'found' END)::desk.link_state,
      'was looked at', now()
    FROM (SELECT DISTINCT url FROM incident_source) s`;
  await db.$executeRaw`ANALYZE desk.link_check`;
}

/**
 * Gives sources kinds and archived copies, and addresses capitals: generated ones have none, and a list that nothing is in is
 * found sooner. The program changes nothing that is published, so its triggers are passed by.
 */
async function markRecord(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(`
      UPDATE incident_source SET
        kind = (ARRAY['aggregator', 'press', 'analysis', NULL])[id % 4 + 1]::source_kind,
        archived_url = CASE WHEN id % 5 = 0 THEN 'https://web.archive.org/web/2024/' || url END,
        url = CASE WHEN id % 20 = 3 THEN 'https://web.archive.org/web/2024/' || url ELSE url END`);
    const { rows } = await client.query<{ id: number; address: string }>(
      "SELECT id, address FROM address WHERE address LIKE '0x%'",
    );
    await client.query(
      `UPDATE address d SET address = written.address
       FROM unnest($1::int[], $2::text[]) AS written (id, address) WHERE d.id = written.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ id, address }) => {
          const right = withChecksum(address);
          return id % WRONG === 0 ? right.replace(/[a-f]/gi, inOtherSize) : right;
        }),
      ],
    );
    await client.query("VACUUM (FULL, ANALYZE) incident_source, address");
  } finally {
    await client.end();
  }
}

function inOtherSize(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}

async function rounds(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => work(round)));
  return times;
}
