import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type PublisherFacts, publisherFactsSchema } from "@/lib/record/publishers/publisher";
import { publisherFactsAt } from "@/lib/record/publishers/publisher-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { DATASET } from "@/testing/dataset";
import { publicationOf } from "@/testing/records";

const FACTS: PublisherFacts = publisherFactsSchema.parse(
  JSON.parse(readFileSync(path.join(DATASET, "publishers.json"), "utf8")),
);

test("a version knows how others count as it was said by then, and what is said again stays", async () => {
  const { db } = await testDatabase();
  const state = (facts?: PublisherFacts) =>
    publish(
      db,
      { ...publicationOf({}), ...(facts === undefined ? {} : { publishers: facts }) },
      "A test",
    );
  expect(await publisherFactsAt(db, 1)).toBeNull();
  expect((await state(FACTS)).version).toBe(1);
  expect(await publisherFactsAt(db, 1)).toEqual(FACTS);
  expect((await state(FACTS)).version).toBeNull();
  const [first, ...others] = FACTS.publishers;
  if (first === undefined) throw new Error("no publishers");
  const fewer = { ...FACTS, publishers: [{ ...first, rules: [] }, ...others.slice(0, -1)] };
  const second = await state(fewer);
  expect(second).toMatchObject({ version: 2, publishers: { added: 0, revised: 2 } });
  expect(await publisherFactsAt(db, 2)).toEqual(fewer);
  expect(await publisherFactsAt(db, 1)).toEqual(FACTS);
  expect((await state(FACTS)).version).toBe(3);
  expect(await publisherFactsAt(db, 3)).toEqual(FACTS);
  const held = await db.publisherFact.findMany({ where: { kind: "publisher", key: first.slug } });
  expect(held.map(({ revision }) => revision).toSorted()).toEqual([1, 2, 3]);
});

test("a fact that stands twice is refused", () => {
  const [first] = FACTS.vintages;
  const twice = { ...FACTS, vintages: [...FACTS.vintages, first] };
  expect(publisherFactsSchema.safeParse(twice).success).toBe(false);
});
