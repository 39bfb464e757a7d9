import { describe, expect, it } from "vitest";
import { type Incident, incidentSchema } from "@/lib/record/incidents/incident";
import { givenDataset } from "@/testing/dataset";
import { anIncident, publicationOfEverything } from "@/testing/records";
import { csvOfIncidents } from "../../../testing/import-csv";
import { COLUMNS, csvTemplate, partsOf } from "./csv-columns";
import { MOST_RECORDS } from "./import-file";
import { readCsv } from "./read-csv";

const pause = async () => {};
const elsewhere = (incident: Incident): Incident => ({ ...incident, slug: "not-in-the-dataset" });
const HEADER = "name,target,targetKind,occurredOn,category,technique,summary,lossUsd,sources";
const ROW =
  "CoinEx theft,CoinEx,exchange,12 September 2023,wallet-compromise,private-key-compromise,Keys were stolen.,$54.3m,https://example.org/a | Example | A report | 2023-09-13";

describe("readCsv", () => {
  it("reads its own template", async () => {
    const read = await readCsv(csvTemplate(), pause);
    expect(read.problems).toEqual([]);
    expect(read.records).toHaveLength(1);
    expect(read.records[0]?.accepted).toMatchObject({
      target: "Example Exchange",
      lossUsd: 54_300_000,
      chains: ["ethereum", "tron"],
      slug: "example-exchange-2022-05",
    });
    expect(read.records[0]?.accepted).toMatchObject({
      targetSlug: null,
      assets: [
        { symbol: "ETH", quantity: "4947", usd: 7_900_000, chain: "ethereum" },
        { symbol: "TRX", usd: null, chain: null },
      ],
      attributions: [
        { actor: "lazarus-group", confidence: "suspected", basis: "independent-analysis" },
      ],
      addresses: [{ chain: "ethereum", role: "attacker" }],
      transactions: [{ chain: "ethereum", role: "attack" }],
      identifiers: [{ scheme: "rekt", value: "example-exchange-rekt" }],
      sources: [
        { publisher: "Example News", publishedOn: "2022-05-14", archivedUrl: null, kind: "press" },
        { publishedOn: null, kind: null },
      ],
      lossEstimates: [{ preferred: true, amountUsd: 54_300_000 }],
      returnedUsd: 1_200_000,
      returnEstimates: [{ preferred: true, amountUsd: 1_200_000, on: "2022-06" }],
      dateStatements: [{ preferred: true, date: "2022-05-14", by: "Example Exchange" }],
    });
    expect(Object.keys(read.records[0]?.accepted ?? {})).not.toContain("retraction");
  });

  it("asks in its cells what the form asks in its fields", async () => {
    const cells = (day: string, loss: string) =>
      [HEADER, ROW.replace("12 September 2023", day).replace("$54.3m", loss)].join("\n");
    const bound = await readCsv(cells("12. September 2023", "up to $70m"), pause);
    expect(bound.problems).toMatchObject([
      { field: "lossUsd", message: expect.stringContaining("write $70,000,000 as the highest") },
    ]);
    const doubtful = await readCsv(cells("03/04/2023", '"54,000,000.005"'), pause);
    // A day that may be two is answered in the file, or in a draft: it is never published as one of them.
    expect(doubtful.problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      expect.stringMatching(/^occurredOn: .*Write 2023-03-04 or 2023-04-03\.$/),
    ]);
    expect(doubtful.records[0]?.typed).toMatchObject({ occurredOn: "03/04/2023" });
    expect(doubtful.warnings.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      "lossUsd: Best estimate is $54,000,000.01, rounded from 54,000,000.005.",
    ]);
  });

  it("names a column for every field of an incident but its standing", () => {
    expect(COLUMNS.map(({ name }) => name).sort()).toEqual(Object.keys(anIncident()).sort());
  });

  it("has a place in a cell for every part of every list's items", () => {
    const parts = (column: string) => {
      const found = COLUMNS.find(({ name }) => name === column);
      return found === undefined ? [] : partsOf(found.field).map(({ name }) => name);
    };
    const everything = publicationOfEverything().incidents[0];
    if (everything === undefined) throw new Error("no incident");
    const lists = Object.entries(everything).flatMap(([name, value]) => {
      const item: unknown = Array.isArray(value) ? value[0] : null;
      return typeof item === "object" && item !== null ? [{ name, item }] : [];
    });
    expect(lists).toHaveLength(9);
    for (const { name, item } of lists)
      expect([name, parts(name).sort()]).toEqual([name, Object.keys(item).sort()]);
  });

  it("reads a file that was written before the newer parts and columns", async () => {
    const header = `${HEADER},assets,attributions`;
    const row = `${ROW},ETH | 4947 | $7.9m,lazarus-group | ZachXBT | suspected | 2023-09-13 | https://example.org/who`;
    const read = await readCsv(`${header}\n${row}\n`, pause);
    expect(read.problems).toEqual([]);
    expect(read.records[0]?.accepted).toMatchObject({
      targetSlug: null,
      assets: [{ symbol: "ETH", quantity: "4947", usd: 7_900_000, chain: null }],
      attributions: [{ by: "ZachXBT", basis: null, source: "https://example.org/who" }],
      sources: [{ publishedOn: "2023-09-13", kind: null }],
      transactions: [],
      identifiers: [],
      returnEstimates: [],
      dateStatements: [],
    });
  });

  it("fills what came back and the day from the statement that is followed", async () => {
    const header = `${HEADER},returnEstimates,dateStatements`;
    const row = `${ROW.replace("12 September 2023", "")},$1m | CoinEx | | https://example.org/a | yes,2023-09-12 | CoinEx | | https://example.org/a | yes`;
    const read = await readCsv(`${header}\n${row}\n`, pause);
    expect(read.records[0]?.accepted).toMatchObject({
      returnedUsd: 1_000_000,
      occurredOn: "2023-09-12",
    });
  });

  it.each([
    ["transactions", "ethereum | 0x12 | attack | https://a.example", "item 1, hash"],
    ["transactions", "ethereum | | attack | https://a.example", "item 1, hash"],
    ["identifiers", "isbn | 5", "item 1, scheme"],
    ["identifiers", "defillama | CoinEx", "item 1, value"],
    ["assets", "ETH | 1 | | €", "item 1, chain"],
    ["attributions", "a | b | likely | | https://a.example | rumour", "item 1, basis"],
    ["returnEstimates", "soon | CoinEx | | https://a.example", "item 1, amountUsd"],
    ["dateStatements", "some day | CoinEx | | https://a.example", "item 1, date"],
  ])("names the part of %s that is wrong: %s", async (column, cell, at) => {
    const read = await readCsv(`${HEADER},${column}\n${ROW},${cell}\n`, pause);
    expect(read.problems.map(({ line, field }) => [line, field])).toContainEqual([
      2,
      `${column}, ${at}`,
    ]);
    expect(read.records[0]?.accepted).toBeNull();
  });

  it.each([
    ["commas", `${HEADER}\n${ROW}\n`],
    ["a byte-order mark and CRLF", `\ufeff${HEADER}\r\n${ROW}\r\n`],
    ["semicolons", `${HEADER.replaceAll(",", ";")}\n${ROW.replaceAll(",", ";")}`],
    ["tabs", `${HEADER.replaceAll(",", "\t")}\n${ROW.replaceAll(",", "\t")}`],
    [
      "labels, capitals and spaces",
      `Name,Target,Kind of target,DAY,Category,Technique,Summary,Best estimate, sources \n${ROW}`,
    ],
    ["empty lines and empty columns", `\n${HEADER},,\n\n${ROW},,\n\n`],
  ])("takes %s", async (_, text) => {
    const read = await readCsv(text, pause);
    expect(read.problems).toEqual([]);
    expect(read.records.map(({ accepted }) => accepted)).toMatchObject([
      { occurredOn: "2023-09-12", lossUsd: 54_300_000, slug: "coinex-2023-09" },
    ]);
  });

  it("reads back the whole dataset", async () => {
    const given = givenDataset().incidents.map((one) => incidentSchema.parse(one));
    // What the dataset says of nobody yet is in one more.
    const incidents = [...given, ...publicationOfEverything().incidents.map(elsewhere)];
    const read = await readCsv(csvOfIncidents(incidents), pause);
    expect(read.problems).toEqual([]);
    expect(read.records.map(({ accepted }) => accepted)).toEqual(incidents);
  });

  it("tells of an address without a role, and makes it nobody’s", async () => {
    const address = "ethereum | 0xce013682eddefaca8c94fe56a43a04212ebe4673 | | https://a.example";
    const { problems, records } = await readCsv(`${HEADER},addresses\n${ROW},${address}`, pause);
    expect(problems).toMatchObject([
      {
        line: 2,
        field: "addresses, item 1, role",
        message: "Role is missing: choose attacker, laundering or victim.",
      },
    ]);
    expect(records[0]?.accepted).toBeNull();
    expect(records[0]?.typed).toMatchObject({ addresses: [{ role: "" }] });
  });

  it("names line and column of each problem", async () => {
    const wrong = ROW.replace("exchange,", "shop,")
      .replace("$54.3m", "€5m")
      .replace("https://example.org/a", "example");
    const quoted = ROW.replace("Keys were stolen.", '"Keys\nwere\nstolen."');
    const read = await readCsv(`${HEADER}\n${quoted}\n${wrong}\n`, pause);
    expect(read.records.map(({ line }) => line)).toEqual([2, 5]);
    expect(read.problems.map(({ line, field }) => [line, field])).toEqual(
      expect.arrayContaining([
        [5, "targetKind"],
        [5, "lossUsd"],
        [5, "sources, item 1, url"],
      ]),
    );
    expect(
      read.problems.every(({ message, name }) => /\.$/.test(message) && name === "CoinEx theft"),
    ).toBe(true);
    expect(read.records[1]?.accepted).toBeNull();
    expect(read.records[1]?.typed).toMatchObject({ lossUsd: "€5m" });
  });

  it.each([
    ["an empty file", "", "empty"],
    ["only a header", HEADER, "nothing below"],
    ["an unknown column", `${HEADER},colour\n${ROW},red`, "no column “colour”"],
    ["a column twice", `${HEADER},name\n${ROW},x`, "stands 2 times"],
    ["a missing column", `${HEADER.replace(",summary", "")}\n${ROW}`, "“summary” is missing"],
    ["an open quotation mark", `${HEADER}\n"${ROW}`, "never closed"],
    [
      "a quotation mark amid a cell",
      `${HEADER}\n${ROW.replace("CoinEx theft", 'Coin"Ex')}`,
      "quotation marks",
    ],
    ["a mark after a quoted cell", `${HEADER}\n"Coin"Ex,${ROW}`, "before its end"],
    ["too many cells", `${HEADER}\n${ROW},more`, "10 cells"],
    ["too many parts", `${HEADER}\n${ROW} | | press | too | many`, "may have 6"],
    ["a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "no column"],
    ["JSON", '[{"slug": "a"}]', ""],
  ])("says what is wrong with %s", async (_, text, said) => {
    const read = await readCsv(text, pause);
    expect(read.problems.length).toBeGreaterThan(0);
    expect(read.problems.map(({ message }) => message).join(" ")).toContain(said);
  });

  it("bounds rows", async () => {
    const read = await readCsv(`${HEADER}\n${"x\n".repeat(MOST_RECORDS + 5)}`, pause);
    expect(read.problems).toMatchObject([
      { message: expect.stringContaining("more than 50,000 rows") },
    ]);
    expect(read.records).toEqual([]);
  });

  it.each([
    ["control characters", "Coin\u0001Ex"],
    ["direction overrides", "Coin\u202eEx"],
    ["a very long text", "x".repeat(300_000)],
  ])("refuses %s where the form does", async (_, name) => {
    const read = await readCsv(`${HEADER}\n${ROW.replace("CoinEx theft", name)}`, pause);
    expect(read.problems.map(({ field }) => field)).toContain("name");
  });
});
