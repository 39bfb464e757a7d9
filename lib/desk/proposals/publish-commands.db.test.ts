import { beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import { publishEntries } from "@/lib/record/publishing/publish-entries-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { reviseIncident } from "@/testing/publishing";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aPublishedFigureEntry,
  publicationOf,
} from "@/testing/records";

let db: Database;
let url: string;
let ada: Person;
let bea: Person;
beforeEach(async () => {
  ({ db, url } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  bea = await aPerson(db, "Bea");
  const actors = [anActor({ slug: "group", name: "Group" })];
  const incidents = [anIncident({ slug: "one", name: "One" })];
  await publish(
    db,
    publicationOf({ actors, incidents, figures: [aPublishedFigure()] }),
    "The first",
  );
});

const incident = (given: Partial<IncidentEntry> = {}): Entry => ({
  kind: "incident",
  record: { ...anIncident(), retraction: null, mergedInto: null, ...given },
});

/** A proposal of an entry, in review; a revision of what is at a slug where one is given. */
async function proposed(entry: Entry, of: string | null = null, given: object = {}) {
  const held = of === null ? null : await findRecord(db, entry.kind, of);
  return aProposal(db, ada, {
    kind: entry.kind,
    content: writeTyped(entry),
    note: "Because it is so.",
    recordId: held?.recordId ?? null,
    baseRevision: held?.revision ?? null,
    ...given,
  });
}

const stored = (id: number) =>
  db.proposal.findUniqueOrThrow({ where: { id }, include: { events: true } });

/** Everything that a publication could leave behind. */
async function everything() {
  return {
    version: await newestVersion(db),
    incidents: await db.incidentRevision.count(),
    proposals: await db.proposal.findMany({ orderBy: { id: "asc" } }),
    events: await db.proposalEvent.count(),
    audit: await db.auditEntry.count(),
  };
}

async function expectNothing(attempt: () => Promise<unknown>): Promise<unknown> {
  const before = await everything();
  const outcome = await attempt();
  expect(await everything()).toEqual(before);
  return outcome;
}

describe("publishing a proposal", () => {
  test("adds a new record, tells who wrote and who reviewed it, and ends the proposal", async () => {
    const suggestion = await db.suggestion.create({
      data: { tokenHash: "x", kind: "incident", content: {} },
    });
    const id = await proposed(incident({ slug: "new", name: "New" }), null, {
      suggestionId: suggestion.id,
    });
    expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toEqual({
      published: { version: 2, slug: "new" },
    });
    expect(await findIncident(db, 2, "new")).toMatchObject({ name: "New", revision: 1 });
    expect(await db.datasetVersion.findUniqueOrThrow({ where: { number: 2 } })).toMatchObject({
      note: "Because it is so.",
      enteredBy: "Ada",
      reviewedBy: "Bea",
    });
    const proposal = await stored(id);
    expect(proposal).toMatchObject({ state: "published", publishedIn: 2, reviewerId: "bea" });
    expect(proposal.events).toMatchObject([{ kind: "published", byId: "bea" }]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "proposal.publish",
        subject: `proposal ${id}`,
        detail: "version 2",
        personId: "bea",
      },
    ]);
    expect(await db.suggestion.findUniqueOrThrow({ where: { id: suggestion.id } })).toMatchObject({
      state: "taken",
      answererId: "bea",
      answer: "Published in version 2.",
      answeredAt: expect.any(Date),
    });
  });

  test("revises, and lets the reviewer word the note", async () => {
    const id = await proposed(incident({ slug: "one", name: "One, better" }), "one");
    const asked = { proposalId: id, saveNumber: 0, note: "  Better known.  " };
    expect(await publishProposal(db, bea, asked)).toHaveProperty("published");
    expect(await findIncident(db, 2, "one")).toMatchObject({ name: "One, better", revision: 2 });
    expect((await newestVersion(db))?.note).toBe("Better known.");
  });

  test("retracts and merges, and says so where nobody did", async () => {
    const added = await proposed(incident({ slug: "two", name: "Two" }), null, { note: "" });
    await publishProposal(db, bea, { proposalId: added, saveNumber: 0 });
    expect((await newestVersion(db))?.note).toBe("Added Two");
    const retracted = await proposed(
      incident({ slug: "two", name: "Two", retraction: "Not so." }),
      "two",
      { note: "" },
    );
    await publishProposal(db, bea, { proposalId: retracted, saveNumber: 0 });
    expect((await newestVersion(db))?.note).toBe("Retracted Two");
    const merged = await proposed(
      incident({ slug: "two", name: "Two", mergedInto: "one" }),
      "two",
      { note: "" },
    );
    await publishProposal(db, bea, { proposalId: merged, saveNumber: 0 });
    expect(await findIncident(db, 4, "two")).toMatchObject({
      retraction: null,
      mergedInto: { slug: "one" },
    });
  });

  test("of a figure has no page to lead to", async () => {
    const entry: Entry = { kind: "figure", record: aPublishedFigureEntry({ title: "Another" }) };
    const id = await proposed(entry);
    expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toEqual({
      published: { version: 2, slug: null },
    });
  });

  test("is refused, and changes nothing, where it is not the reviewer's to publish", async () => {
    const cem = await aPerson(db, "Cem", "admin");
    const fine = incident({ slug: "new" });
    const ask = (by: Person | null, proposalId: number, saveNumber = 0) =>
      expectNothing(() => publishProposal(db, by, { proposalId, saveNumber }));
    await expect(ask(ada, await proposed(fine))).rejects.toThrow(Forbidden);
    await expect(ask(null, await proposed(fine))).rejects.toThrow(Forbidden);
    expect(await ask(bea, 999)).toEqual({ refused: "There is no such proposal." });
    expect(await ask(bea, await proposed(fine), 1)).toEqual({
      refused: expect.stringContaining("saved again"),
    });
    for (const state of ["draft", "returned", "withdrawn"] as const)
      expect(await ask(bea, await proposed(fine, null, { state }))).toEqual({
        refused: expect.stringContaining(state),
      });
    const own = await proposed(fine, null, { authorId: bea.id });
    expect(await ask(bea, own)).toEqual({ refused: expect.stringContaining("You wrote it") });
    const claimed = await proposed(fine, null, { reviewerId: cem.id });
    expect(await ask(bea, claimed)).toEqual({
      refused: expect.stringContaining("Cem has claimed"),
    });
  });

  test("of one's own is for the only editor, and is marked", async () => {
    await aPerson(db, "Gone", "editor", new Date());
    const id = await proposed(incident({ slug: "new" }), null, { authorId: bea.id });
    expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toHaveProperty(
      "published",
    );
    expect(await db.datasetVersion.findUniqueOrThrow({ where: { number: 2 } })).toMatchObject({
      enteredBy: "Bea",
      reviewedBy: null,
    });
  });

  test("tells what is wrong at its field, and changes nothing", async () => {
    const wrong: [number, (string | number)[]][] = [
      [await proposed(incident(), null, { content: { name: "Nothing else" } }), ["target"]],
      [await proposed(incident({ slug: "one" })), ["slug"]],
      [await proposed(incident({ slug: "new", mergedInto: "nothing" })), ["mergedInto"]],
      [
        await proposed(
          incident({ slug: "new", attributions: [anAttribution({ actor: "nobody" })] }),
        ),
        ["attributions", 0, "actor"],
      ],
    ];
    for (const [proposalId, path] of wrong) {
      const outcome = await expectNothing(() =>
        publishProposal(db, bea, { proposalId, saveNumber: 0 }),
      );
      expect(outcome).toEqual({
        problems: expect.arrayContaining([expect.objectContaining({ path })]),
      });
    }
    const id = await proposed(incident({ slug: "new" }));
    for (const note of ["\u202eevil", "x".repeat(2001)]) {
      const asked = { proposalId: id, saveNumber: 0, note };
      expect(await expectNothing(() => publishProposal(db, bea, asked))).toMatchObject({
        problems: [{ path: ["note"] }],
      });
    }
  });

  test("points at the row that was typed, past those left empty", async () => {
    const entry = incident({ slug: "new", attributions: [anAttribution({ actor: "nobody" })] });
    const content = writeTyped(entry);
    const [row] = content.attributions as [Record<string, string>];
    const id = await proposed(entry, null, {
      content: { ...content, attributions: [{}, {}, row] },
    });
    expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toMatchObject({
      problems: [{ path: ["attributions", 2, "actor"] }],
    });
  });

  test("says that there is nothing new", async () => {
    const held = await findRecord(db, "incident", "one");
    if (held === null) throw new Error("not held");
    const id = await proposed(held.entry, "one");
    expect(
      await expectNothing(() => publishProposal(db, bea, { proposalId: id, saveNumber: 0 })),
    ).toEqual({ refused: expect.stringContaining("nothing to publish") });
  });

  test("tells all three sides where the record has moved on", async () => {
    const id = await proposed(incident({ slug: "one", name: "Mine" }), "one");
    await reviseIncident(db, "one", { name: "Theirs" });
    const outcome = await expectNothing(() =>
      publishProposal(db, bea, { proposalId: id, saveNumber: 0 }),
    );
    expect(outcome).toMatchObject({
      conflict: {
        base: { revision: 1, entry: { record: { name: "One" } } },
        current: { revision: 2, entry: { record: { name: "Theirs" } } },
        mine: { record: { name: "Mine" } },
      },
    });
  });
});

