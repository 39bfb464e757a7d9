import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { type Impact, isSameTotal } from "@/lib/desk/impact/impact";
import { previewImpact } from "@/lib/desk/impact/impact-commands";
import { impactOf } from "@/lib/desk/impact/impact-queries";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { totalsByActor, totalUnder } from "@/lib/statistics/totals/total-queries";
import { connectTo } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

const BY: Person = { id: "ada", email: "ada@example.org", name: "Ada", role: "contributor" };
/** Somebody else each time: nobody asks for as many previews within a minute as these tests do. */
let asked = 0;
const somebody = (): Person => ({ ...BY, id: `somebody-${asked++}` });
const TODAY = "2024-06-30";
const DAYS = ["2022-12-31", "2023", "2023-06", "2023-09-12", "2024-02-29", "2024-06-30"];
const ACTORS = ["state", "group", "part", "other"];

let db: Database;
let url: string;
beforeAll(async () => {
  ({ db, url } = await testDatabase());
  const dice = new Dice(7);
  await publish(
    db,
    publicationOf({
      actors: [
        anActor({ slug: "state", name: "State" }),
        anActor({ slug: "group", name: "Group", parent: "state" }),
        anActor({ slug: "part", name: "Part", parent: "group" }),
        anActor({ slug: "other", name: "Other" }),
      ],
      incidents: Array.from({ length: 12 }, (_, number) => randomIncident(dice, `i${number}`)),
      figures: [
        aPublishedFigure({ title: "All of 2023" }),
        aPublishedFigure({ title: "The group's", actor: "group", from: "2020-01-01" }),
        aPublishedFigure({ title: "Wallets", category: "wallet-compromise" }),
        aPublishedFigure({ title: "Exploits", category: "exploit-any" }),
      ],
    }),
    "The first",
  );
});

function randomIncident(dice: Dice, slug: string) {
  return anIncident({
    slug,
    name: `Theft ${slug}`,
    occurredOn: dice.pick(DAYS),
    category: dice.pick(["wallet-compromise", "phishing"]),
    lossUsd: dice.chance(0.8) ? dice.below(9) * 1_000_000.25 : null,
    attributions: dice.some(ACTORS, 0.4).map((actor) => anAttribution({ actor })),
  });
}

/** A random change of something that stands, or something new; null where the dice asked for what cannot be. */
async function randomEntry(dice: Dice, round: number): Promise<{ of?: string; entry: Entry }> {
  const actors = await actorsAt(db, (await newestVersion(db))?.number ?? 1);
  const actor = dice.pick(actors);
  if (dice.chance(0.25)) {
    const held = await findRecord(db, "actor", actor.slug);
    if (held?.entry.kind !== "actor") throw new Error("not held");
    const others = actors.filter(({ slug }) => slug !== actor.slug);
    const change =
      dice.chance(0.4) && others.length > 2
        ? { mergedInto: dice.pick(others).slug }
        : { name: `Actor ${round}`, slug: `actor-${round}`, parent: null };
    return {
      of: actor.slug,
      entry: { kind: "actor", record: { ...held.entry.record, ...change } },
    };
  }
  const named = actors.map(({ slug }) => slug);
  const attributions = dice.some(named, 0.4).map((slug) => anAttribution({ actor: slug }));
  const fresh = { ...randomIncident(dice, `new${round}`), attributions };
  if (dice.chance(0.3))
    return {
      entry: { kind: "incident", record: { ...fresh, retraction: null, mergedInto: null } },
    };
  const version = (await newestVersion(db))?.number ?? 1;
  const [one, other] = [...(await listIncidents(db, version, {}, "newest"))].sort(
    () => dice.fraction() - 0.5,
  );
  const slug = one?.slug ?? "";
  const withdrawn = dice.chance(0.3);
  const record = {
    ...fresh,
    slug,
    retraction: withdrawn && dice.chance(0.5) ? `Round ${round}` : null,
    mergedInto: null as string | null,
  };
  if (withdrawn && record.retraction === null) record.mergedInto = other?.slug ?? null;
  return { of: slug, entry: { kind: "incident", record } };
}

