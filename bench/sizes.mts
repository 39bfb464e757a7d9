import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { publish } from "@/lib/record/publishing/publish-command";
import { sameDayIn } from "@/lib/values/dates/day";
import { step } from "../scripts/progress.mjs";
import { type Measured, type Measurement, measurement, ratio } from "./measurement.mjs";
import { loadBase } from "./record/base.mjs";
import { generatedIncidents, LAST_DAY } from "./record/generated-incidents.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { inTurn, timed } from "./samples.mjs";
import type { Server } from "./server.mjs";
import { comparedLists, LISTS } from "./sums/lists.mjs";
import { comparedSums } from "./sums/sums.mjs";
import { SUMS, type Sums } from "./sums/sums-view.mjs";
import { ask, serve, type Web } from "./web.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const YEAR = Number(LAST_DAY.slice(0, 4));
const QUERY = `year=${YEAR}&through=${LAST_DAY}`;
const FIRST_RENDERINGS = 9;
const DIFFERENT_VIEWS = 500;

/** What a record costs as it grows: the first rendering, the sums behind it, memory. */
export async function measureSizes(server: Server, largest: number): Promise<Measured[]> {
  const sizes = [...SIZES.filter((size) => size < largest), largest];
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measureSize(server, size));
  return measured;
}

async function measureSize(server: Server, size: number): Promise<Measured> {
  const database = await server.create(`size_${size}`);
  const db = openDatabase(database.url);
  try {
    const loaded = await step("Generated", async (settle) => {
      await applyMigrations(database.url);
      await loadBase(db);
      const took = await timed(() => loadRecord(database.url, size));
      settle(`${size.toLocaleString("en-GB")} incidents`);
      return took / 1000;
    });
    const figures = [measurement("Loading the record", "s", [loaded])];
    figures.push(...(await measureSums(db, database.url, size)));
    const web = await serve(database.url);
    try {
      figures.push(...(await measureRendering(db, web)), ...(await measureMemory(web)));
    } finally {
      await web.stop();
    }
    return {
      title: `A record of ${size.toLocaleString("en-GB")} generated incidents`,
      notes: [
        `On ${server.name}. The overview is that of ${YEAR} through ${LAST_DAY}, the year with the most incidents;`,
        "each page is asked for the first time at a version just published, with one incident more.",
      ],
      figures,
    };
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

/** The overview's sums against the same in plain SQL: side by side, as the page asks for them, and each alone. */
async function measureSums(db: Database, url: string, size: number): Promise<Measurement[]> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const view = {
    version: 2,
    period: { from: `${YEAR}-01-01`, to: LAST_DAY },
    periodBefore: { from: `${YEAR - 1}-01-01`, to: sameDayIn(YEAR - 1, LAST_DAY) },
    daysFrom: `${YEAR - 4}-01-01`,
    confidence: "suspected",
  } as const;
  const rounds = size > 100_000 ? 9 : size > 1000 ? 31 : 301;
  try {
    const { program, plainSql } = await comparedSums(db, pool, view);
    const together = (sums: Sums) => () =>
      timed(() => Promise.all(SUMS.map((name) => sums[name]())));
    const works = { program: together(program), plainSql: together(plainSql) };
    await inTurn(5, works);
    const all = await inTurn(rounds, works);
    const figures = [
      measurement("The overview's sums, side by side", "ms", all.program),
      measurement("  plain SQL", "ms", all.plainSql),
      ratio("  the program's : plain SQL", all.program, all.plainSql, { atMost: 1.3 }),
    ];
    for (const name of SUMS) {
      const alone = await inTurn(rounds, {
        program: () => timed(program[name]),
        plainSql: () => timed(plainSql[name]),
      });
      figures.push(
        measurement(`  alone: ${name}`, "ms", alone.program),
        ratio("    the program's : plain SQL", alone.program, alone.plainSql),
      );
    }
    const lists = await comparedLists(db, pool, view.version, LAST_DAY);
    for (const name of LISTS) {
      const alone = await inTurn(rounds, {
        program: () => timed(lists.program[name]),
        plainSql: () => timed(lists.plainSql[name]),
      });
      figures.push(
        measurement(`A list: ${name}`, "ms", alone.program),
        ratio("  the program's : plain SQL", alone.program, alone.plainSql, { atMost: 1.3 }),
      );
    }
    return figures;
  } finally {
    await pool.end();
  }
}

/** Pages asked for the first time at a version that is published for it. */
async function measureRendering(db: Database, web: Web): Promise<Measurement[]> {
  // The process has rendered before, as it would have.
  for (let day = 1; day <= 28; day++) {
    await ask(`${web.address}/v/2?year=2012&through=2012-02-${String(day).padStart(2, "0")}`);
  }
  const more = generatedIncidents(FIRST_RENDERINGS, []);
  const pages = {
    overview: `?${QUERY}`,
    list: "/incidents",
    search: "/incidents?q=amber+bridge+42",
  };
  const times: Record<keyof typeof pages, number[]> = { overview: [], list: [], search: [] };
  for (const incident of more) {
    const slug = `one-more-${incident.slug}`;
    const { version } = await publish(
      db,
      {
        incidents: [{ ...incident, slug }],
        actors: [],
        figures: [],
        knownAddresses: [],
        targets: [],
        coverage: [],
      },
      "One more",
    );
    await wait(200);
    for (const page of Object.keys(pages) as (keyof typeof pages)[]) {
      const url = `${web.address}/v/${version}${pages[page]}`;
      times[page].push(await timed(() => ask(url, "MISS")));
    }
  }
  return [
    measurement("First rendering of the overview", "ms", times.overview),
    measurement("First rendering of the list of incidents", "ms", times.list),
    measurement("First rendering of a search for three words", "ms", times.search),
  ];
}

async function measureMemory(web: Web): Promise<Measurement[]> {
  const before = web.memory();
  if (before === null) return [];
  const days = Array.from({ length: DIFFERENT_VIEWS }, (_, index) => {
    const day = Date.UTC(2014, 0, 1) + index * 7 * 24 * 60 * 60 * 1000;
    return new Date(day).toISOString().slice(0, 10);
  });
  for (const through of days) {
    await ask(`${web.address}/?year=${through.slice(0, 4)}&through=${through}`, "MISS");
  }
  const after = web.memory() ?? before;
  return [
    measurement("Memory of the web process before the views", "MB", [before.now]),
    measurement(`Memory after ${DIFFERENT_VIEWS} different views`, "MB", [after.now]),
    measurement("Memory at most", "MB", [after.peak]),
  ];
}
