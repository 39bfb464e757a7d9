import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import {
  confirmWithholding,
  refuseWithholding,
  requestWithholding,
} from "@/lib/desk/withholding/withholding-commands";
import { listWithholdings } from "@/lib/desk/withholding/withholding-queries";
import { findActor } from "@/lib/record/actors/actor-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { checkpointAt, leavesFrom } from "@/lib/record/proof/log-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { withholdings } from "@/lib/record/withholding/withholding-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { reviseIncident } from "@/testing/publishing";
import { anActor, anAttribution, anIncident, aSource, publicationOf } from "@/testing/records";

const NAME = "Jane O'Doe (Smith)";
const SUMMARY = "She is said to have taken it.\nThe second line names nobody.";
const ORDER = { orderedBy: "Landgericht Hamburg", reason: "324 O 1/26 of 1 November 2026" };

let db: Database;
let url: string;
let admin: Person;
let editor: Person;
beforeEach(async () => {
  ({ db, url } = await testDatabase());
  admin = await aPerson(db, "Ada", "admin");
  editor = await aPerson(db, "Ed");
  const source = aSource({
    url: "https://example.org/news/jane-o-doe-smith-charged",
    title: `${NAME.toUpperCase()} charged`,
  });
  await publish(
    db,
    publicationOf({
      actors: [
        anActor({
          slug: "jane-odoe-smith",
          name: NAME,
          aliases: ["J", `The ${NAME}`],
          kind: "individual",
        }),
      ],
      incidents: [
        anIncident({
          slug: "jane-odoe-smith-2023-09",
          name: `Theft by ${NAME}`,
          summary: SUMMARY,
          attributions: [anAttribution({ actor: "jane-odoe-smith", by: NAME })],
          sources: [source],
        }),
        anIncident({ slug: "other", name: "Another theft", lossUsd: 1 }),
      ],
    }),
    `Added ${NAME}`,
  );
  await reviseIncident(db, "jane-odoe-smith-2023-09", { lossUsd: 55_000_000 });
  await db.proposal.create({
    data: {
      kind: "incident",
      content: { name: `Draft about\n${NAME}`, summary: SUMMARY },
      title: NAME,
      authorId: editor.id,
    },
  });
});

/** Everything that the database holds, table by table, as text. */
async function everything(): Promise<string> {
  const client = await connectTo(url);
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'desk') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row as string));
  }
  return texts.join("\n").toLowerCase();
}

async function withheld(): Promise<number> {
  await requestWithholding(db, admin, { texts: [NAME, SUMMARY], ...ORDER });
  const [request] = await listWithholdings(db);
  expect(await confirmWithholding(db, editor, request?.id ?? 0)).toMatchObject({
    done: expect.stringMatching(/^Withheld since version 3, in \d+ places\.$/),
  });
  return (await newestVersion(db))?.number ?? 0;
}

test("a withheld text is nowhere in the database, and its rows count as before", async () => {
  const held = await everything();
  expect(held).toContain("doe");
  const totals = await Promise.all([1, 2].map((version) => totalUnder(db, version, {})));
  const version = await withheld();
  expect(version).toBe(3);
  const left = await everything();
  for (const word of ["doe", "smith", "second line"]) expect(left).not.toContain(word);
  expect(await Promise.all([1, 2].map((number) => totalUnder(db, number, {})))).toEqual(totals);
  expect(await totalUnder(db, 3, {})).toEqual(totals[1]);
});

test("of what held a withheld text the log keeps the leaves and forgets the salts, and verifies as before", async () => {
  const leaves = () => leavesFrom(db, 0, 1_000);
  const before = await leaves();
  const held = before.filter(
    ({ kind, id }) => kind === "actor" || (kind === "incident" && id === 1),
  );
  expect(held).toHaveLength(3);
  const roots = await Promise.all([1, 2].map((version) => checkpointAt(db, version)));
  await withheld();
  const after = await leaves();
  expect(after.map(({ salt, ...leaf }) => leaf)).toEqual(before.map(({ salt, ...leaf }) => leaf));
  const gone = after.filter(({ salt }) => salt === null).map(({ index }) => index);
  expect(gone).toEqual(held.map(({ index }) => index));
  expect(await Promise.all([1, 2].map((version) => checkpointAt(db, version)))).toEqual(roots);
  const last = await checkpointAt(db, 3);
  expect(last).toEqual({ ...roots[1], version: 3 });
  const text = await everything();
  for (const { salt } of held) expect(text).not.toContain(salt);
});

test("every version says where it was and by whose order it went", async () => {
  await withheld();
  const mark = "[withheld since version 3 by order of Landgericht Hamburg]";
  for (const version of [1, 2, 3]) {
    expect(await findIncident(db, version, "withheld-3-2023-09")).toMatchObject({
      name: `Theft by ${mark}`,
      summary: mark,
      attributions: [{ actor: "withheld-3", by: mark }],
      sources: [{ url: "https://withheld.invalid/3", title: `${mark} charged` }],
    });
    expect(await findActor(db, version, "withheld-3")).toMatchObject({
      name: mark,
      aliases: ["J", `The ${mark}`],
    });
  }
  expect(await findIncident(db, 1, "other")).toMatchObject({ name: "Another theft" });
  expect(await withholdings(db)).toEqual([
    {
      version: 3,
      ...ORDER,
      places: expect.any(Number),
      digests: [expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)],
    },
  ]);
  expect(await newestVersion(db)).toMatchObject({ withholdings: 1 });
});

describe("nothing is withheld", () => {
  test("by one person alone", async () => {
    await requestWithholding(db, admin, { texts: [NAME], ...ORDER });
    const [request] = await listWithholdings(db);
    expect(await confirmWithholding(db, admin, request?.id ?? 0)).toEqual({
      refused: "Somebody else than who asked for it has to confirm it.",
    });
    expect(await everything()).toContain("doe");
    expect(await newestVersion(db)).toMatchObject({ number: 2, withholdings: 0 });
  });

  test("that somebody has decided to leave alone, and the request forgets it", async () => {
    await requestWithholding(db, admin, {
      texts: ["A word that is only in the request"],
      ...ORDER,
    });
    const [request] = await listWithholdings(db);
    await refuseWithholding(db, editor, request?.id ?? 0);
    expect(await confirmWithholding(db, editor, request?.id ?? 0)).toEqual({
      refused: "Somebody has decided about it already.",
    });
    expect(await everything()).not.toContain("only in the request");
  });

  test("by whoever writes to the tables: the triggers let only the mark of a withholding under way through", async () => {
    await withheld();
    const client = await connectTo(url);
    const statements = [
      "UPDATE incident_revision SET summary = '[withheld since version 3 by order of nobody]'",
      "UPDATE attribution SET said_by = 'Somebody else'",
      "UPDATE withholding SET reason = 'Another'",
      "DELETE FROM withholding_digest",
      "INSERT INTO withholding (published_in, ordered_by, reason, places) VALUES (3, 'A', 'B', 0)",
    ];
    for (const statement of statements)
      expect([statement, await errorOf(client, () => client.query(statement))]).toEqual([
        statement,
        "record_append_only",
      ]);
  });
});
