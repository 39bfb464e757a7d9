import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion } from "@/lib/record/versions/version-queries";
import { listPage } from "@/lib/site/open-data/answer-queries";
import { USUALLY_ON_PAGE } from "@/lib/site/open-data/asked";
import { StepFailure, step } from "../scripts/progress.mjs";
import { serveBarely } from "./bare-server.mjs";
import { within } from "./load/reader.mjs";
import { type Measured, type Measurement, measurement, ratio } from "./measurement.mjs";
import { serveListBarely } from "./open-data/bare-list.mjs";
import { manyClients } from "./open-data/clients.mjs";
import { copyAll } from "./open-data/copied.mjs";
import { measureLookups } from "./open-data/looked-up.mjs";
import { type Sent, sentBy } from "./open-data/sent-sql.mjs";
import { load } from "./pages.mjs";
import { loadBase } from "./record/base.mjs";
import { generatedActors } from "./record/generated-actors.mjs";
import { generatedIncidents, LAST_DAY } from "./record/generated-incidents.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { inTurn, timed } from "./samples.mjs";
import type { Server } from "./server.mjs";
import { COUNTED } from "./sums/plain-sql.mjs";
import { serve, type Web } from "./web.mjs";

const ROOT = "/api/v1";
/** Every answer is made. */
const NOTHING_KEPT = { LOSSLINE_ANSWER_CACHE_MB: "0", LOSSLINE_FILE_CACHE_MB: "1" };
const ROUNDS = 5;
/** Of lists, each counted anew: more than are asked for at once, so that none is made for two. */
const LISTS = 640;
const SUMS = 31;
const CSV_ROUNDS = 5;
/** Incidents that are revised on a day on which much happens. */
const EDITS = 50;
const CLIENT_SECONDS = { before: 30, measured: 60 };

