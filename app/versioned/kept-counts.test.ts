import { expect, test } from "vitest";
import { keptFacetCounts } from "@/app/versioned/kept-counts";
import type { Queryable } from "@/lib/db/client";

/** A database that counts how often it is asked. @param answer what it says to the nth question */
function counting(answer: (question: number) => Promise<object[]>) {
  const asked = { times: 0 };
  const $queryRaw = () => answer(++asked.times);
  return { asked, db: { $queryRaw } as unknown as Queryable };
}
const phishing = (incidents: number) => [{ facet: "category", value: "phishing", incidents }];

test("a selection is counted once at a version, and anew after a text was withheld", async () => {
  const { db, asked } = counting(async (question) => phishing(question));
  const at = (number: number, withholdings = 0) => ({ number, withholdings });
  const count = async (...given: [version: ReturnType<typeof at>, filters?: { q: string }]) =>
    (await keptFacetCounts(db, given[0], given[1] ?? {})).category.get("phishing");
  expect(await Promise.all([count(at(7)), count(at(7))])).toEqual([1, 1]);
  expect(await count(at(7), { q: "bridge" })).toBe(2);
  expect(await count(at(8))).toBe(3);
  expect(await count(at(7))).toBe(1);
  expect(await count(at(7, 1))).toBe(4);
  expect(asked.times).toBe(4);
});

test("what could not be counted is counted again", async () => {
  const { db } = counting(async (question) => {
    if (question === 1) throw new Error("away");
    return phishing(question);
  });
  const version = { number: 9, withholdings: 0 };
  await expect(keptFacetCounts(db, version, {})).rejects.toThrow("away");
  expect((await keptFacetCounts(db, version, {})).category.get("phishing")).toBe(2);
});
