import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import type { ActorEntry } from "@/lib/record/actors/actor";
import { actorsAt, findActor } from "@/lib/record/actors/actor-queries";
import { figuresAbout } from "@/lib/record/figures/published-figure-queries";
import { findRecord, publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { MovedOnError, PublicationError } from "@/lib/record/kinds/publication-error";
import type { Entry } from "@/lib/record/publishing/entry";
import { NothingNew, publish } from "@/lib/record/publishing/publish-command";
import { publishEntries } from "@/lib/record/publishing/publish-entries-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { totalsByActor, totalUnder } from "@/lib/statistics/totals/total-queries";
import { testDatabase } from "@/testing/database";
import { publishForTest, reviseActor, reviseIncident } from "@/testing/publishing";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aPublishedFigureEntry,
  publicationOf,
} from "@/testing/records";

const CREDIT = { note: "A test", enteredBy: null, reviewedBy: null };
const incidentEntry = (given: Partial<IncidentEntry> = {}): IncidentEntry => ({
  ...anIncident(),
  retraction: null,
  mergedInto: null,
  ...given,
});
const actorEntry = (given: Partial<ActorEntry> = {}): ActorEntry => ({
  ...anActor(),
  mergedInto: null,
  ...given,
});

let db: Database;
let url: string;
async function begin(): Promise<void> {
  ({ db, url } = await testDatabase());
  await publish(
    db,
    publicationOf({
      actors: [
        anActor({ slug: "state", name: "State", kind: "state" }),
        anActor({ slug: "group", name: "Group", parent: "state" }),
        anActor({ slug: "part", name: "Part", parent: "group" }),
        anActor({ slug: "other", name: "Other" }),
      ],
      incidents: [
        anIncident({
          slug: "one",
          name: "One",
          lossUsd: 1_000_000,
          attributions: [
            anAttribution({ actor: "group" }),
            anAttribution({ actor: "other" }),
            anAttribution({ actor: "other", by: "Another" }),
          ],
        }),
        anIncident({
          slug: "two",
          name: "Two",
          lossUsd: 2_000_000,
          attributions: [anAttribution({ actor: "part" })],
        }),
        anIncident({ slug: "three", name: "Three", lossUsd: 4_000_000 }),
      ],
      figures: [aPublishedFigure({ actor: "group" })],
    }),
    "The first",
  );
}

async function place(entry: Entry, of?: string): Promise<RecordToPublish> {
  const held = of === undefined ? null : await findRecord(db, entry.kind, of);
  return { ...entry, recordId: held?.recordId ?? null, baseRevision: held?.revision ?? null };
}

async function thrownBy(entries: readonly RecordToPublish[]): Promise<unknown> {
  const before = await newestVersion(db);
  const error = await db
    .$transaction((transaction) => publishEntries(transaction, CREDIT, entries))
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect(await newestVersion(db)).toEqual(before);
  return error;
}

async function errorOf(entries: readonly RecordToPublish[]): Promise<PublicationError> {
  const error = await thrownBy(entries);
  if (error instanceof PublicationError) return error;
  throw error ?? new Error("nothing was refused");
}

const incident = (given: Partial<IncidentEntry>): Entry => ({
  kind: "incident",
  record: incidentEntry(given),
});
const actor = (given: Partial<ActorEntry>): Entry => ({
  kind: "actor",
  record: actorEntry(given),
});