/** What programs get of the interface below `/api/v1`, beside what else would give them the same. */
export async function measureOpenData(server: Server, size: number): Promise<Measured[]> {
  const database = await server.create("open_data");
  const { url } = database;
  const db = openDatabase(url);
  try {
    await step("Generated", async (settle) => {
      await applyMigrations(url);
      await loadBase(db);
      await loadRecord(url, size);
      settle(`${size.toLocaleString("en-GB")} incidents`);
    });
    const making = await serve(url, NOTHING_KEPT);
    const keeping = await serve(url);
    try {
      const figures = [
        ...(await measureLists(db, url, making)),
        ...(await measureRepeated(keeping)),
        ...(await measureSums(url, making)),
        ...(await measureLookups(url, making)),
        ...(await measureCsv(url, making)),
        ...(await measureChanges(db, making, size)),
        ...(await measureClients(keeping, size)),
      ];
      return [
        {
          title: `Open data: ${size.toLocaleString("en-GB")} generated incidents`,
          notes: [
            `On ${server.name}, one web process; lists and repeated answers by 16 connections, everything else one after another.`,
            "The bare server sends the statements of the list by pg and answers with their rows as JSON; or with the same bytes from memory.",
            "COPY by psql has the same columns in the same order, with lists as JSON.",
            `Clients ask every two to four seconds, half of it common, the rest new; before the minute they do so for ${CLIENT_SECONDS.before} s.`,
          ],
          figures,
        },
      ];
    } finally {
      await making.stop();
      await keeping.stop();
    }
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

/** A day so many before the last. */
function dayBefore(days: number): string {
  return new Date(Date.parse(LAST_DAY) - days * 86_400_000).toISOString().slice(0, 10);
}

async function measureLists(db: Database, url: string, web: Web): Promise<Measurement[]> {
  const version = await findVersion(db, 2);
  if (version === null) throw new StepFailure("there is no version 2");
  const views: Record<string, Sent[]> = {};
  const part = { sort: "newest", after: null, limit: USUALLY_ON_PAGE } as const;
  for (let days = 0; days < LISTS; days++) {
    const to = dayBefore(days);
    views[`${ROOT}/incidents?to=${to}`] = await sentBy(db, (recording) =>
      listPage(recording, version, "incidents", { ...part, filters: { to } }),
    );
  }
  const bare = await serveListBarely(url, views);
  try {
    const paths = Object.keys(views);
    const rates = await inTurn(ROUNDS, {
      list: () => load(web.address, paths, null),
      bare: () => load(bare.address, paths, null),
    });
    return [
      measurement("List of a hundred, made", "req/s", rates.list),
      measurement("  bare Node, the same SQL", "req/s", rates.bare),
      ratio("  list : bare Node", rates.list, rates.bare, { atLeast: 0.35 }),
    ];
  } finally {
    bare.stop();
  }
}

async function measureRepeated(web: Web): Promise<Measurement[]> {
  const view = `${ROOT}/incidents?version=2`;
  await received(web.address + view);
  const bare = await serveBarely(web.address, [view]);
  try {
    const rates = await inTurn(ROUNDS, {
      kept: () => load(web.address, [view], "HIT", "br"),
      bare: () => load(bare.address, [view], null, "br"),
    });
    return [
      measurement("List of a hundred at a version, repeated, brotli", "req/s", rates.kept),
      measurement("  bare Node, the same bytes", "req/s", rates.bare),
      ratio("  repeated : bare Node", rates.kept, rates.bare, { atLeast: 0.5 }),
    ];
  } finally {
    bare.stop();
  }
}

const MONTHS = `
  SELECT to_char(occurred_on, CASE precision WHEN 'year' THEN 'YYYY' ELSE 'YYYY-MM' END) AS month,
    count(*)::int AS incidents, (count(*) - count(loss_usd))::int AS unknown, coalesce(sum(loss_usd), 0)::float8 AS amount
  FROM incident_revision WHERE ${COUNTED} GROUP BY ROLLUP (1) ORDER BY 1`;

interface Sums {
  sum: object;
  data: { period: string; segment: null; segment_name: null }[];
}

/** Sums by month that nobody has asked for, and the sum of all, which both say. */
async function measureSums(url: string, web: Web): Promise<Measurement[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const from = "2011-01-01";
    const byHand = async (to: string) => {
      const { rows } = await client.query(MONTHS, [2, from, to]);
      return JSON.stringify(rows);
    };
    const program = (to: string) =>
      received(`${web.address}${ROOT}/stats?interval=month&from=${from}&to=${to}`);
    // What is said is the same.
    const { sum, data } = JSON.parse((await program(LAST_DAY)).text) as Sums;
    const said = [
      ...data.map(({ period: month, segment, segment_name, ...amounts }) => ({
        month,
        ...amounts,
      })),
      { month: null, ...sum },
    ];
    if (!isDeepStrictEqual(said, JSON.parse(await byHand(LAST_DAY))))
      throw new StepFailure("sums by month are not those of the SQL by hand");
    const times = await inTurn(SUMS, {
      program: (round) => timed(() => program(dayBefore(1 + round))),
      byHand: (round) => timed(() => byHand(dayBefore(1 + round))),
    });
    return [
      measurement("Sums by month, cold", "ms", times.program),
      measurement("  the SQL by hand", "ms", times.byHand),
      ratio("  sums : SQL", times.program, times.byHand, { atMost: 1.3 }),
    ];
  } finally {
    await client.end();
  }
}

/** All incidents as CSV, and whether memory grows with what was sent. */
async function measureCsv(url: string, web: Web): Promise<Measurement[]> {
  let sent = 0;
  const csv = async () => {
    const { bytes } = await received(`${web.address}${ROOT}/incidents.csv`, {
      isKept: false,
      onBytes: (so) => {
        sent = so;
      },
    });
    return bytes;
  };
  const whole = await csv();
  const isThere = (await copyAll(url, 2)) !== null;
  // What is held at most until a half is sent, and from there on.
  const most = [0, 0];
  const watch = setInterval(() => {
    const half = sent < whole / 2 ? 0 : 1;
    most[half] = Math.max(most[half] ?? 0, web.memory()?.now ?? 0);
  }, 50);
  const times = await inTurn(CSV_ROUNDS, {
    csv: () => timed(csv),
    copy: async () => (isThere ? timed(() => copyAll(url, 2)) : Number.NaN),
  });
  clearInterval(watch);
  const [first = 0, second = 0] = most;
  const seconds = (values: number[]) => values.map((value) => value / 1_000);
  return [
    measurement(`All incidents as CSV, ${(whole / 1e6).toFixed(0)} MB`, "s", seconds(times.csv)),
    ...(isThere
      ? [
          measurement("  COPY … TO STDOUT with psql", "s", seconds(times.copy)),
          ratio("  CSV : COPY", times.csv, times.copy, { atMost: 2 }),
        ]
      : []),
    ...(web.memory() === null
      ? []
      : [
          measurement("  memory at most in its first half", "MB", [first]),
          measurement("  in its second half : first", "times", [second / first], { atMost: 1.1 }),
        ]),
  ];
}

/** What somebody downloads who has the version before, of a version by which some incidents were revised. */
async function measureChanges(db: Database, web: Web, size: number): Promise<Measurement[]> {
  const actors = generatedActors().map(({ slug }) => slug);
  const incidents = [...generatedIncidents(size, actors)]
    .slice(-EDITS)
    .map((incident) => ({ ...incident, summary: `${incident.summary} Revised.` }));
  const beside = { actors: [], figures: [], knownAddresses: [], targets: [], coverage: [] };
  const { version } = await publish(db, { incidents, ...beside }, "A day's edits");
  if (version === null) throw new StepFailure("nothing was revised");
  await wait(1_500);
  const changes = (from: number) =>
    received(`${web.address}${ROOT}/changes?from=${from}&to=${version}`, { isKept: false });
  const all = await changes(0);
  const some = await changes(version - 1);
  const took = await inTurn(ROUNDS, { some: () => timed(() => changes(version - 1)) });
  return [
    measurement("Changes of everything", "MB", [all.bytes / 1e6]),
    measurement(`Changes of a day with ${incidents.length} revisions`, "kB", [some.bytes / 1e3]),
    measurement("  of everything", "%", [(100 * some.bytes) / all.bytes], { atMost: 2 }),
    measurement("  until they are there", "ms", took.some),
  ];
}

async function measureClients(web: Web, size: number): Promise<Measurement[]> {
  await manyClients(web.address, CLIENT_SECONDS.before, 1, size);
  const before = web.memory();
  const answers = await manyClients(web.address, CLIENT_SECONDS.measured, 2, size);
  const after = web.memory();
  const failed = answers.filter(({ status }) => status !== 200).length;
  return [
    measurement("200 clients for a minute: asked", "answers", [answers.length]),
    measurement("  not answered", "answers", [failed], { atMost: 0 }),
    measurement("  99 of 100 within", "ms", [within(0.99, answers) ?? 0]),
    ...(before === null || after === null
      ? []
      : [
          measurement("  memory before", "MB", [before.now]),
          measurement("  after : before", "times", [after.now / before.now], { atMost: 1.2 }),
        ]),
  ];
}

/** Asks for all of something as it is, unpacked. @throws {StepFailure} where it is refused */
function received(
  url: string,
  { isKept = true, onBytes }: { isKept?: boolean; onBytes?: (bytes: number) => void } = {},
): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
        onBytes?.(bytes);
        if (isKept) chunks.push(chunk);
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200)
          resolve({ bytes, text: Buffer.concat(chunks).toString("utf8") });
        else reject(new StepFailure(`${url} answers with ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}
