import { describe, expect, test } from "vitest";
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
