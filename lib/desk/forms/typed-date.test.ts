import { expect, test } from "vitest";
import { readDate } from "@/lib/desk/forms/typed-date";

test.each([
  ["2023-09-12", "2023-09-12"],
  ["2023-09", "2023-09"],
  ["2023", "2023"],
  ["20230912", "2023-09-12"],
  ["2023/9/12", "2023-09-12"],
  ["Sept 12th, 2023", "2023-09-12"],
  ["12th of September 2023", "2023-09-12"],
  ["on 12 Sept. 2023", "2023-09-12"],
  ["Tuesday, September 12, 2023", "2023-09-12"],
  ["  12   September\n2023 ", "2023-09-12"],
  ["September 2023", "2023-09"],
  ["Sept. 2023", "2023-09"],
  ["09/2023", "2023-09"],
  ["13.09.2023", "2023-09-13"],
  ["9/25/2023", "2023-09-25"],
  ["11.11.2023", "2023-11-11"],
  ["2023-09-12T13:21:00Z", "2023-09-12"],
  ["2023-09-12 13:21 UTC", "2023-09-12"],
  // The UTC day, not the one on the clock where it was written.
  ["2023-09-12T23:30:00-05:00", "2023-09-13"],
  ["2023-09-13T01:00:00+0900", "2023-09-12"],
])("%s is %s", (typed, value) => {
  expect(readDate(typed)).toEqual({ value, asks: null });
});

test.each([
  ["12.09.2023", "2023-09-12"],
  ["12/09/23", "2023-09-12"],
])("%s might be two days, and is questioned", (typed, value) => {
  expect(readDate(typed)).toEqual({
    value,
    asks: "Is it 12 September 2023, or 9 December 2023?",
  });
});

test.each(["12 Sep", "last friday", "yesterday"])(
  "%s leans on today, and is questioned",
  (typed) => {
    const read = readDate(typed);
    expect("asks" in read && read.asks).toMatch(/No year was written/);
  },
);

test.each(["", "unknown", "?", "—"])("“%s” is none", (typed) => {
  expect(readDate(typed)).toEqual({ value: null, asks: null });
});

test.each([
  "2023-02-30",
  "2023-13",
  "0000",
  "30 February 2023",
  "32.13.2023",
  "12-13 September 2023",
  "Early September 2023",
  "2023-02-30T10:00:00Z",
  "2023-09-12T99:00:00+01:00",
  "soon",
  "12.9.",
  "1".repeat(500),
])("%s is refused with a word on how to write it", (typed) => {
  const read = readDate(typed);
  expect("problem" in read && read.problem).toMatch(/write it as|too long/);
});
