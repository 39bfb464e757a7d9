import { expect, test } from "vitest";
import { writeCsv, writeTsv } from "@/lib/site/exports/csv";

const columns = [
  { name: "name", title: "Name", kind: "text" as const, unit: null },
  { name: "loss_usd", title: "Loss", kind: "number" as const, unit: "US dollars" },
];
const csv = (...rows: (string | number | null)[][]) => writeCsv({ columns, rows });

test("a header, CRLF, unrounded numbers, blank for unknown", () => {
  expect(csv(["Bybit", 1_460_000_000.25], ['Coin, “A” "B"', null], ["two\nlines", -5])).toBe(
    'name,loss_usd\r\nBybit,1460000000.25\r\n"Coin, “A” ""B""",\r\n"two\nlines",-5\r\n',
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"])(
  "a spreadsheet does not run %j",
  (text) => {
    expect(csv([text, 0])).toContain(`'${text}`);
  },
);

test("only the header where there is nothing", () => {
  expect(csv()).toBe("name,loss_usd\r\n");
});

test("a tab-separated file has a line for each row and a tab between cells, whatever they hold", () => {
  const rows = [
    ["a\tb", 1.5],
    ["two\r\nlines", null],
    ["=1", 0],
    ['a "quote", and a comma', -5],
  ];
  expect(
    writeTsv({ columns, rows })
      .split("\n")
      .map((line) => line.split("\t")),
  ).toEqual([
    ["name", "loss_usd"],
    ["a b", "1.5"],
    ["two lines", ""],
    ["'=1", "0"],
    ['a "quote", and a comma', "-5"],
    [""],
  ]);
});