describe("what does not fit", () => {
  // Nothing of it is published, so that one record serves for all.
  beforeAll(begin);

  test.each<[string, Entry, string | undefined, (string | number)[], string]>([
    [
      "a new incident at another's address",
      incident({ slug: "one" }),
      undefined,
      ["slug"],
      "is already the address of One",
    ],
    [
      "an incident renamed to another's address",
      incident({ slug: "one" }),
      "two",
      ["slug"],
      "is already the address of One",
    ],
    [
      "an actor at another's address",
      actor({ slug: "other" }),
      "group",
      ["slug"],
      "is already the address of Other",
    ],
    [
      "an unknown actor",
      incident({
        attributions: [anAttribution({ actor: "part" }), anAttribution({ actor: "nobody" })],
      }),
      undefined,
      ["attributions", 1, "actor"],
      "holds no actor “nobody”",
    ],
    [
      "a merge into what is not held",
      incident({ mergedInto: "nothing" }),
      "one",
      ["mergedInto"],
      "holds no incident “nothing”",
    ],
    [
      "a merge into itself",
      incident({ slug: "one", mergedInto: "one" }),
      "one",
      ["mergedInto"],
      "into itself",
    ],
    [
      "an actor merged into itself",
      actor({ slug: "group", mergedInto: "group" }),
      "group",
      ["mergedInto"],
      "into itself",
    ],
    [
      "an actor merged into what is not held",
      actor({ slug: "group", mergedInto: "nobody" }),
      "group",
      ["mergedInto"],
      "holds no actor “nobody”",
    ],
    [
      "an actor that is part of its part",
      actor({ slug: "state", parent: "part" }),
      "state",
      ["parent"],
      "part of itself: state is part of part is part of group is part of state",
    ],
    [
      "an unknown whole",
      actor({ slug: "new", parent: "nobody" }),
      undefined,
      ["parent"],
      "holds no actor “nobody”",
    ],
    [
      "a figure about nobody known",
      { kind: "figure", record: aPublishedFigureEntry({ title: "New", actor: "nobody" }) },
      undefined,
      ["actor"],
      "holds no actor “nobody”",
    ],
    [
      "a figure that stands already",
      { kind: "figure", record: aPublishedFigureEntry() },
      undefined,
      ["title"],
      "stands already",
    ],
  ])("%s is refused at its field", async (_, entry, of, path, message) => {
    const { problems } = await errorOf([await place(entry, of)]);
    expect(problems).toEqual([{ place: 0, path, message: expect.stringContaining(message) }]);
  });

  test("is told for every entry, at its place", async () => {
    const { problems } = await errorOf([
      await place(actor({ slug: "fine" })),
      await place(incident({ slug: "one" })),
      await place(incident({ slug: "new" })),
      await place(incident({ slug: "new" })),
    ]);
    expect(problems.map(({ place: at, path }) => [at, path])).toEqual([
      [1, ["slug"]],
      [3, ["slug"]],
    ]);
  });

  test("what stands as given is nothing to publish", async () => {
    const held = await findRecord(db, "incident", "one");
    if (held === null) throw new Error("not held");
    const same = { ...held.entry, recordId: held.recordId, baseRevision: held.revision };
    expect(await thrownBy([same])).toBeInstanceOf(NothingNew);
  });
});

describe("what fitted once", () => {
  beforeEach(begin);

  test("chains and rings of merges are refused", async () => {
    await reviseIncident(db, "one", { mergedInto: "two" });
    await reviseActor(db, "other", { mergedInto: "group" });
    const chained = await errorOf([
      await place(incident({ slug: "three", mergedInto: "one" }), "three"),
    ]);
    expect(chained.problems[0]?.message).toContain("One was itself merged into another");
    const ring = await errorOf([
      await place(incident({ slug: "two", mergedInto: "three" }), "two"),
      await place(incident({ slug: "three", mergedInto: "two" }), "three"),
    ]);
    expect(ring.problems.map(({ place: at }) => at)).toEqual([0, 1]);
    const actors = await errorOf([
      await place(actor({ slug: "part", mergedInto: "other" }), "part"),
    ]);
    expect(actors.problems[0]?.message).toContain("itself merged into “group”");
    const named = await errorOf([
      await place(incident({ slug: "new", attributions: [anAttribution({ actor: "other" })] })),
    ]);
    expect(named.problems[0]?.message).toContain("Other (“other”) was merged into “group”");
  });

  test("what has moved on is refused, whatever it says", async () => {
    const stale = await place(incident({ slug: "one", name: "Mine" }), "one");
    await reviseIncident(db, "one", { name: "Theirs" });
    const moved = await errorOf([await place(incident({ slug: "new" })), stale]);
    expect(moved).toBeInstanceOf(MovedOnError);
    expect(moved.problems.map(({ place: at }) => at)).toEqual([1]);
    const gone = await errorOf([{ ...stale, recordId: 999 }]);
    expect(gone).toBeInstanceOf(MovedOnError);
    expect(gone.problems.map(({ place: at }) => at)).toEqual([0]);
  });
});

describe("incidents", () => {
  beforeEach(begin);

  test("are renamed, two to each other's address at once", async () => {
    await publishForTest(db, [
      { of: "one", entry: incident({ slug: "two", name: "One" }) },
      { of: "two", entry: incident({ slug: "one", name: "Two" }) },
    ]);
    expect(await findIncident(db, 2, "two")).toMatchObject({ name: "One", revision: 2 });
    expect(await findIncident(db, 2, "one")).toMatchObject({ name: "Two", revision: 2 });
    expect(await findIncident(db, 1, "two")).toMatchObject({ name: "Two", revision: 1 });
  });

  test("that are withdrawn stay so when they are corrected or loaded again", async () => {
    await reviseIncident(db, "one", { retraction: "It did not happen." });
    await reviseIncident(db, "two", { mergedInto: "three" });
    await reviseIncident(db, "one", { name: "One, corrected" });
    await publish(
      db,
      publicationOf({ incidents: [anIncident({ slug: "two", name: "Two, loaded" })] }),
      "Loaded",
    );
    expect(await findIncident(db, 5, "one")).toMatchObject({
      name: "One, corrected",
      retraction: "It did not happen.",
    });
    expect(await findIncident(db, 5, "two")).toMatchObject({
      name: "Two, loaded",
      mergedInto: { slug: "three", name: "Three" },
    });
    expect(await totalUnder(db, 5, {})).toMatchObject({ incidents: 1, lossUsd: 4_000_000 });
    await reviseIncident(db, "one", { retraction: null });
    expect(await totalUnder(db, 6, {})).toMatchObject({ incidents: 2, lossUsd: 5_000_000 });
  });

  test("merged into one that is merged are merged into the same", async () => {
    await reviseIncident(db, "one", { mergedInto: "two" });
    await reviseIncident(db, "two", { mergedInto: "three" });
    expect((await findIncident(db, 3, "one"))?.mergedInto?.slug).toBe("three");
    expect((await findIncident(db, 2, "one"))?.mergedInto?.slug).toBe("two");
  });
});

