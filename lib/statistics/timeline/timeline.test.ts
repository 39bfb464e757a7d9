import { describe, expect, test } from "vitest";
import { inMonth, type TimelineMonth, throughMonth, timelinePart } from "./timeline";

const total = { incidents: 25, unknownSize: 0, lossUsd: 1 };
const month = (name: string, incidents = 25): TimelineMonth => ({
  ...total,
  incidents,
  month: name,
  running: total,
});
const MONTHS = ["2021-03", "2021-12", "2021", "2022-01", "2022-02", "2022-05", "2023"].map((name) =>
  month(name),
);
const names = (part: { months: readonly TimelineMonth[] }) => part.months.map((one) => one.month);

describe.each(["newest", "oldest"] as const)("a timeline read %s first", (order) => {
  test("goes through every month once, by its links alone, and back again", () => {
    const seen: string[] = [];
    const begins: (string | null)[] = [null];
    let part = timelinePart(MONTHS, order);
    for (let turn = 0; turn < 20; turn++) {
      seen.push(...names(part));
      if (part.next === null) break;
      begins.push(part.next);
      part = timelinePart(MONTHS, order, part.next);
    }
    const inOrder = MONTHS.map((one) => one.month);
    expect(seen).toEqual(order === "oldest" ? inOrder : inOrder.toReversed());
    for (let place = begins.length - 1; place > 1; place--) {
      expect(timelinePart(MONTHS, order, begins[place] ?? "").previous).toBe(begins[place - 1]);
    }
  });

  test("begins at any month or year, and at the next one where that holds nothing", () => {
    expect(names(timelinePart(MONTHS, order, "2022-02"))[0]).toBe("2022-02");
    expect(names(timelinePart(MONTHS, order, "2022-03"))[0]).toBe(
      order === "oldest" ? "2022-05" : "2022-02",
    );
    expect(names(timelinePart(MONTHS, order, "2021"))[0]).toBe(
      order === "oldest" ? "2021-03" : "2021",
    );
  });

  test("beyond its end there is nothing, and a way back", () => {
    const part = timelinePart(MONTHS, order, order === "oldest" ? "2030" : "2010");
    expect(part).toMatchObject({ months: [], next: null });
    expect(part.previous).not.toBeNull();
    expect(timelinePart([], order)).toEqual({ months: [], previous: null, next: null });
  });
});

test("a month's rules stay within the selection's days", () => {
  const filters = { from: "2023-02-10", to: "2023-02-20", category: "phishing" } as const;
  expect(inMonth(filters, "2023-02")).toEqual(filters);
  expect(inMonth({}, "2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(inMonth({}, "2024")).toEqual({ from: "2024-01-01", to: "2024-12-31", date: "year" });
  expect(throughMonth(filters, "2023-02")).toEqual(filters);
  expect(throughMonth({}, "2023")).toEqual({ to: "2023-12-31" });
});
