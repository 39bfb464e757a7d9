import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { thinMonthsNow } from "@/lib/desk/worklists/thin-month-queries";
import { WORKLISTS } from "@/lib/desk/worklists/worklist";
import { worklistCounts, worklistPage } from "@/lib/desk/worklists/worklist-queries";
import { step } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadBase } from "./record/base.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

const ROUNDS = 5;
/** Of the links of sources, one of so many is gone. */
const GONE = 20;

/** How long the counts of all worklists and a page of each take, in a record of generated incidents. */
export async function measureWorklists(server: Server, size: number): Promise<Measured[]> {
  const database = await server.create("worklists");
  const db = openDatabase(database.url);
  try {
    await step("Record", async () => {
      await applyMigrations(database.url);
      await loadBase(db);
      await loadRecord(database.url, size);
      await markLinks(db);
    });
    const first = await timed(() => worklistCounts(db));
    const counts = await rounds(() => worklistCounts(db));
    const held = await worklistCounts(db);
    const figures = [
      measurement("All counts, the first time in a version", "ms", [first]),
      measurement("All counts", "ms", counts, { atMost: 1000 }),
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
          `On ${server.name}: every ${GONE}th link is gone; ${(await thinMonthsNow(db)).length} months are thin. What is computed once for a version is kept after the first time.`,
        ],
        figures,
      },
    ];
  } finally {
    await db.$disconnect();
    await database.drop();
  }
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

async function rounds(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(work));
  return times;
}