describe("actors", () => {
  beforeEach(begin);

  test("are renamed without any earlier version changing", async () => {
    await reviseActor(db, "group", { slug: "the-group", name: "The Group" });
    expect(await findActor(db, 1, "group")).toMatchObject({ name: "Group" });
    expect(await findActor(db, 2, "group")).toBeNull();
    expect((await findActor(db, 2, "part"))?.parent).toBe("the-group");
    expect((await findIncident(db, 1, "one"))?.actors).toMatchObject({ group: { name: "Group" } });
    expect((await findIncident(db, 2, "one"))?.attributions[0]?.actor).toBe("the-group");
    expect(await totalUnder(db, 2, { actor: "the-group" })).toMatchObject({ incidents: 2 });
    // The incident says what it said: nothing of it was revised.
    expect((await findIncident(db, 2, "one"))?.revision).toBe(1);
  });

  test("merged give everything that names them to what they turned out to be", async () => {
    const before = await totalsByActor(db, 1, {}, "suspected");
    await reviseActor(db, "group", { mergedInto: "other" });
    const named = (await findIncident(db, 2, "one"))?.attributions.map(({ actor: slug, by }) => [
      slug,
      by,
    ]);
    // Said of both by the same party, at the same day, from the same source: one statement now.
    expect(named).toEqual([
      ["other", "Example"],
      ["other", "Another"],
    ]);
    expect((await findActor(db, 2, "part"))?.parent).toBe("other");
    expect((await actorsAt(db, 2)).map(({ slug }) => slug)).toEqual(["other", "part", "state"]);
    const other = await findActor(db, 2, "other");
    expect(await figuresAbout(db, 2, other?.actorId ?? 0)).toHaveLength(1);
    expect(await totalUnder(db, 2, { actor: "other" })).toMatchObject({
      incidents: 2,
      lossUsd: 3_000_000,
    });
    const named2 = await db.$queryRaw<{ slug: string }[]>`
      SELECT a.slug FROM actor_revision a WHERE a.superseded_in IS NULL AND a.merged_into_id IS NOT NULL AND (
        EXISTS (SELECT FROM attribution t JOIN incident_revision i ON i.id = t.revision_id WHERE t.actor_id = a.actor_id AND i.superseded_in IS NULL)
        OR EXISTS (SELECT FROM actor_revision o WHERE (o.parent_id = a.actor_id OR o.merged_into_id = a.actor_id) AND o.superseded_in IS NULL)
        OR EXISTS (SELECT FROM figure_revision f WHERE f.actor_id = a.actor_id AND f.superseded_in IS NULL))`;
    expect(named2).toEqual([]);
    expect(await totalsByActor(db, 1, {}, "suspected")).toEqual(before);
    expect(await newestVersion(db)).toMatchObject({ number: 2 });
  });

  test("merged into a part of themselves leave it their place in the tree", async () => {
    await reviseActor(db, "group", { mergedInto: "part" });
    expect((await findActor(db, 2, "part"))?.parent).toBe("state");
    expect(await totalUnder(db, 2, { actor: "part" })).toMatchObject({ incidents: 2 });
    expect(await totalUnder(db, 2, { actor: "state" })).toMatchObject({ incidents: 2 });
  });

  test("merged into their whole leave their parts to it", async () => {
    await reviseActor(db, "group", { mergedInto: "state" });
    expect((await findActor(db, 2, "part"))?.parent).toBe("state");
  });

  test("merged one after the other end in one", async () => {
    await reviseActor(db, "part", { mergedInto: "group" });
    await reviseActor(db, "group", { mergedInto: "other" });
    expect((await findActor(db, 3, "part"))?.mergedInto?.slug).toBe("other");
    expect(await totalUnder(db, 3, { actor: "other" })).toMatchObject({ incidents: 2 });
  });

  test("restored from an earlier revision are active again, with what was attributed to them", async () => {
    const before = await totalUnder(db, 1, { actor: "group" });
    expect(before).toMatchObject({ incidents: 2 });
    const held = await findRecord(db, "actor", "group");
    await reviseActor(db, "group", { mergedInto: "other" });
    const earlier = await publishedEntry(db, "actor", held?.recordId ?? 0, 1);
    if (earlier === null) throw new Error("no earlier revision");
    expect(earlier.current).toBe(false);
    await publishForTest(db, [{ of: "group", entry: earlier.entry }]);
    expect(await findActor(db, 3, "group")).toMatchObject({ mergedInto: null, parent: "state" });
    expect(await totalUnder(db, 3, { actor: "group" })).toEqual(before);
  });

  test("restored from a revision in which they were part of what was merged into them", async () => {
    const held = await findRecord(db, "actor", "part");
    await reviseActor(db, "part", { name: "The Part" });
    await reviseActor(db, "group", { mergedInto: "part" });
    const earlier = await publishedEntry(db, "actor", held?.recordId ?? 0, 1);
    expect(earlier?.entry.record).toMatchObject({ name: "Part", parent: null });
  });

  test("that a loaded dataset still names by a merged one's slug are what it turned out to be", async () => {
    await reviseActor(db, "group", { mergedInto: "other" });
    const outcome = await publish(
      db,
      publicationOf({
        actors: [
          anActor({ slug: "group", name: "Group", parent: "state" }),
          anActor({ slug: "part", name: "Part", parent: "group" }),
        ],
        incidents: [
          anIncident({ slug: "four", attributions: [anAttribution({ actor: "group" })] }),
        ],
        figures: [aPublishedFigure({ actor: "group" })],
      }),
      "Loaded",
    );
    expect(outcome).toMatchObject({
      version: 3,
      actors: { unchanged: 2 },
      figures: { unchanged: 1 },
    });
    expect((await findIncident(db, 3, "four"))?.attributions[0]?.actor).toBe("other");
  });
});

