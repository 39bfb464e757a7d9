import { describe, expect, it } from "vitest";
import { DATASET, givenDataset } from "@/testing/dataset";
import {
  aCoverage,
  aKnownAddress,
  anActor,
  anEstimate,
  anIncident,
  aPublishedFigure,
  aTarget,
  aTransaction,
  publicationOfEverything,
} from "@/testing/records";
import { JsonPlaces } from "./json-places";
import { readJson } from "./read-json";

const pause = async () => {};
const read = (value: unknown) => readJson(JSON.stringify(value, null, 2), pause);

describe("readJson", () => {
  it("reads an array of incidents, and an object of lists", async () => {
    expect((await read([anIncident()])).records).toMatchObject([
      {
        number: 1,
        line: 2,
        list: "incidents",
        accepted: { slug: "coinex-2023-09" },
        typed: { target: "CoinEx" },
      },
    ]);
    const all = await read({
      incidents: [anIncident()],
      actors: [anActor()],
      figures: [aPublishedFigure()],
      knownAddresses: [aKnownAddress()],
      targets: [aTarget()],
      coverage: [aCoverage()],
    });
    expect(all.problems).toEqual([]);
    expect(all.records.map(({ list }) => list)).toEqual([
      "incidents",
      "targets",
      "actors",
      "figures",
      "knownAddresses",
      "coverage",
    ]);
  });

  it("reads every field, and none but those", async () => {
    const everything = publicationOfEverything();
    const all = await read(everything);
    expect(all.problems).toEqual([]);
    for (const { list, accepted } of all.records) expect(accepted).toEqual(everything[list][0]);
    expect(all.records).toHaveLength(6);
    const [incident] = everything.incidents;
    const { problems } = await read([{ ...incident, victims: 5 }]);
    expect(problems.map(({ message }) => message)).toEqual(["There is no field “victims”."]);
  });

  it("names what is wrong with the newer fields, at the field and in its line", async () => {
    const [incident] = publicationOfEverything().incidents;
    if (incident === undefined) throw new Error("no incident");
    const wrong = {
      ...incident,
      transactions: [aTransaction(), aTransaction({ chain: "solana" }), aTransaction()],
      returnEstimates: [anEstimate({ amountUsd: 1_000_000 }), anEstimate({ amountUsd: 1_000_000 })],
      identifiers: [{ scheme: "defillama", value: "x" }],
    };
    const text = JSON.stringify([wrong], null, 1);
    const { problems } = await readJson(text, pause);
    expect(problems.map(({ field }) => field).sort()).toEqual([
      "identifiers, item 1, value",
      "returnEstimates, item 2, preferred",
      "transactions, item 2, hash",
      "transactions, item 3, hash",
    ]);
    for (const { field, line } of problems) {
      const key = /[a-zA-Z]+$/.exec(field)?.[0] ?? "";
      expect(text.split("\n")[(line ?? 0) - 1]).toContain(`"${key}"`);
    }
  });

  it("takes how far editors have looked once", async () => {
    const { problems } = await read({ coverage: [aCoverage(), aCoverage()] });
    expect(problems.map(({ message }) => message).join()).toContain("must be an array");
  });

  it(`reads all of ${DATASET}`, async () => {
    const { coverage, ...lists } = givenDataset();
    const all = await readJson(JSON.stringify({ ...lists, coverage: [coverage] }), pause);
    expect(all.problems).toEqual([]);
    expect(all.misformed).toEqual([]);
    // Quoted so by their sources: capitals that fit no checksum.
    expect(all.warnings).toHaveLength(9);
    expect(all.records).toHaveLength(
      Object.values(lists).reduce((count, list) => count + list.length, 1),
    );
    // Each has a form, and could become a draft.
    expect(all.records.filter(({ typed }) => typed === null)).toEqual([]);
  });

  it("names record, field and line of each problem", async () => {
    const wrong = anIncident({ lossUsd: -1 });
    const text = JSON.stringify(
      [anIncident(), { ...wrong, sources: [{ ...wrong.sources[0], url: "x" }] }],
      null,
      1,
    );
    const { problems } = await readJson(text, pause);
    const lineOf = (part: string) => text.slice(0, text.lastIndexOf(part)).split("\n").length;
    expect(problems).toMatchObject([
      { record: 2, field: "lossUsd", line: lineOf('"lossUsd"') },
      { record: 2, field: "sources, item 1, url", line: lineOf('"url"') },
    ]);
  });

  it.each([
    ["", "empty"],
    ["{", "no JSON"],
    ['[\n{"a": 1,}\n]', "no JSON"],
    ['[\n{"a": b}\n]', "no JSON"],
    ['"text"', "must be an array"],
    ["null", "must be an array"],
    ['{"thefts": []}', "must be an array"],
    ["[]", "no records"],
    ['{"incidents": {}}', "must be an array"],
    ["[1, null, []]", ""],
    [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, ""],
    [JSON.stringify(Array.from({ length: 50_001 }, () => 1)), "50,001 records"],
  ])("says what is wrong with %.20s", async (text, said) => {
    const { problems } = await readJson(text, pause);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ message }) => message).join(" ")).toContain(said);
  });

  it("names the line where JSON breaks off", async () => {
    const { problems } = await readJson('[\n  {"a": 1},\n  {"b": oops}\n]', pause);
    expect(problems).toMatchObject([{ line: 3 }]);
  });
});

