import { describe, expect, test } from "vitest";
import { dateRuleOf, ruledDate } from "@/lib/desk/imports/tables/column-rule";
import { guessMapping } from "@/lib/desk/imports/tables/guess-mapping";
import type { KnownValues } from "@/lib/desk/imports/tables/known-values";
import { completedRow, mappedColumns, mapRow } from "@/lib/desk/imports/tables/map-row";
import { type Mapping, mappingProblems } from "@/lib/desk/imports/tables/mapping";
import { columnName, type Table } from "@/lib/desk/imports/tables/table";
import { valueQuestions } from "@/lib/desk/imports/tables/value-questions";
import { readTyped } from "@/lib/desk/proposals/typed";
import { TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";

const known: KnownValues = {
  techniques: TECHNIQUES,
  chains: new Set(["ethereum", "bsc"]),
  actors: new Map([["greyfox", "grey-fox"]]),
  publishers: new Map([["herald.example", "The Herald"]]),
};

function aTable(header: string[], ...rows: string[][]): Table {
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

const LIST = aTable(
  [
    "When",
    "Victim",
    "Class",
    "Kind",
    "isBridge",
    "Network",
    "Loss",
    "Loss (m)",
    "Recovered",
    "URL",
    "Ticket",
  ],
  [
    "24/06/2020",
    "Quill",
    "Logic flaw",
    "Protocol",
    "no",
    "['Ethereum', 'BSC']",
    "1500000.0",
    "1.5",
    "",
    "https://herald.example/quill",
    "7",
  ],
  [
    "03/07/2020",
    "Sable",
    "Logic flaw",
    "Protocol",
    "yes",
    "Foochain",
    "0",
    "0",
    "250000",
    "https://x.com/watcher/status/5",
    "8",
  ],
  [
    "04/08/2020",
    "Tarn",
    "Theft of keys",
    "Exchange",
    "no",
    "[]",
    "nan",
    "",
    "",
    "https://herald.example/tarn",
    "9",
  ],
);

function answered(mapping: Mapping): Mapping {
  return {
    ...mapping,
    fixed: { ...mapping.fixed, technique: "unknown" },
    values: {
      category: { "Logic flaw": "contract-exploit", "Theft of keys": "wallet-compromise" },
      targetKind: {
        "Protocol · isBridge: no": "other",
        "Protocol · isBridge: yes": "bridge",
        "Exchange · isBridge: no": "exchange",
      },
      chains: { foochain: "ethereum; bsc" },
      lossUsd: { "0": "unknown" },
    },
  };
}

function typedRows(table: Table, mapping: Mapping) {
  const columns = mappedColumns(table, mapping);
  return table.rows.map((row) => {
    const mapped = mapRow(row, columns, mapping, known);
    return { ...mapped, whole: completedRow(mapped, mapping) };
  });
}

test("columns are guessed by their names and by what stands in them", () => {
  const { columns } = guessMapping(LIST);
  expect(Object.fromEntries(columns.map(({ header, to }) => [header, to]))).toEqual({
    When: "occurredOn",
    Victim: "target",
    Class: "category",
    Kind: "targetKind",
    isBridge: "beside:targetKind",
    Network: "chains",
    Loss: "lossUsd",
    "Loss (m)": "",
    Recovered: "returnedUsd",
    URL: "link",
    Ticket: "",
  });
  expect(columns[0]?.rule).toBe("dayFirst");
});

test("what the record does not know is asked once, with its rows", () => {
  const asked = valueQuestions(LIST, guessMapping(LIST), known).map(({ key, questions }) => [
    key,
    questions.map(
      ({ text, rows, suggested }) => `${text} × ${rows}${suggested && ` ${suggested}`}`,
    ),
  ]);
  expect(Object.fromEntries(asked)).toEqual({
    category: ["Logic flaw × 2", "Theft of keys × 1"],
    targetKind: [
      "Protocol · isBridge: no × 1",
      "Protocol · isBridge: yes × 1 bridge",
      "Exchange · isBridge: no × 1 exchange",
    ],
    chains: ["foochain × 1"],
    lossUsd: ["0 × 1"],
  });
});

test("rows become incidents as the form has them", () => {
  const rows = typedRows(LIST, answered(guessMapping(LIST)));
  const records = rows.map(({ whole }) => {
    const read = readTyped("incident", whole);
    if (!read.ok || read.entry.kind !== "incident") throw new Error(JSON.stringify(read));
    return read.entry.record;
  });
  expect(rows.every(({ wrong }) => wrong.length === 0)).toBe(true);
  expect(records.map(({ occurredOn }) => occurredOn)).toEqual([
    "2020-06-24",
    "2020-07-03",
    "2020-08-04",
  ]);
  expect(records.map(({ lossUsd }) => lossUsd)).toEqual([1_500_000, null, null]);
  expect(records.map(({ returnedUsd }) => returnedUsd)).toEqual([null, 250_000, null]);
  expect(records.map(({ chains }) => chains)).toEqual([
    ["ethereum", "bsc"],
    ["ethereum", "bsc"],
    [],
  ]);
  expect(records.map(({ targetKind }) => targetKind)).toEqual(["other", "bridge", "exchange"]);
  expect(records.map(({ sources }) => sources.map(({ publisher }) => publisher))).toEqual([
    ["The Herald"],
    ["@watcher on X"],
    ["The Herald"],
  ]);
  expect(records[0]?.summary).toBe("According to The Herald, Quill lost $1.50m on 24 June 2020.");
  expect(records[2]?.summary).toContain("lost an unknown sum");
});

test("a row is held back while a value of it is not said", () => {
  const [first, second] = typedRows(LIST, { ...answered(guessMapping(LIST)), values: {} });
  expect(first?.wrong.map(({ field }) => field)).toEqual(["category", "targetKind"]);
  expect(second?.wrong.map(({ field }) => field)).toEqual([
    "category",
    "targetKind",
    "chains",
    "lossUsd",
  ]);
});

test("what is not said can be unknown for all of them", () => {
  const mapping = guessMapping(LIST);
  const rest = { category: "unknown", targetKind: "unknown", chains: "new" } as const;
  const [, second] = typedRows(LIST, { ...mapping, rest });
  expect(second?.typed).toMatchObject({
    category: "unknown",
    targetKind: "other",
    chains: ["foochain"],
  });
});

describe("a column of days", () => {
  test.each([
    [["05/01/2020", "31/12/2020"], "dayFirst", "31/12/2020"],
    [["05/01/2020", "12-31-2020"], "monthFirst", "12-31-2020"],
    [["05/01/2020", "31/12/2020", "12/31/2020"], "asWritten", null],
    [["05/01/2020", "03/02/2020"], "asWritten", null],
    [["2020-01-05", "12 May 2020"], "asWritten", null],
    [["1577836800", "1580515200"], "unix", "1577836800"],
    [["43831", "43862"], "serial", "43831"],
    [["2019", "2020"], "asWritten", null],
  ] as const)("%j is read by one rule", (texts, rule, because) => {
    expect(dateRuleOf(texts)).toEqual({ rule, because });
  });

  test.each([
    ["05/01/2020", "dayFirst", "2020-01-05"],
    ["05/01/2020", "monthFirst", "2020-05-01"],
    ["5.1.20", "dayFirst", "2020-01-05"],
    ["12/31/2020", "dayFirst", null],
    ["2020-01-05", "dayFirst", "2020-01-05"],
    ["1577836800", "unix", "2020-01-01"],
    ["1577836800000", "unix", "2020-01-01"],
    ["43831", "serial", "2020-01-01"],
  ] as const)("%s read as %s is %s", (text, rule, day) => {
    expect(ruledDate(text, rule)).toBe(day);
  });
});

test("amounts are read in their column’s unit, and small or zero ones asked about", () => {
  const table = aTable(
    ["victim", "date", "loss"],
    ["A", "2020", "4.8"],
    ["B", "2020", "0.5"],
    ["C", "2020", "0.0"],
    ["D", "2020", "$3k"],
  );
  const mapping = guessMapping(table);
  expect(valueQuestions(table, mapping, known)[0]?.questions.map(({ text }) => text)).toEqual([
    "4.8",
    "0.5",
    "0.0",
  ]);
  const millions: Mapping = {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.to === "lossUsd" ? { ...column, rule: "millions" } : column,
    ),
  };
  expect(typedRows(table, millions).map(({ typed }) => typed.lossUsd)).toEqual([
    "4.8m",
    "0.5m",
    undefined,
    "$3k",
  ]);
});

test("somebody named is the table’s own statement, and nothing more certain", () => {
  const table = aTable(
    ["victim", "date", "attacker", "link"],
    ["A", "2020", "Grey Fox", "https://herald.example/a"],
    ["B", "2020", "Nobody Known", ""],
  );
  const mapping = guessMapping(table);
  const [first, second] = typedRows(table, {
    ...mapping,
    source: { url: "https://lists.example/t", publisher: "Lists", title: "All", publishedOn: "" },
  });
  expect(first?.typed.attributions).toEqual([
    expect.objectContaining({
      actor: "grey-fox",
      by: "Lists",
      confidence: "suspected",
      source: "https://lists.example/t",
    }),
  ]);
  expect(second?.wrong[0]?.message).toContain("no such actor");
  expect(first?.whole.sources).toHaveLength(2);
});

describe("a mapping as a whole", () => {
  const problemsOf = (mapping: Mapping) =>
    mappingProblems(mapping, (place) => columnName(LIST, place)).map(({ message }) => message);

  test("takes one column for one field", () => {
    const mapping = guessMapping(LIST);
    const columns = mapping.columns.map((column) =>
      column.header === "Loss (m)" ? { ...column, to: "lossUsd" } : column,
    );
    expect(problemsOf({ ...mapping, columns })[0]).toContain(
      "“Loss” and “Loss (m)” are both mapped to “Best estimate”",
    );
  });

  test("needs a word on what every incident has", () => {
    expect(problemsOf(guessMapping(LIST))).toEqual([expect.stringContaining("the technique")]);
    expect(problemsOf(answered(guessMapping(LIST)))).toEqual([]);
    const none = {
      ...answered(guessMapping(LIST)),
      columns: LIST.header.map((header) => ({ header, to: "", rule: null })),
    };
    expect(problemsOf(none)).toHaveLength(5);
  });

  test("with a URL name revises what is published, and needs nothing else", () => {
    const mapping = guessMapping(aTable(["slug", "loss"], ["a-2020", "5m"]));
    expect(mappingProblems(mapping, String)).toEqual([]);
  });
});
