import { describe, expect, test } from "vitest";
import { publishedFigureKey, publishedFigureSchema } from "@/lib/record/figures/published-figure";
import { aPublishedFigure } from "@/testing/records";

describe("a published figure", () => {
  test.each([
    [{}],
    [{ category: "exploit-any" as const }],
    [{ category: "phishing" as const, actor: "lazarus-group" }],
    [{ from: "2023-01-01", to: "2023-01-01" }],
    [{ note: "14 attacks on exchanges only." }],
    [{ amountUsd: 0.01 }],
  ])("is accepted as it is: %j", (given) => {
    expect(publishedFigureSchema.parse(aPublishedFigure(given))).toEqual(aPublishedFigure(given));
  });

  test.each([
    ["category", { category: "everything" }],
    ["actor", { actor: "Lazarus" }],
    ["from", { from: "2023-02-30" }],
    ["from", { from: "2023" }],
    ["to", { to: "2022-12-31" }],
    ["amountUsd", { amountUsd: -1 }],
    ["amountUsd", { amountUsd: 0.001 }],
    ["qualifier", { qualifier: "roughly" }],
    ["publishedOn", { publishedOn: "soon" }],
    ["source", { source: "a newspaper" }],
    ["note", { note: "a\u0000b" }],
  ])("is refused for its %s: %j", (field, given) => {
    const parsed = publishedFigureSchema.safeParse({ ...aPublishedFigure(), ...given });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("is the same one while its publisher, title, period and source are", () => {
    const key = publishedFigureKey(aPublishedFigure());
    expect(
      publishedFigureKey(aPublishedFigure({ amountUsd: 1, note: "Corrected.", qualifier: "over" })),
    ).toBe(key);
    for (const other of [
      { publisher: "Other" },
      { title: "Other" },
      { from: "2022-01-01" },
      { to: "2023-11-30" },
      { source: "https://example.org/other" },
    ]) {
      expect(publishedFigureKey(aPublishedFigure(other))).not.toBe(key);
    }
  });
});

test("a figure that the dataset called after an article is the one that goes by its publisher now", () => {
  const named = (title: string) =>
    publishedFigureKey(aPublishedFigure({ publisher: "CoinChapter", title }));
  expect(named("Seed article: Stake theft")).toBe(named("CoinChapter: Stake theft"));
  expect(named("Stake theft")).not.toBe(named("CoinChapter: Stake theft"));
});
