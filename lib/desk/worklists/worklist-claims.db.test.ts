import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { CLAIM_DAYS, findWorklist, type Worklist } from "@/lib/desk/worklists/worklist";
import { claimRecords, releaseRecords } from "@/lib/desk/worklists/worklist-claim-commands";
import { claimCounts, claimsOn, ownClaims } from "@/lib/desk/worklists/worklist-claim-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/imports";
import { anIncident, publicationOf } from "@/testing/records";

const DAY = 24 * 60 * 60 * 1000;

let db: Database;
let eva: Person;
let otto: Person;
let one: number;
let two: number;
/** The same incidents are in both. */
let technique: Worklist;
let range: Worklist;

const theft = (slug: string, given: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({ slug, name: `Theft ${slug}`, target: slug, technique: "unknown", ...given });

beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  await publish(db, publicationOf({ incidents: [theft("one"), theft("two")] }), "A test");
  const ids = await db.incidentRevision.findMany({ select: { incidentId: true, slug: true } });
  const idOf = (name: string) => ids.find(({ slug }) => slug === name)?.incidentId ?? 0;
  one = idOf("one");
  two = idOf("two");
  technique = named("no-technique");
  range = named("no-range");
});

function named(name: string): Worklist {
  const found = findWorklist(name);
  if (found === null) throw new Error(`no list ${name}`);
  return found;
}

const claim = (by: Person, list: Worklist, recordIds: number[], takeOverFrom?: Person, at?: Date) =>
  claimRecords(db, by, { list, recordIds, takeOverFrom: takeOverFrom?.id ?? null }, at);
const holders = async () =>
  Object.fromEntries(
    [...(await claimsOn(db, "incident"))].map(([id, { by }]) => [
      id === one ? "one" : "two",
      by.name,
    ]),
  );

describe("a claim", () => {
  test("is one person's, whichever list the other finds the record by", async () => {
    expect(await claim(eva, technique, [one])).toEqual({ claimed: 1, held: 0, gone: 0 });
    expect(await claim(otto, range, [one, two])).toEqual({ claimed: 1, held: 1, gone: 0 });
    expect(await holders()).toEqual({ one: "Eva", two: "Otto" });
    expect(await claimCounts(db)).toEqual(
      new Map([
        ["no-technique", 1],
        ["no-range", 1],
      ]),
    );
    expect((await ownClaims(db, otto)).map(({ title, list }) => [title, list.name])).toEqual([
      ["Theft two", "no-range"],
    ]);
  });

  test("of two at once one gets the record", async () => {
    const outcomes = await Promise.all([
      claim(eva, technique, [one, two]),
      claim(otto, technique, [two, one]),
    ]);
    expect(outcomes.map(({ claimed }) => claimed).sort()).toEqual([0, 2]);
  });

  test("is prolonged by whoever has it, and says since when", async () => {
    const before = new Date(Date.now() - 2 * DAY);
    await claim(eva, technique, [one], undefined, before);
    await claim(eva, technique, [one]);
    const found = (await claimsOn(db, "incident")).get(one);
    expect(found?.claimedAt).toEqual(before);
    expect(found?.expiresAt.getTime()).toBeGreaterThan(Date.now() + (CLAIM_DAYS - 1) * DAY);
  });

  test("is taken over only from whom it is seen to be", async () => {
    await claim(eva, technique, [one]);
    const anna = await aPerson(db, "Anna");
    expect(await claim(otto, technique, [one], anna)).toMatchObject({ claimed: 0, held: 1 });
    expect(await claim(otto, technique, [one], eva)).toMatchObject({ claimed: 1, held: 0 });
    expect(await holders()).toEqual({ one: "Otto" });
  });

  test("is given back only by whoever has it", async () => {
    await claim(eva, technique, [one]);
    expect(await releaseRecords(db, otto, { kind: "incident", recordIds: [one] })).toBe(0);
    expect(await holders()).toEqual({ one: "Eva" });
    expect(await releaseRecords(db, eva, { kind: "incident", recordIds: [one] })).toBe(1);
    expect(await holders()).toEqual({});
  });

  test("ends with its time, and somebody else claims the record", async () => {
    await claim(eva, technique, [one], undefined, new Date(Date.now() - CLAIM_DAYS * DAY - 1000));
    expect(await holders()).toEqual({});
    expect(await ownClaims(db, eva)).toEqual([]);
    expect(await claim(otto, technique, [one])).toMatchObject({ claimed: 1 });
    expect(await holders()).toEqual({ one: "Otto" });
  });

  test("ends when the record leaves the list; the next claim of anything removes it", async () => {
    await claim(eva, technique, [one]);
    await publish(db, publicationOf({ incidents: [theft("one", { technique: "phishing" })] }), "B");
    expect(await holders()).toEqual({});
    expect(await claim(otto, technique, [one])).toEqual({ claimed: 0, held: 0, gone: 1 });
    await publish(db, publicationOf({ incidents: [theft("one")] }), "C");
    expect(await holders()).toEqual({});
    expect(await claim(otto, technique, [one])).toMatchObject({ claimed: 1 });
  });

  test("stays while the record leaves another list only", async () => {
    await claim(eva, technique, [one]);
    const revised = theft("one", { lossUsdLow: 1_000_000 });
    await publish(db, publicationOf({ incidents: [revised] }), "B");
    expect(await holders()).toEqual({ one: "Eva" });
  });
});
