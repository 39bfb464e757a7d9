import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { runImport } from "@/lib/desk/imports/import-commands";
import { decideImport, publishImport } from "@/lib/desk/imports/import-review-commands";
import { decideRows } from "@/lib/desk/imports/row-decision-commands";
import { mappedTable } from "@/lib/desk/imports/tables/mapped-table-queries";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import { readGivenFile } from "@/lib/desk/imports/tables/read-table";
import { mapAgain, saveMapping, uploadTable } from "@/lib/desk/imports/tables/table-commands";
import { currentIncidents, incidentsBySlug } from "@/lib/record/incidents/incident-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson, importOf } from "@/testing/imports";
import { anIncident, publicationOf } from "@/testing/records";

let db: Database;
let eva: Person;
let otto: Person;
beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  await publish(db, publicationOf({ incidents: [HELD] }), "A test");
});

const HELD = anIncident({
  slug: "quillfin-2018-04",
  name: "Quillfin theft",
  target: "Quillfin",
  occurredOn: "2018-04-05",
  lossUsd: 4_000_000,
  lossUsdLow: null,
  lossUsdHigh: null,
  lossEstimates: [],
});

const LIST = {
  url: "https://lists.example/thefts",
  publisher: "Lists",
  title: "Thefts",
  publishedOn: "",
};

async function uploaded(text: string): Promise<number> {
  const read = await readGivenFile(new TextEncoder().encode(text));
  if (read.is !== "table") throw new Error("no table");
  const { created } = await uploadTable(db, eva, { fileName: "list.csv", ...read });
  return created;
}

async function mappingOf(id: number): Promise<Mapping> {
  const found = await mappedTable(db, id);
  if (found === null) throw new Error("no table");
  return found.mapping;
}

/** A table whose columns and values are said, and whose rows are checked. */
async function checked(text: string, said: Partial<Mapping> = {}): Promise<number> {
  const id = await uploaded(text);
  const guessed = await mappingOf(id);
  const mapping: Mapping = {
    ...guessed,
    source: LIST,
    fixed: {
      ...guessed.fixed,
      targetKind: "exchange",
      category: "wallet-compromise",
      technique: "unknown",
    },
    ...said,
  };
  expect(await saveMapping(db, eva, { id, mapping, check: true })).toEqual({ done: true });
  await runImport(db, eva, id);
  return id;
}

async function published(id: number, duplicates: "import" | "leave" | "apart" | null = null) {
  const note = "From a list";
  expect(await decideImport(db, eva, { id, how: "publish", duplicates, note })).toEqual({
    done: true,
  });
  const submittedAt = (await importOf(db, id)).submittedAt?.toISOString() ?? "";
  expect(await publishImport(db, otto, { id, submittedAt })).toEqual({ done: true });
  await runImport(db, otto, id);
  return importOf(db, id);
}

async function incident(slug: string) {
  const found = (await incidentsBySlug(db, [slug])).get(slug);
  const [stored] = await currentIncidents(db, found === undefined ? [] : [found.incidentId]);
  return stored?.incident ?? null;
}

const TABLE = `victim;date;loss;link
Quillfin;24/04/2018;4000000;https://herald.example/quillfin
Brackenbit;05/06/2018;$2m;https://herald.example/brackenbit
`;

describe("how a table is read", () => {
  test("is kept for the next one of its source, whatever the order of its columns", async () => {
    const first = await uploaded(TABLE);
    const guessed = await mappingOf(first);
    const mapping: Mapping = {
      ...guessed,
      sourceName: "The list",
      source: LIST,
      fixed: { ...guessed.fixed, targetKind: "dex", category: "unknown", technique: "unknown" },
      values: { lossUsd: { "0": "unknown" } },
    };
    const wrong = { ...mapping, columns: mapping.columns.map((column) => ({ ...column, to: "" })) };
    await saveMapping(db, eva, { id: first, mapping: wrong, check: false });
    expect(await db.tableMapping.count()).toBe(0);
    expect(await saveMapping(db, eva, { id: first, mapping, check: false })).toEqual({
      done: true,
    });
    const next = await mappingOf(
      await uploaded(
        "extra,loss,victim,link,date\nx,5,Someone,https://herald.example/x,13/12/2019\n",
      ),
    );
    expect(next).toMatchObject({ sourceName: "The list", source: LIST, values: mapping.values });
    expect(next.columns.map(({ to }) => to)).toEqual([
      "",
      "lossUsd",
      "target",
      "link",
      "occurredOn",
    ]);
    const other = await mappingOf(await uploaded("victim,date\nSomeone,2019\n"));
    expect(other.sourceName).toBe("");
    expect(await db.tableMapping.count()).toBe(1);
  });

  test("is nobody else’s to say, and is said again only of what was checked", async () => {
    const id = await uploaded(TABLE);
    const mapping = await mappingOf(id);
    expect(await saveMapping(db, otto, { id, mapping, check: true })).toHaveProperty("refused");
    expect(await mapAgain(db, eva, id)).toHaveProperty("refused");
    const done = await checked(TABLE);
    expect(await mapAgain(db, otto, done)).toHaveProperty("refused");
    expect(await mapAgain(db, eva, done)).toEqual({ done: true });
    expect(await importOf(db, done)).toMatchObject({ state: "mapping" });
  });
});