describe("many at once", () => {
  test("publish one proposal once", async () => {
    const id = await proposed(incident({ slug: "new" }));
    const others = [1, 2].map(() => openDatabase(url, 2));
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          publishProposal(others[number % 2] ?? db, bea, { proposalId: id, saveNumber: 0 }),
        ),
      );
      expect(outcomes.filter((outcome) => "published" in outcome)).toHaveLength(1);
      for (const outcome of outcomes)
        if ("refused" in outcome) expect(outcome.refused).toContain("in version 2");
      expect((await newestVersion(db))?.number).toBe(2);
      expect((await stored(id)).events).toHaveLength(1);
    } finally {
      for (const other of others) await other.$disconnect();
    }
  });

  test("never overwrite one another: each revision follows the one that it was written from", async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        proposed(incident({ slug: "one", name: `Number ${number}` }), "one"),
      ),
    );
    const fresh = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        proposed(incident({ slug: number < 3 ? "same" : `own-${number}`, name: `New ${number}` })),
      ),
    );
    const outcomes = await Promise.all(
      [...ids, ...fresh].map((proposalId) =>
        publishProposal(db, bea, { proposalId, saveNumber: 0 }),
      ),
    );
    const [revisions, news] = [outcomes.slice(0, 6), outcomes.slice(6)];
    expect(revisions.filter((outcome) => "published" in outcome)).toHaveLength(1);
    expect(revisions.filter((outcome) => "conflict" in outcome)).toHaveLength(5);
    expect(news.filter((outcome) => "published" in outcome)).toHaveLength(4);
    expect(news.filter((outcome) => "problems" in outcome)).toHaveLength(2);
    const versions = await db.datasetVersion.findMany({ orderBy: { number: "asc" } });
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const published = await db.proposal.findMany({ where: { state: "published" } });
    expect(published.map(({ publishedIn }) => publishedIn).sort()).toEqual([2, 3, 4, 5, 6]);
  });
});