describe("an entry as it was published", () => {
  beforeEach(begin);

  test("names merged actors as what they turned out to be, ready to be published again", async () => {
    const held = await findRecord(db, "incident", "two");
    await reviseActor(db, "part", { mergedInto: "other" });
    const earlier = await publishedEntry(db, "incident", held?.recordId ?? 0, 1);
    const record = earlier?.entry.record as IncidentEntry;
    expect(record.attributions.map(({ actor: slug }) => slug)).toEqual(["other"]);
    expect(await publishedEntry(db, "incident", held?.recordId ?? 0, 7)).toBeNull();
    expect(await publishedEntry(db, "incident", 999)).toBeNull();
    expect(await findRecord(db, "actor", "nobody")).toBeNull();
    expect(await findRecord(db, "figure", "x")).toBeNull();
    expect((await findRecord(db, "figure", "1"))?.title).toBe("Thefts of 2023");
  });
});

describe("many at once", () => {
  beforeEach(begin);

  test("of one record and revision, one is published and no other", async () => {
    const connections = [1, 2, 3].map(() => openDatabase(url, 2));
    try {
      const held = await findRecord(db, "incident", "one");
      const attempts = await Promise.allSettled(
        Array.from({ length: 12 }, (_, number) =>
          (connections[number % 3] ?? db).$transaction(
            (transaction) =>
              publishEntries(transaction, CREDIT, [
                {
                  ...incident({ slug: "one", name: `Number ${number}` }),
                  recordId: held?.recordId ?? 0,
                  baseRevision: 1,
                },
              ]),
            { timeout: 60_000, maxWait: 60_000 },
          ),
        ),
      );
      const published = attempts.filter(({ status }) => status === "fulfilled");
      const refused = attempts.flatMap((attempt) =>
        attempt.status === "rejected" && attempt.reason instanceof MovedOnError
          ? [attempt.reason.problems.map(({ place: at }) => at)]
          : [],
      );
      expect([published.length, refused.length]).toEqual([1, 11]);
      expect(refused).toEqual(Array(11).fill([0]));
      expect((await newestVersion(db))?.number).toBe(2);
    } finally {
      for (const connection of connections) await connection.$disconnect();
    }
  });

  test("of new incidents with one address, one is published and the others are told", async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, number) =>
        db.$transaction(
          (transaction) =>
            publishEntries(transaction, CREDIT, [
              {
                ...incident({ slug: "new", name: `${number}` }),
                recordId: null,
                baseRevision: null,
              },
            ]),
          { timeout: 60_000, maxWait: 60_000 },
        ),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === "rejected")
        expect((attempt.reason as PublicationError).problems[0]?.path).toEqual(["slug"]);
    }
    const versions = await db.datasetVersion.findMany({ orderBy: { number: "asc" } });
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
  });
});