async function identified({ of, entry }: { of?: string; entry: Entry }): Promise<RecordToPublish> {
  const held = of === undefined ? null : await findRecord(db, entry.kind, of);
  return { ...entry, recordId: held?.recordId ?? null, baseRevision: held?.revision ?? null };
}

/** Holds what a preview said against what pages ask of the versions before and after. */
async function expectOutcome(impact: Impact, version: number): Promise<void> {
  const byActor = await Promise.all(
    [version - 1, version].map(async (at) => {
      const { rows } = await totalsByActor(db, at, {}, "suspected");
      const nodes = await actorsAt(db, at);
      return new Map(
        rows.map(({ actorId, ...total }) => [
          nodes.find((node) => node.actorId === actorId)?.slug,
          total,
        ]),
      );
    }),
  );
  const nothing = { incidents: 0, unknownSize: 0, lossUsd: 0 };
  for (const { of, label, filters, before, after } of impact.totals) {
    if (of === "actor") {
      if (!label.endsWith(", merged"))
        expect([label, after]).toEqual([label, byActor[1]?.get(filters.actor ?? "") ?? nothing]);
      continue;
    }
    expect([label, before]).toMatchObject([label, {}]);
    expect(await totalUnder(db, version - 1, filters)).toMatchObject(before);
    expect(await totalUnder(db, version, filters)).toMatchObject(after);
  }
  for (const at of [version - 1, version]) {
    const largest = await listIncidents(db, at, { loss: "known" }, "largest", { limit: 1000 });
    for (const { of, label, before, after } of impact.ranks) {
      const name = label.split(", ")[0];
      const year = /of (\d{4})$/.exec(label)?.[1];
      if (of !== "incident" || (at < version && !largest.some((row) => row.name === name)))
        continue;
      const among = largest.filter((row) => year === undefined || row.occurredOn.startsWith(year));
      const own = among.find((row) => row.name === name);
      const place = among.filter((row) => (row.lossUsd ?? 0) > (own?.lossUsd ?? 0)).length + 1;
      const said = at === version ? after : before;
      if (own !== undefined) expect([label, said]).toEqual([label, { place, among: among.length }]);
      else if (at === version) expect([label, said]).toEqual([label, null]);
    }
  }
  for (const { title, from, to, before, after } of impact.figures) {
    if (title !== "All of 2023") continue;
    expect(await totalUnder(db, version - 1, { from, to })).toMatchObject(before ?? {});
    expect(await totalUnder(db, version, { from, to })).toMatchObject(after ?? {});
  }
}

async function preview(entries: readonly RecordToPublish[]): Promise<Impact> {
  const previewed = await previewImpact(db, somebody(), entries, TODAY);
  if (!("impact" in previewed)) throw new Error(JSON.stringify(previewed));
  return previewed.impact;
}

function identifiedAnew(entry: Entry): RecordToPublish {
  return { ...entry, recordId: null, baseRevision: null };
}

/** An incident that the record does not hold. */
function fresh(slug: string, lossUsd = 5e6): RecordToPublish {
  const record = { ...anIncident({ slug, lossUsd }), retraction: null, mergedInto: null };
  return identifiedAnew({ kind: "incident", record });
}

