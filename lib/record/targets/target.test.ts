import { describe, expect, test } from "vitest";
import { foldedName } from "@/lib/record/targets/folded-name";
import { targetEntrySchema, targetSchema } from "@/lib/record/targets/target";
import { TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";
import { givenDataset } from "@/testing/dataset";
import { aTarget } from "@/testing/records";

describe("a target's slug", () => {
  test.each([...TARGET_KINDS.map(({ value }) => value), "none"])(
    "is never “%s”, which a filter takes for something else",
    (slug) => {
      for (const schema of [targetSchema, targetEntrySchema]) {
        const [issue] = schema.safeParse(aTarget({ slug })).error?.issues ?? [];
        expect(issue?.path).toEqual(["slug"]);
        expect(issue?.message).toContain("must not be a kind of target, such as exchange");
      }
    },
  );

  test.each(["exchanges", "none-at-all", "the-dao"])("may be “%s”", (slug) => {
    expect(targetSchema.parse(aTarget({ slug })).slug).toBe(slug);
  });

  test("is free of both in the starting dataset", () => {
    const { targets } = givenDataset();
    expect(targets.length).toBeGreaterThan(1700);
    const kinds = new Set<string>(TARGET_KINDS.map(({ value }) => value));
    expect(targets.filter(({ slug }) => kinds.has(slug) || slug === "none")).toEqual([]);
  });
});

describe("a target", () => {
  test("is accepted as it is", () => {
    const target = aTarget({
      aliases: ["바이비트"],
      formerly: ["Huobi"],
      successor: "htx",
      website: "https://coinex.example/",
      identifiers: [
        { scheme: "defillama", value: "1234" },
        { scheme: "wikidata", value: "Q1" },
      ],
    });
    expect(targetSchema.parse(target)).toEqual(target);
    expect(targetEntrySchema.parse(target)).toEqual({ ...target, mergedInto: null });
  });

  test.each([
    ["slug", { slug: "CoinEx" }],
    ["name", { name: " " }],
    ["kind", { kind: "bank" }],
    ["aliases.1", { aliases: ["CoinEx Global", ""] }],
    ["formerly.0", { formerly: ["a\u0000b"] }],
    ["successor", { successor: "H T X" }],
    ["website", { website: "javascript:alert(1)" }],
    ["identifiers.0.scheme", { identifiers: [{ scheme: "isbn", value: "1" }] }],
    ["identifiers.0.value", { identifiers: [{ scheme: "wikidata", value: "CoinEx" }] }],
    ["", { mergedInto: "htx" }],
  ])("is refused for its %s: %j", (field, given) => {
    const parsed = targetSchema.safeParse({ ...aTarget(), ...given });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("needs every field", () => {
    for (const field of Object.keys(aTarget())) {
      const parsed = targetSchema.safeParse({ ...aTarget(), [field]: undefined });
      expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
    }
  });
});

test.each([
  ["CoinEx", " coinex "],
  ["Huobi Global", "HUOBI\u00a0 \nglobal"],
  ["Pokémoney", "POKE\u0301MONEY"],
  ["바이비트", "바이비트".normalize("NFD")],
])("%j and %j are one name", (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});