describe("a row that is in the record already", () => {
  test("is recognised under another day, and adds its estimate and sources there", async () => {
    const id = await checked(TABLE);
    const { report } = await importOf(db, id);
    expect(report.problems).toEqual([]);
    expect(report.duplicates).toHaveLength(1);
    const [row] = report.duplicates;
    expect(row?.duplicates[0]).toMatchObject({
      reasons: expect.arrayContaining([expect.stringContaining("19 days apart")]),
    });
    expect(row?.duplicates[0]?.adds.join(" ")).toContain("herald.example");
    const note = "From a list";
    expect(await decideImport(db, eva, { id, how: "publish", duplicates: null, note })).toEqual({
      refused: expect.stringContaining("look like duplicates"),
    });
    const group = { which: "open" as const, how: "merge" as const };
    expect(await decideRows(db, otto, { id, rows: {}, group })).toHaveProperty("refused");
    expect(await decideRows(db, eva, { id, rows: {}, group })).toEqual({ done: true });
    expect(await published(id)).toMatchObject({
      state: "imported",
      report: { outcome: { added: 1, revised: 1 } },
    });
    const merged = await incident(HELD.slug);
    expect(merged).toMatchObject({ occurredOn: "2018-04-05", lossUsd: 4_000_000 });
    expect(merged?.lossEstimates).toEqual([
      {
        amountUsd: 4_000_000,
        by: "Lists",
        on: null,
        converted: null,
        source: LIST.url,
        preferred: false,
      },
    ]);
    expect(merged?.sources.map(({ url }) => url)).toEqual([
      ...HELD.sources.map(({ url }) => url),
      "https://herald.example/quillfin",
      LIST.url,
    ]);
  });

  test("is added to no incident that it does not look like", async () => {
    const id = await checked(TABLE);
    const rows = { 1: { how: "merge" as const, into: 999 } };
    expect(await decideRows(db, eva, { id, rows, group: null })).toHaveProperty("refused");
    expect((await importOf(db, id)).decisions).toEqual({});
  });

  test("is told once where two rows of the table tell it", async () => {
    const id = await checked(`${TABLE}Quillfin;25/04/2018;4100000;https://post.example/quillfin\n`);
    const [held] = (await incidentsBySlug(db, [HELD.slug])).values();
    const into = held?.incidentId ?? 0;
    const rows = { 1: { how: "merge" as const, into }, 3: { how: "merge" as const, into } };
    expect(await decideRows(db, eva, { id, rows, group: null })).toEqual({ done: true });
    await published(id);
    const merged = await incident(HELD.slug);
    expect(merged?.lossEstimates.map(({ amountUsd }) => amountUsd)).toEqual([4_000_000, 4_100_000]);
    expect(await db.incidentRevision.count({ where: { slug: HELD.slug } })).toBe(2);
  });
});

test("a value that nobody has decided is the one problem of its field", async () => {
  const id = await checked(
    "victim,date,loss,link,category\nQuillfin,2018-09-01,5000000,https://herald.example/q,Astral mishap\n",
  );
  const { problems } = (await importOf(db, id)).report;
  expect(problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    "category: “Astral mishap” has not been decided. It is none of the record’s values.",
  ]);
});

test("rows that are not ready go on as an import of their own", async () => {
  const id = await checked(`${TABLE}Sablecoin;01/07/2018;0;https://herald.example/sable\n`);
  expect((await importOf(db, id)).report.wrong).toEqual([3]);
  const done = await published(id, "apart");
  expect(done.report.outcome).toMatchObject({ added: 1, revised: 0 });
  const { apart } = done.report;
  expect(apart?.rows).toEqual([1, 3]);
  const rest = await mappedTable(db, apart?.importId ?? 0);
  expect(rest?.table.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, "Quillfin"],
    [4, "Sablecoin"],
  ]);
  expect(await importOf(db, apart?.importId ?? 0)).toMatchObject({
    state: "mapping",
    by: { id: "eva" },
  });
});

test("a row with a published URL name revises what it says and nothing else", async () => {
  const id = await checked("slug,loss,category\nquillfin-2018-04,4.5m,\n", {
    source: { ...LIST, url: "" },
  });
  expect((await importOf(db, id)).report.problems).toEqual([]);
  expect(await published(id)).toMatchObject({ report: { outcome: { added: 0, revised: 1 } } });
  expect(await incident(HELD.slug)).toEqual({
    ...HELD,
    lossUsd: 4_500_000,
    retraction: null,
    mergedInto: null,
  });
});