describe("publishing many entries", () => {
  const identified = (entry: Entry) => ({ ...entry, recordId: null, baseRevision: null });

  const publishAll = (entries: RecordToPublish[], note: string) =>
    db.$transaction(
      (transaction) =>
        publishEntries(transaction, { note, enteredBy: "Bea", reviewedBy: null }, entries),
      { timeout: 120_000 },
    );

  test("is one version", async () => {
    const published = await publishAll(
      [
        identified(incident({ slug: "a", attributions: [anAttribution({ actor: "fresh" })] })),
        identified({ kind: "actor", record: { ...anActor({ slug: "fresh" }), mergedInto: null } }),
        identified(incident({ slug: "b" })),
      ],
      "Three",
    );
    expect(published).toMatchObject({
      version: 2,
      incidents: { added: 2, revised: 0 },
      actors: { added: 1, revised: 0 },
    });
    const found = await Promise.all([
      findRecord(db, "incident", "a"),
      findRecord(db, "actor", "fresh"),
      findRecord(db, "incident", "b"),
    ]);
    expect(published.recordIds).toEqual(found.map((each) => each?.recordId));
  });

  test("is all or nothing", async () => {
    const entries = [identified(incident({ slug: "a" })), identified(incident({ slug: "one" }))];
    const refused = await expectNothing(() =>
      publishAll(entries, "Two").catch((error: unknown) => error),
    );
    expect(refused).toMatchObject({ problems: [{ place: 1, path: ["slug"] }] });
  });

  test("takes ten thousand", async () => {
    const entries = Array.from({ length: 10_000 }, (_, number) =>
      identified(incident({ slug: `many-${number}`, name: `Many ${number}` })),
    );
    expect(await publishAll(entries, "Many")).toMatchObject({
      version: 2,
      incidents: { added: 10_000 },
    });
  });
});
