import { describe, expect, test } from "vitest";
import { linksFor } from "@/lib/site/urls/links";
import { findRoute, splitVersion } from "@/lib/site/urls/routes";

const VIEW = { year: 2023, through: "2023-09-15", confidence: "suspected" } as const;

describe.each([
  ["the newest version", { version: 7, pinned: false }, null, ""],
  ["a pinned version", { version: 7, pinned: true }, 7, "/v/7"],
])("links of %s", (_, reference, version, base) => {
  const links = linksFor(reference);

  test.each([
    [links.home, base || "/"],
    [links.overview(VIEW), `${base || "/"}?year=2023&through=2023-09-15`],
    [links.incidents(), `${base}/incidents`],
    [
      links.incidents({ q: "a&b" }, { sort: "largest", page: 2 }),
      `${base}/incidents?q=a%26b&sort=largest&page=2`,
    ],
    [links.incidents({ actor: "none" }, { page: 1 }), `${base}/incidents?actor=none`],
    [links.incident("coinex-2023-09"), `${base}/incidents/coinex-2023-09`],
    [links.actors(), `${base}/actors`],
    [links.actors("likely"), `${base}/actors?confidence=likely`],
    [links.actor("north-korea", "confirmed"), `${base}/actors/north-korea?confidence=confirmed`],
    [
      links.actor("north-korea", "suspected", { year: 2023, through: "2023-09-15" }),
      `${base}/actors/north-korea?year=2023&through=2023-09-15`,
    ],
    [links.actor("north-korea"), `${base}/actors/north-korea`],
    [links.methodology, `${base}/methodology`],
  ])("%s leads to a page of it", (href, expected) => {
    expect(href).toBe(expected);
    const { pathname, searchParams } = new URL(href, "http://lossline.example");
    const split = splitVersion(pathname);
    if (split === null) throw new Error("no version");
    expect(split.version).toBe(version);
    expect(
      findRoute(split.path, searchParams, {
        asOf: "2024-03-15",
        now: "2024-03-15",
        covered: null,
        newest: 7,
        isPinned: false,
      }),
    ).toMatchObject({ ok: true });
  });
});
