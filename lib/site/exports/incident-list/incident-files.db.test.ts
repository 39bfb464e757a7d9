import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { INCIDENT_COLUMNS } from "@/lib/site/exports/incident-list/incident-columns";
import { incidentCsv } from "@/lib/site/exports/incident-list/incident-csv";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { incidentJson } from "@/lib/site/exports/incident-list/incident-json";
import { incidentXlsx } from "@/lib/site/exports/incident-list/incident-xlsx";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { wholeIncidents } from "@/lib/statistics/incident-list/whole-incident-queries";
import { SORTS, type Sort } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { readListCell } from "@/lib/values/lists/list-cell";
import { testDatabase } from "@/testing/database";
import { DATASET, exactSum, type GivenIncident, givenDataset } from "@/testing/dataset";
import { firstDay, incidentsUnder, lastDay, targetOf } from "@/testing/naive-totals";
import { anIncident, publicationOf } from "@/testing/records";

const NO_TOTAL = {
  incidents: 0,
  unknownSize: 0,
  lossUsd: 0,
  returnedUsd: 0,
  returnedIncidents: 0,
};

function documentOf(db: Database, filters: Filters, sort: Sort = "newest"): IncidentDocument {
  return {
    title: "Incidents",
    rule: "Incidents",
    filters,
    sort,
    version: { number: 1, publishedOn: "2026-11-28" },
    coverage: null,
    lag: null,
    total: NO_TOTAL,
    address: "lossline/v/1/incidents",
    shortId: null,
    citation: "Lossline",
    urlOf: (slug) => `lossline/v/1/incidents/${slug}`,
    incidents: () => wholeIncidents(db, 1, { filters, sort }),
  };
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

async function bookOf(document: IncidentDocument): Promise<Record<string, string>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of incidentXlsx(document)) pieces.push(piece);
  const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const),
  );
}

type Row = Record<string, string>;
const rowsOf = async (document: IncidentDocument): Promise<Row[]> =>
  parse(await textOf(incidentCsv(document, true)), { columns: true, bom: true }) as Row[];

const RULES: Filters[] = [
  {},
  { from: "2023-01-01", to: "2023-12-31", category: "phishing" },
  { actor: "lazarus-group", confidence: "likely" },
  { loss: "unknown" },
  { date: "year" },
  { chain: "solana", least: 1_000_000 },
];

