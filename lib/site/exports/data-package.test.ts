import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Package } from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChartDocument, writeJson } from "@/lib/site/exports/chart-document";
import { writeCsv } from "@/lib/site/exports/csv";
import { dataFileNames, writeDataPackage, writeReadme } from "@/lib/site/exports/data-package";
import { fileName } from "@/lib/site/exports/file-name";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { EXAMPLE_CHARTS, exampleView } from "@/testing/example-charts";
import { aCoverage } from "@/testing/records";

const NUMBER = 412;
const utf8 = new TextEncoder();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lossline-package-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The address of a chart's example is that of its view. */
function documentOf(model: ChartModel): ChartDocument {
  const [, address = ""] = model.address.split("/charts/");
  return {
    model,
    view: exampleView(address),
    version: { number: NUMBER, publishedOn: "2026-11-22", log: null, logInAllFiles: null },
    coverage: aCoverage(),
    lag: null,
  };
}

/** Writes a package's files as somebody has them who has unpacked the zip. */
async function unpacked(document: ChartDocument) {
  const { numbers } = document.model;
  const csv = {
    rows: utf8.encode(writeCsv(numbers)),
    totals: utf8.encode(writeCsv(numbers.totals)),
  };
  const paths = dataFileNames(fileName(document.view, NUMBER));
  await writeFile(join(folder, paths.rows), csv.rows);
  await writeFile(join(folder, paths.totals), csv.totals);
  const descriptor = join(folder, "datapackage.json");
  await writeFile(descriptor, writeDataPackage(document, csv));
  return { csv, paths, descriptor };
}

describe.each(Object.entries(EXAMPLE_CHARTS))("the package of %s", (_, make) => {
  const document = documentOf(make());
  const { numbers } = document.model;

  it("is valid to the standard's own reader, which reads every cell as what it is", async () => {
    const { descriptor } = await unpacked(document);
    // Another program's reading: types, patterns, missing values and header rows are its judgement.
    const read = await Package.load(descriptor, { strict: true });
    expect(read.errors).toEqual([]);
    expect(read.valid).toBe(true);
    const tables = [numbers, numbers.totals];
    expect(read.resources).toHaveLength(tables.length);
    for (const [place, { columns, rows }] of tables.entries()) {
      const cells = await read.resources[place]?.read({ keyed: true });
      expect(cells).toHaveLength(rows.length);
      for (const [row, own] of rows.entries()) {
        for (const [column, { name, kind }] of columns.entries()) {
          const cell = cells?.[row]?.[name] ?? null;
          const isRead = cell instanceof Date ? dayOf(cell) : cell;
          const expected = kind === "text" && own[column] === "" ? null : own[column];
          expect(isRead).toBe(expected);
        }
      }
    }
  });

  it("states sizes and digests that its files have", async () => {
    const { descriptor } = await unpacked(document);
    const { resources, licenses, sources } = JSON.parse(await readFile(descriptor, "utf8"));
    for (const resource of resources) {
      const bytes = await readFile(join(folder, resource.path));
      expect(bytes.length).toBe(resource.bytes);
      expect(`sha256:${sha256(bytes)}`).toBe(resource.hash);
      expect(resource.licenses).toEqual(licenses);
      expect(resource.sources).toEqual(sources);
    }
    const { url } = PRICE_INDEX_SOURCE;
    expect(sources).toEqual([
      { title: "Lossline, version 412", path: document.model.address },
      ...(document.view.dollars === undefined
        ? []
        : [{ title: expect.stringContaining("CPI-U"), path: url }]),
    ]);
  });

  it("prints one digest everywhere, which is that of the CSV file", async () => {
    const { csv, descriptor, paths } = await unpacked(document);
    const digest = sha256(csv.rows);
    expect(JSON.parse(writeJson(document)).numbersDigest).toBe(digest);
    expect(JSON.parse(await readFile(descriptor, "utf8")).numbersDigest).toBe(digest);
    const readme = writeReadme(document, []);
    expect(readme).toContain(`  ${digest}\n`);
    expect(readme).toContain(`sha256sum ${paths.rows} `);
  });
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The reader makes dates of the zone in which it runs. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
