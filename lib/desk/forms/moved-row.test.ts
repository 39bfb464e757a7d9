import { expect, test } from "vitest";
import { movedRow } from "@/lib/desk/forms/moved-row";

test("a row moves by one place, and stays at the edges", () => {
  const rows = ["one", "two", "three"];
  expect(movedRow(rows, 0, 1)).toEqual(["two", "one", "three"]);
  expect(movedRow(rows, 2, -1)).toEqual(["one", "three", "two"]);
  for (const [at, by] of [
    [0, -1],
    [2, 1],
    [-1, 1],
    [3, -1],
  ] as const)
    expect(movedRow(rows, at, by)).toEqual(rows);
  expect(rows).toEqual(["one", "two", "three"]);
});