describe("a preview", () => {
  test("says what the publication then does, and leaves nothing behind", async () => {
    const dice = new Dice(20_241_122);
    const moved = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      const change = await randomEntry(dice, round);
      const entry = await identified(change);
      const before = await newestVersion(db);
      const previewed = await previewImpact(db, somebody(), [entry], TODAY);
      expect(await newestVersion(db)).toEqual(before);
      if (!("impact" in previewed)) {
        // What cannot be previewed cannot be published, for the same reason.
        const message = "problems" in previewed ? previewed.problems[0]?.message : "nothing new";
        await expect(publishForTest(db, [change])).rejects.toThrow(message);
        continue;
      }
      const version = await publishForTest(db, [change]);
      expect(version).toBe((before?.number ?? 0) + 1);
      await expectOutcome(previewed.impact, version);
      // The same looked at from what is published now.
      expect(await impactOf(db, version, TODAY)).toEqual(previewed.impact);
      for (const total of previewed.impact.totals)
        if (!isSameTotal(total.before, total.after)) moved.add(total.of);
      for (const rank of previewed.impact.ranks)
        if (rank.before?.place !== rank.after?.place) moved.add(`rank of ${rank.of}`);
      for (const figure of previewed.impact.figures)
        if (!isSameTotal(figure.before, figure.after)) moved.add("figure");
    }
    // The changes must be worth the test.
    expect([...moved].sort()).toEqual([
      "actor",
      "figure",
      "month",
      "rank of actor",
      "rank of incident",
      "year",
    ]);
  }, 240_000);

  test("tells of the current year, the incident's own and its month", async () => {
    const entry = await identified({
      entry: {
        kind: "incident",
        record: {
          ...anIncident({ slug: "huge", name: "Huge", occurredOn: "2021-03-04", lossUsd: 9e9 }),
          retraction: null,
          mergedInto: null,
        },
      },
    });
    const impact = await preview([entry]);
    expect(impact.totals.map(({ label }) => label)).toEqual([
      "2024 through 30 June",
      "2021",
      "March 2021",
    ]);
    const [current, year] = impact.totals;
    expect(current?.before).toEqual(current?.after);
    expect(year).toMatchObject({
      before: { incidents: 0, lossUsd: 0 },
      after: { incidents: 1, lossUsd: 9e9 },
    });
    expect(impact.ranks).toMatchObject([
      { label: "Huge, of all time", before: null, after: { place: 1 } },
      { label: "Huge, of 2021", before: null, after: { place: 1, among: 1 } },
    ]);
  });

  test("counts the current year no further than editors have looked, and tells where that moves", async () => {
    const coverage = (coveredThrough: string): Entry => ({
      kind: "coverage",
      record: {
        coveredThrough,
        coveredThroughReason: "Every list was read.",
        statement: "Thefts.",
        threshold: "Small ones may be missing.",
        families: [],
        missing: [],
      },
    });
    const { db: looked } = await testDatabase();
    const given = [
      anIncident({ slug: "january", occurredOn: "2024-01-31", lossUsd: 1e6 }),
      anIncident({ slug: "march", occurredOn: "2024-03-31", lossUsd: 2e6 }),
    ].map((record) =>
      identifiedAnew({
        kind: "incident",
        record: { ...record, retraction: null, mergedInto: null },
      }),
    );
    await publish(
      looked,
      publicationOf({ incidents: [anIncident({ slug: "before", occurredOn: "2024-01-01" })] }),
      "The first",
    );
    await publishForTest(looked, [{ entry: coverage("2024-01-31") }]);
    const told = async (entries: readonly RecordToPublish[]) => {
      const previewed = await previewImpact(looked, somebody(), entries, TODAY);
      if (!("impact" in previewed)) throw new Error(JSON.stringify(previewed));
      return previewed.impact.totals.map(({ label, before, after }) => [
        label,
        after.incidents - before.incidents,
      ]);
    };
    expect(await told(given)).toEqual([
      ["2024 through 31 January", 1],
      ["January 2024", 1],
      ["March 2024, which is not yet covered", 0],
    ]);
    await publishForTest(
      looked,
      given.map((entry) => ({ entry: entry as Entry })),
    );
    const held = await findRecord(looked, "coverage", "1");
    if (held === null) throw new Error("not held");
    const extended = {
      ...coverage("2024-04-01"),
      recordId: held.recordId,
      baseRevision: held.revision,
    } as RecordToPublish;
    expect(await told([extended])).toEqual([
      ["2024 through 1 April, until now through 31 January", 1],
      ["February 2024", 0],
      ["March 2024", 1],
      ["April 2024", 0],
    ]);
  });

  test("says why there is none", async () => {
    const held = await findRecord(db, "figure", "1");
    if (held === null) throw new Error("not held");
    const same = { ...held.entry, recordId: held.recordId, baseRevision: held.revision };
    expect(await previewImpact(db, somebody(), [same], TODAY)).toHaveProperty("refused");
    const stale = { ...same, baseRevision: 99 };
    expect(await previewImpact(db, somebody(), [stale], TODAY)).toMatchObject({
      problems: [{ place: 0 }],
    });
  });

  test("gives up where somebody else is publishing for long, and keeps nobody from it", async () => {
    const entry = fresh("waiting");
    const other = await connectTo(url);
    await other.query("BEGIN");
    await other.query("LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE");
    const outcome = await previewImpact(db, somebody(), [entry], TODAY);
    await other.query("ROLLBACK");
    expect(outcome).toEqual({ refused: expect.stringContaining("in time") });
    expect(await previewImpact(db, somebody(), [entry], TODAY)).toHaveProperty("impact");
  });

  test("beside publications at the same time leaves no gap between their numbers", async () => {
    const first = (await newestVersion(db))?.number ?? 0;
    const done = await Promise.all(
      Array.from({ length: 12 }, async (_, number) => {
        const entry = fresh(`beside-${number}`);
        if (number % 2 === 0) return publishForTest(db, [{ entry }]);
        return previewImpact(db, somebody(), [entry], TODAY);
      }),
    );
    const published = done.filter((each) => typeof each === "number").sort((a, b) => a - b);
    expect(published).toEqual([1, 2, 3, 4, 5, 6].map((step) => first + step));
    expect((await newestVersion(db))?.number).toBe(first + 6);
  });

  test("keeps a publication waiting for one of many only", async () => {
    const given = Array.from({ length: 8 }, (_, number) => fresh(`many-${number}`));
    let done = 0;
    const previewed = given.map(async (entry) => {
      await preview([entry]);
      done += 1;
    });
    await expect.poll(() => done).toBeGreaterThan(0);
    const before = done;
    await publishForTest(db, [{ entry: fresh("amid-many") }]);
    expect(done - before).toBeLessThanOrEqual(3);
    await Promise.all(previewed);
  });

  test("is worked out once while the record stays as it is", async () => {
    const entry = fresh("once");
    const [one, other] = await Promise.all([preview([entry]), preview([entry])]);
    expect(other).toBe(one);
    expect(await preview([entry])).toBe(one);
    await publishForTest(db, [{ entry: fresh("between", 7e9) }]);
    const anew = await preview([entry]);
    expect(anew.ranks[0]?.after?.place).toBe((one.ranks[0]?.after?.place ?? 0) + 1);
  });

  test("is refused to whoever asks for too many, until a while later", async () => {
    const entry = fresh("too-many");
    const ask = (lossUsd: number) =>
      previewImpact(
        db,
        BY,
        [identifiedAnew({ ...entry, record: { ...entry.record, lossUsd } } as Entry)],
        TODAY,
      );
    for (let count = 1; count <= 30; count += 1)
      expect(await ask(count * 1_000_000)).toHaveProperty("impact");
    expect(await ask(31_000_000)).toEqual({
      refused: expect.stringMatching(/30 previews.*\d+ seconds/),
    });
    // What is known already costs nothing, and is told.
    expect(await ask(1_000_000)).toHaveProperty("impact");
  });

  test("is for those who may write", async () => {
    await expect(previewImpact(db, null, [], TODAY)).rejects.toThrow("sign in");
  });
});