describe("the starting dataset", () => {
  const dataset = givenDataset();
  const bySlug = new Map(dataset.incidents.map((incident) => [incident.slug, incident]));
  const given = (slug: string): GivenIncident => {
    const incident = bySlug.get(slug);
    if (incident === undefined) throw new Error(`the files hold no ${slug}`);
    return incident;
  };

  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await seedIfEmpty(db, DATASET);
  }, 120_000);

  test.each(RULES)(
    "a CSV has the incidents under %j and no others, and adds up to their total",
    async (filters) => {
      const rows = await rowsOf(documentOf(db, filters));
      const expected = incidentsUnder(dataset, filters);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ slug }) => slug).toSorted()).toEqual(
        expected.map(({ slug }) => slug).toSorted(),
      );
      const total = await totalUnder(db, 1, filters);
      const sum = (column: string) =>
        rows.reduce((all, row) => all + BigInt(row[column] || "0"), 0n);
      expect(sum("loss_usd")).toBe(BigInt(total.lossUsd));
      expect(sum("loss_usd")).toBe(exactSum(expected.map(({ lossUsd }) => lossUsd)));
      expect(sum("returned_usd")).toBe(BigInt(total.returnedUsd));
      expect(rows.filter(({ loss_usd }) => loss_usd === "")).toHaveLength(total.unknownSize);
    },
  );

  test.each(Object.keys(SORTS) as Sort[])("stands in the order of the list, %s", async (sort) => {
    const filters = { category: "phishing" } as const;
    const rows = await rowsOf(documentOf(db, filters, sort));
    const listed = await listIncidents(db, 1, filters, sort, { limit: 5000 });
    expect(rows.map(({ slug }) => slug)).toEqual(listed.map(({ slug }) => slug));
  });

  test("each line says all that the files say, lists as imports write them", async () => {
    const items = (cell = "") => readListCell(cell);
    for (const row of await rowsOf(documentOf(db, {}))) {
      const incident = given(row.slug ?? "");
      expect(row).toMatchObject({
        name: incident.name,
        occurred_on: incident.occurredOn,
        earliest_day: firstDay(incident),
        latest_day: lastDay(incident),
        target: incident.target,
        target_slug: targetOf(dataset, incident)?.slug ?? "",
        category: incident.category,
        technique: incident.technique,
        loss_usd: String(incident.lossUsd ?? ""),
        loss_usd_low: String(incident.lossUsdLow ?? ""),
        loss_usd_high: String(incident.lossUsdHigh ?? ""),
        returned_usd: String(incident.returnedUsd ?? ""),
        address_count: String(incident.addresses.length),
        transaction_count: String(incident.transactions?.length ?? 0),
        source_count: String(incident.sources.length),
        revision: "1",
        first_version: "1",
        last_version: "1",
      });
      expect(items(row.chains).flat()).toEqual(incident.chains);
      expect(items(row.addresses).map((parts) => parts.slice(0, 3))).toEqual(
        incident.addresses.map(({ chain, address, role }) => [chain, address, role]),
      );
      expect(items(row.sources).map(([url, publisher]) => [url, publisher])).toEqual(
        incident.sources.map(({ url, publisher }) => [url, publisher]),
      );
      expect(items(row.attributions).map((parts) => parts.slice(0, 4))).toEqual(
        incident.attributions.map(({ actor, by, confidence, on }) => [
          actor,
          by,
          confidence,
          on ?? "",
        ]),
      );
      expect(items(row.loss_estimates)).toHaveLength(incident.lossEstimates?.length ?? 0);
    }
  }, 60_000);

  test("JSON and XLSX hold the same as the CSV", async () => {
    const document = documentOf(db, { from: "2022-01-01", to: "2023-12-31" }, "largest");
    const rows = await rowsOf(document);
    const json = JSON.parse(await textOf(incidentJson(document))) as {
      rows: Record<string, unknown>[];
      columns: { name: string }[];
    };
    expect(json.columns.map(({ name }) => name)).toEqual(INCIDENT_COLUMNS.map(({ name }) => name));
    expect(json.rows.map(({ slug }) => slug)).toEqual(rows.map(({ slug }) => slug));
    for (const [place, row] of rows.entries()) {
      const object = json.rows[place] ?? {};
      for (const { name } of INCIDENT_COLUMNS) {
        const value = object[name];
        if (Array.isArray(value)) expect(value).toHaveLength(readListCell(row[name] ?? "").length);
        else expect(String(value ?? "")).toBe(row[name]);
      }
    }
    const book = await bookOf(document);
    const sheet = book["xl/worksheets/sheet1.xml"] ?? "";
    expect([...sheet.matchAll(/<row r="\d+">/g)]).toHaveLength(rows.length + 1);
    const slugs = [...sheet.matchAll(/<c r="A(?!1")\d+" t="inlineStr"><is><t[^>]*>([^<]*)</g)];
    expect(slugs.map(([, slug]) => slug)).toEqual(rows.map(({ slug }) => slug));
    expect(book["xl/worksheets/sheet2.xml"]).toBeDefined();
  }, 60_000);

  test("an empty list is a file with headings", async () => {
    const document = documentOf(db, { q: "nothing is called so" });
    expect(await rowsOf(document)).toEqual([]);
    expect(JSON.parse(await textOf(incidentJson(document)))).toMatchObject({ rows: [] });
    expect((await bookOf(document))["xl/worksheets/sheet1.xml"]).toContain('<row r="1">');
  });
});

describe("what spreadsheets and XML trip over", () => {
  const NAMES = ["=1+1", "@SUM(A1)", "-2", 'a "b", c', "ä, ö; | \\ <b>&", "\u202eabc"];
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    const incidents = NAMES.map((name, index) =>
      anIncident({
        slug: `theft-${index}`,
        name,
        sources: [
          {
            url: "https://example.org/a;b|c",
            publisher: name,
            title: "One; two | three",
            publishedOn: null,
            archivedUrl: null,
            kind: null,
          },
        ],
        addresses: Array.from({ length: index === 0 ? 1_000 : 0 }, (_, place) => ({
          chain: "solana",
          address: `A${"x".repeat(38)}${String(place).padStart(4, "1")}`,
          role: "attacker" as const,
          source: "https://example.org/a",
        })),
      }),
    );
    await publish(db, publicationOf({ incidents }), "Names");
  });

  test("no cell begins a formula, and lists read back", async () => {
    const rows = await rowsOf(documentOf(db, {}, "oldest"));
    expect(rows.map(({ slug }) => slug)).toHaveLength(NAMES.length);
    for (const row of rows) {
      const name = NAMES[Number(row.slug?.slice(-1))] ?? "";
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      expect(row.name).toBe(/^[=@-]/.test(name) ? `'${name}` : name);
      expect(readListCell(row.sources ?? "")).toEqual([
        ["https://example.org/a;b|c", name, "One; two | three"],
      ]);
    }
  });

  test("a workbook holds texts as texts, and no cell is longer than a spreadsheet takes", async () => {
    const sheet = (await bookOf(documentOf(db, {})))["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).not.toContain("<f>");
    const texts = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(
      ([, text = ""]) => text,
    );
    expect(texts).toContain("=1+1");
    expect(texts).toContain("ä, ö; | \\ &lt;b&gt;&amp;");
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(32_767);
    expect(texts.some((text) => text.endsWith("the CSV has all of it"))).toBe(true);
  });
});
