import { expect, test } from "vitest";
import { periodAround, periodEqual, spanText } from "@/lib/statistics/figures/figure-span";

test.each([
  ["2023-08-01", "2023-08-31", "2023-08", "2023-08", "Aug 2023"],
  ["2024-02-01", "2024-02-29", "2024-02", "2024-02", "Feb 2024"],
  ["2024-02-01", "2024-02-28", "2024-02", null, "1 Feb – 28 Feb 2024"],
  ["2023-07-01", "2023-09-30", "2023-Q3", "2023-Q3", "Q3 2023"],
  ["2023-07-01", "2023-09-25", "2023-Q3", null, "1 Jul – 25 Sep 2023"],
  ["2023-08-01", "2023-10-31", "2023", null, "Aug – Oct 2023"],
  ["2023-01-01", "2023-06-30", "2023", null, "Jan – Jun 2023"],
  ["2023-01-01", "2023-12-31", "2023", "2023", "2023"],
  ["2023-06-03", "2023-09-15", "2023", null, "3 Jun – 15 Sep 2023"],
  ["2023-09-04", "2023-09-04", "2023-09", null, "4 Sep 2023"],
  ["2017-01-01", "2023-12-31", null, null, "2017 – 2023"],
  ["2023-12-01", "2024-01-31", null, null, "Dec 2023 – Jan 2024"],
  ["2011-01-01", "2024-06-12", null, null, "1 Jan 2011 – 12 Jun 2024"],
] as const)("%s to %s lies within %s, is %s and reads %s", (from, to, around, equal, text) => {
  expect(periodAround({ from, to })?.key ?? null).toBe(around);
  expect(periodEqual({ from, to })?.key ?? null).toBe(equal);
  expect(spanText({ from, to }).replaceAll("\u00a0", " ")).toBe(text);
});
