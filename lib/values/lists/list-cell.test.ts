import { expect, it } from "vitest";
import { readListCell, writeListCell } from "./list-cell";

it.each<[string, string[][]]>([
  ["", []],
  [" ; ;", []],
  ["ethereum; tron", [["ethereum"], ["tron"]]],
  [
    "a | b | c; d | | f",
    [
      ["a", "b", "c"],
      ["d", "", "f"],
    ],
  ],
  ["https://a.example/x;y=1 | A", [["https://a.example/x;y=1", "A"]]],
  [
    "a | one\nb | two",
    [
      ["a", "one"],
      ["b", "two"],
    ],
  ],
  ["a\\|b\\; c | d", [["a|b; c", "d"]]],
])("reads %j", (cell, items) => {
  expect(readListCell(cell)).toEqual(items);
});

it.each<string[][][]>([
  [
    [
      ["a", "b"],
      ["c", "", "d"],
    ],
  ],
  [[["a; b", "c|d", "e\\f"], ["https://a.example/x;y"]]],
])("reads back what it writes: %j", (items) => {
  expect(readListCell(writeListCell(items))).toEqual(items);
});
