import { expect, test } from "vitest";
import { targetPosterText } from "@/lib/statistics/targets/target-picture-text";

const TARGET = { name: "HTX", kind: "exchange", formerly: ["Huobi"] } as const;
const NONE = { incidents: 0, unknownSize: 0, lossUsd: 0 };
const total = (given: object) => ({ ...NONE, returnedUsd: 0, returnedIncidents: 0, ...given });
const textOf = (given: object, unplaced = NONE) =>
  targetPosterText(
    { ...TARGET, formerly: [...TARGET.formerly] },
    { total: total(given), incidents: [], published: null, unplaced },
  );
const shown = (given: object, label: string) =>
  textOf(given).figures.find((figure) => figure.label === label)?.value;

test("what nobody has put a figure on is unknown, and never nothing", () => {
  expect(shown({ incidents: 2, unknownSize: 2 }, "Lost")).toBe("unknown");
  expect(shown({ incidents: 2, unknownSize: 1, lossUsd: 5e6 }, "Lost")).toBe("$5.00m");
  expect(shown({}, "Lost")).toBe("nothing on record");
  expect(shown({ incidents: 1 }, "Returned")).toBe("unknown");
  expect(shown({ returnedIncidents: 1, returnedUsd: 0 }, "Returned")).toBe("$0");
});

test("former names and what is left out are named", () => {
  expect(textOf({}).subtitle).toContain("Exchange, formerly Huobi");
  expect(textOf({}, { ...NONE, incidents: 1 }).notes).toEqual([
    "1 not placed in time is left out.",
  ]);
});
