import { describe, expect, test } from "vitest";
import {
  dateInShort,
  dateText,
  daySchema,
  firstDayOf,
  isDay,
  lastDayOfMonth,
  partialDateSchema,
  precisionOf,
  sameDayIn,
  today,
  trimToPrecision,
  yearOf,
} from "@/lib/values/dates/day";

describe("a day", () => {
  test.each(["2023-02-28", "2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01", "9999-12-31"])(
    "%s exists",
    (text) => {
      expect(isDay(text)).toBe(true);
      expect(daySchema.parse(text)).toBe(text);
    },
  );

  test.each([
    "2023-02-29",
    "2023-02-30",
    "1900-02-29",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "2023-01-32",
    "2023-1-1",
    "2023-01",
    "2023",
    "20230101",
    "2023-01-01T00:00:00Z",
    " 2023-01-01",
    "2023-01-01\n",
    "+002023-01-01",
    "２０２３-01-01",
    "today",
    "",
  ])("%j does not", (text) => {
    expect(isDay(text)).toBe(false);
    expect(daySchema.safeParse(text).success).toBe(false);
  });

  test("there is no year 0 in the calendar of the database", () => {
    expect(isDay("0000-01-01")).toBe(false);
  });

  test("is the one in UTC, whatever the hour", () => {
    expect(today(new Date("2023-09-12T23:59:59.999Z"))).toBe("2023-09-12");
    expect(today(new Date("2023-09-12T23:30:00-05:00"))).toBe("2023-09-13");
  });

  test("stands in its year", () => {
    expect(yearOf("2023-09-12")).toBe(2023);
    expect(yearOf("0987-01-01")).toBe(987);
  });
});

describe("the same day in another year", () => {
  test.each([
    [2022, "2023-09-12", "2022-09-12"],
    [2023, "2024-02-29", "2023-02-28"],
    [2020, "2024-02-29", "2020-02-29"],
    [2024, "2023-02-28", "2024-02-28"],
    [2023, "2024-12-31", "2023-12-31"],
    [2000, "1900-02-28", "2000-02-28"],
    [987, "2023-01-02", "0987-01-02"],
  ])("in %i, %s is %s", (year, day, same) => {
    expect(sameDayIn(year, day)).toBe(same);
  });
});

describe("a day, month or year", () => {
  test.each([
    ["2023-09-12", "day", "2023-09-12", "12 September 2023", "12\u00a0Sep 2023"],
    ["2023-05-01", "day", "2023-05-01", "1 May 2023", "1\u00a0May 2023"],
    ["2023-09", "month", "2023-09-01", "September 2023", "Sep 2023"],
    ["2023", "year", "2023-01-01", "2023", "2023"],
  ] as const)("%s is known to the %s", (partial, precision, first, words, short) => {
    expect(partialDateSchema.parse(partial)).toBe(partial);
    expect(precisionOf(partial)).toBe(precision);
    expect(firstDayOf(partial)).toBe(first);
    expect(trimToPrecision(first, precision)).toBe(partial);
    expect(dateText(partial)).toBe(words);
    expect(dateInShort(partial)).toBe(short);
  });

  test.each(["2023-9", "2023-13", "23", "2023-02-30", "2023-", "2023-09-", "20233", "", "Q3 2023"])(
    "%j is none",
    (text) => {
      expect(partialDateSchema.safeParse(text).success).toBe(false);
    },
  );

  test.each([
    ["2023-02", "2023-02-28"],
    ["2024-02", "2024-02-29"],
    ["1900-02", "1900-02-28"],
    ["2023-09", "2023-09-30"],
    ["2023-12", "2023-12-31"],
  ])("%s ends on %s", (month, last) => {
    expect(lastDayOfMonth(month)).toBe(last);
  });
});
