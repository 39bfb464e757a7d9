import { describe, expect, test } from "vitest";
import { candidates, type Found } from "@/lib/site/matching/candidate";
import { agrees, type Compared } from "@/lib/site/matching/compared";
import { readEntityId, writeEntityId } from "@/lib/site/matching/entity-id";
import { type MatchQuery, readExtension, readQueries } from "@/lib/site/matching/match-query";

describe("an id in a table", () => {
  test.each([
    "incident:17",
    "target:1",
    "actor:999999999",
    "address:ethereum:0xf9ddbfdb94b84a55d569671bcbc48ff438a7e158",
    "address:kadena:k:a1b2",
    "transaction:bitcoin:015165ff",
  ])("%s is written as it was read", (id) => {
    const entity = readEntityId(id);
    expect(entity).not.toBeNull();
    if (entity !== null) expect(writeEntityId(entity)).toBe(id);
  });

  test.each([
    "",
    "17",
    "incident:",
    "incident:0",
    "incident:x",
    "incident:01",
    "figure:1",
    "address:x",
    "actor:1 2",
  ])("“%s” is none", (id) => expect(readEntityId(id)).toBeNull());
});

describe("what a table knows of a theft besides", () => {
  test.each<[Compared, (string | number)[], string[], boolean | null]>([
    ["occurred_on", ["2023-09-12"], ["2023-09-12"], true],
    ["occurred_on", ["2023-09-12"], ["2023-09"], true],
    ["occurred_on", ["2023-09-12"], ["2023"], true],
    ["occurred_on", ["2023-09"], ["2023-09-12T00:00:00Z"], true],
    ["occurred_on", ["2023-09-12"], ["2023-09-13"], false],
    ["occurred_on", ["2023"], ["2022-01-01"], false],
    ["occurred_on", ["2023-09-12"], ["12 September"], null],
    ["loss_usd", [54_300_000], ["$53,000,000"], true],
    ["loss_usd", [54_300_000], ["30000000"], false],
    ["loss_usd", [], ["30000000"], null],
    ["loss_usd", [54_300_000], ["many"], null],
    ["target", ["Curve Finance"], ["curve"], true],
    ["target", ["Curve Finance"], ["Curves"], false],
    ["chains", ["bsc", "BNB Smart Chain"], ["BSC"], true],
    ["chains", ["bsc", "BNB Smart Chain"], [""], null],
  ])("%s %j beside %j: %s", (property, held, known, expected) => {
    expect(agrees(property, held, known)).toBe(expected);
  });
});

describe("candidates", () => {
  const query = (given: Partial<MatchQuery> = {}): MatchQuery => ({
    text: "x",
    kinds: [],
    limit: 5,
    known: [],
    ...given,
  });
  const found = (id: string, fit: number, occurredOn?: string): Found => ({
    id,
    kind: "incident",
    name: id,
    description: "",
    fit,
    held: occurredOn === undefined ? {} : { occurred_on: [occurredOn] },
  });
  const matched = (asked: MatchQuery, all: Found[]) =>
    candidates(asked, all).flatMap(({ id, match }) => (match ? [id] : []));

  test("what alone is called so is a match, and what only holds the words is none", () => {
    expect(matched(query(), [found("a", 1005), found("b", 640)])).toEqual(["a"]);
    expect(matched(query(), [found("a", 640), found("b", 500)])).toEqual([]);
  });

  test("two that are called so are none: a person chooses", () => {
    expect(matched(query(), [found("a", 1005), found("b", 1000)])).toEqual([]);
  });

  test("the day tells the thefts of one target apart, and contradicts", () => {
    const known = [{ property: "occurred_on", values: ["2023-09-12"] }] as const;
    const thefts = [found("a", 600, "2022-01-01"), found("b", 600, "2023-09"), found("c", 600)];
    expect(matched(query({ known }), thefts)).toEqual(["b"]);
    expect(candidates(query({ known }), thefts).map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(matched(query({ known }), [found("a", 1005, "2022-01-01")])).toEqual([]);
  });

  test("as many as are asked for, with what each rests on", () => {
    const all = [found("a", 700), found("b", 600), found("c", 500)];
    expect(candidates(query({ limit: 2 }), all)).toHaveLength(2);
    expect(candidates(query(), all)[0]?.features).toEqual([{ id: "name", value: 70 }]);
  });
});

describe("what is sent", () => {
  test("is read with what is left out filled in", () => {
    const read = readQueries(
      '{"q0":{"query":" Mt.  Gox ","type":"target"},"q1":{"query":"a","limit":999}}',
    );
    expect(read.ok && [...read.value]).toEqual([
      ["q0", { text: "Mt. Gox", kinds: ["target"], limit: 5, known: [] }],
      ["q1", { text: "a", kinds: [], limit: 25, known: [] }],
    ]);
  });

  test.each([
    ["not JSON", "queries"],
    ["[]", "queries"],
    ['{"q0":{"query":1}}', "queries"],
    ['{"q0":{"query":"a","type":"planet"}}', "queries.q0.type"],
    ['{"q0":{"query":"a","limit":0}}', "queries.q0.limit"],
    ['{"q0":{"query":"a","properties":[{"pid":"colour","v":"red"}]}}', "queries.q0.properties"],
    [JSON.stringify({ q0: { query: "a".repeat(301) } }), "queries.q0.query"],
    [
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`q${n}`, { query: "a" }])),
      ),
      "queries",
    ],
  ])("%.60s is refused by its place", (given, parameter) => {
    const read = readQueries(given);
    expect(read.ok ? [] : read.problems.map((problem) => problem.parameter)).toEqual([parameter]);
  });

  test("an extension that is none is refused", () => {
    expect(readExtension('{"ids":["incident:1"],"properties":[{"id":"name"}]}').ok).toBe(true);
    for (const given of ["", "{}", '{"ids":"incident:1","properties":[]}'])
      expect(readExtension(given).ok).toBe(false);
  });
});
