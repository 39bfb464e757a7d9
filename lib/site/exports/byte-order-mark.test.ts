import { expect, test } from "vitest";
import { markSuffix, readMark, type TextFormat, withMark, writeMark } from "./byte-order-mark";

const FORMATS: TextFormat[] = ["csv", "tsv"];
const read = (format: TextFormat, query: string) => {
  const answer = readMark(format, new URLSearchParams(query));
  return answer.ok ? answer.value : answer.problems.map(({ parameter }) => parameter);
};

test("what programs read has no mark unless it is asked for, what people open has one", () => {
  expect(read("csv", "")).toBe(false);
  expect(read("tsv", "")).toBe(true);
});

test.each(FORMATS)("%s has a mark, or none, where that is asked", (format) => {
  expect(read(format, "bom=1")).toBe(true);
  expect(read(format, "bom")).toBe(true);
  expect(read(format, "bom=0")).toBe(false);
  for (const wrong of ["bom=2", "bom=yes", "bom=1&bom=0"])
    expect(read(format, wrong)).toEqual(["bom"]);
});

test.each(FORMATS)("both spellings of %s have a query and a name of their own", (format) => {
  for (const isMarked of [true, false])
    expect(read(format, writeMark(format, isMarked))).toBe(isMarked);
  expect(markSuffix(format, true)).not.toBe(markSuffix(format, false));
});

test("the mark is three bytes before the very same text", () => {
  const bytes = (isMarked: boolean) => [
    ...new TextEncoder().encode(withMark("name\r\nÖ", isMarked)),
  ];
  expect(bytes(true)).toEqual([0xef, 0xbb, 0xbf, ...bytes(false)]);
});