it("finds places", () => {
  const text = '{\n "a": [1,\n {"b": "x,]}\\"",\n "c": [\n2]}],\n"d": null}';
  const places = new JsonPlaces(text);
  expect(places.lineOf(["a", 1, "c", 0])).toBe(5);
  expect(places.lineOf(["a", 1, "b"])).toBe(3);
  expect(places.lineOf(["d"])).toBe(6);
  expect(places.lineOf(["d", "no", "such"])).toBe(6);
  expect(places.elementsOf(["a"])).toHaveLength(2);
  expect(places.elementsOf(["d"])).toEqual([]);
});

it("tells lines in whatever order they are asked for, and soon", () => {
  const records = Array.from({ length: 80_000 }, (_, row) => ({ a: row, b: { c: 1 }, d: [2] }));
  const text = `\n${JSON.stringify(records, null, 1)}\n`;
  const places = new JsonPlaces(text);
  const starts = places.elementsOf([]);
  const lines = starts.map((start) =>
    [["d", 0], ["a"], ["b", "c"]].map((path) => places.lineWithin(start, path)),
  );
  // Each record takes nine lines, the first of them the bracket.
  expect(lines).toEqual(records.map((_, row) => [9, 4, 6].map((line) => line + 9 * row)));
  expect(places.lineAt(0)).toBe(1);
});

it("holds each address against its chain, as the form does", async () => {
  const given = { role: "attacker", source: "https://example.org/a" } as const;
  const address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD";
  const { misformed, warnings, records } = await read({
    incidents: [
      anIncident({
        addresses: [
          { ...given, chain: "tron", address },
          { ...given, chain: "ethereum", address },
          { ...given, chain: "ethereum", address: "0x12" },
        ],
      }),
    ],
    knownAddresses: [{ ...aKnownAddress(), chain: "bitcoin", address: "1abc" }],
  });
  expect(misformed.map(({ key, problem }) => [key, problem.record, problem.field])).toEqual([
    [`evm:${address.toLowerCase()}`, 1, "addresses, item 1, address"],
    ["ethereum:0x12", 1, "addresses, item 3, address"],
    ["bitcoin:1abc", 2, "address"],
  ]);
  expect(misformed[1]?.problem.message).toBe(
    "Address “0x12” on Ethereum must have 40 hexadecimal digits after 0x; this one has 2.",
  );
  expect(misformed[1]?.problem.line).toBeGreaterThan(misformed[0]?.problem.line ?? 0);
  expect(warnings).toMatchObject([
    {
      record: 1,
      field: "addresses, item 2, address",
      message: expect.stringContaining("checksum"),
    },
  ]);
  // They could still become drafts, in which the form asks again.
  expect(records.every(({ accepted }) => accepted !== null)).toBe(true);
});

it("tells of an address without a role", async () => {
  const address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  const incident = anIncident({});
  const addresses = [{ chain: "ethereum", address, source: "https://example.org/a" }];
  const { problems } = await read({ incidents: [{ ...incident, addresses }] });
  expect(problems).toMatchObject([
    {
      field: "addresses, item 1, role",
      message: "It must be one of attacker, laundering, victim.",
    },
  ]);
});
