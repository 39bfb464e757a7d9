import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { beginCorrection, type Correction } from "@/lib/desk/proposals/correction-commands";
import { figuresToPick } from "@/lib/desk/proposals/pick-queries";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { revisionLines } from "@/lib/desk/proposals/record-history-queries";
import { findRecords } from "@/lib/desk/proposals/record-search-queries";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { readTyped } from "@/lib/desk/proposals/typed";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

let db: Database;
let ada: Person;
let bea: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  bea = await aPerson(db, "Bea");
  const incidents = ["one", "other", "third"].map((slug) =>
    anIncident({ slug, name: `Theft ${slug}`, attributions: [anAttribution()] }),
  );
  const actors = [anActor(), anActor({ slug: "lazarus", name: "Lazarus" })];
  const figures = [aPublishedFigure(), aPublishedFigure({ title: "Thefts in 2023" })];
  await publish(
    db,
    { incidents, actors, figures, knownAddresses: [], targets: [], coverage: [] },
    "Start",
  );
  const again = [anIncident({ slug: "third", name: "Theft third", lossUsd: 1 })];
  await publish(
    db,
    { incidents: again, actors: [], figures: [], knownAddresses: [], targets: [], coverage: [] },
    "Less",
  );
});

const idOf = async (kind: RecordKind, slug: string) => {
  const record = await findRecord(db, kind, slug);
  if (record === null) throw new Error(`no ${kind} ${slug}`);
  return record.recordId;
};
const begin = async (...[correction]: [Parameters<typeof beginCorrection>[2]]) => {
  const outcome = await beginCorrection(db, ada, correction);
  if ("refused" in outcome) throw new Error(outcome.refused);
  const proposal = await findProposal(db, ada, outcome.created);
  if (proposal === null) throw new Error("no draft");
  const read = readTyped(proposal.kind, proposal.content);
  return { ...proposal, read };
};
const figureIds = async () => {
  const [kept, other] = await db.figure.findMany({ orderBy: { id: "asc" } });
  return [kept?.id ?? 0, other?.id ?? 0] as const;
};
/** The way that every draft goes. */
const goThrough = async (id: number, saveNumber: number) => {
  const sent = await submitProposal(db, ada, { id, saveNumber, confirmed: [] });
  expect(sent).toEqual({ submitted: true });
  return publishProposal(db, bea, { proposalId: id, saveNumber });
};

describe("a correction", () => {
  test("that retracts says why, and goes the way of every draft", async () => {
    const recordId = await idOf("incident", "one");
    const draft = await begin({
      kind: "incident",
      recordId,
      as: "retraction",
      reason: "A rumour.",
    });
    expect(draft).toMatchObject({
      recordId,
      baseRevision: 1,
      state: "draft",
      note: "Retracted: A rumour.",
    });
    expect(await goThrough(draft.id, draft.saveNumber)).toEqual({
      published: { version: 3, slug: "one" },
    });
    expect((await findRecord(db, "incident", "one"))?.entry.record).toMatchObject({
      retraction: "A rumour.",
      name: "Theft one",
    });
    const [line] = await revisionLines(db, "incident", recordId);
    expect(line).toMatchObject({ revision: 2, version: 3, enteredBy: "Ada", reviewedBy: "Bea" });
  });

  test("that merges names the other", async () => {
    const recordId = await idOf("incident", "other");
    const draft = await begin({ kind: "incident", recordId, as: "merging", into: "third" });
    expect(draft.note).toBe("Merged into Theft third: a duplicate.");
    expect(draft.read).toMatchObject({ ok: true, entry: { record: { mergedInto: "third" } } });
    expect(await goThrough(draft.id, draft.saveNumber)).toHaveProperty("published");
    const actor = await idOf("actor", "lazarus");
    const merging = await begin({
      kind: "actor",
      recordId: actor,
      as: "merging",
      into: "lazarus-group",
    });
    expect(merging.read).toMatchObject({
      ok: true,
      entry: { record: { mergedInto: "lazarus-group" } },
    });
  });

  test("that restores holds what an earlier revision said, and follows the current one", async () => {
    const recordId = await idOf("incident", "third");
    const draft = await begin({ kind: "incident", recordId, as: "restoration", revision: 1 });
    expect(draft).toMatchObject({ baseRevision: 2, note: "Restored revision 1." });
    expect(draft.read).toMatchObject({ ok: true, entry: { record: { lossUsd: 54_000_000 } } });
    expect(await goThrough(draft.id, draft.saveNumber)).toHaveProperty("published");
    expect((await findRecord(db, "incident", "third"))?.revision).toBe(3);
  });

  test("of a figure retracts it, merges it into another, and restores it", async () => {
    const [kept, other] = await figureIds();
    const correct = async (correction: Parameters<typeof begin>[0]) => {
      const draft = await begin(correction);
      expect(await goThrough(draft.id, draft.saveNumber)).toMatchObject({
        published: { slug: null },
      });
      return draft.note;
    };
    const status = async (recordId: number) =>
      (await findRecord(db, "figure", String(recordId)))?.entry.record;
    const reason = "Its publisher withdrew it.";
    const about = { kind: "figure", recordId: other } as const;
    expect(await correct({ ...about, as: "retraction", reason })).toBe(`Retracted: ${reason}`);
    expect(await status(other)).toMatchObject({ retraction: reason, mergedInto: null });
    expect(await correct({ ...about, as: "restoration", revision: 1 })).toBe(
      "Restored revision 1.",
    );
    expect(await status(other)).toMatchObject({ retraction: null, mergedInto: null });
    expect(await correct({ ...about, as: "merging", into: String(kept) })).toBe(
      "Merged into Thefts of 2023: a duplicate.",
    );
    expect(await status(other)).toMatchObject({ retraction: null, mergedInto: String(kept) });
    const { records } = await findRecords(db, "figure", "");
    expect(records.map(({ recordId, status }) => [recordId, status])).toEqual([
      [other, "merged"],
      [kept, null],
    ]);
    // What is merged already is offered no more, and nothing is merged into it.
    expect((await figuresToPick(db)).map(({ text }) => text)).toEqual([String(kept)]);
    const wrong = await begin({
      kind: "figure",
      recordId: kept,
      as: "merging",
      into: String(other),
    });
    expect(await submitProposal(db, ada, { ...wrong, confirmed: [] })).toMatchObject({
      problems: [{ path: ["mergedInto"], message: expect.stringContaining("merged into another") }],
    });
  });

  test.each([
    ["revision", {}],
    ["restoration", { revision: 1 }],
  ] as const)("asked for many times at once, a %s is one draft", async (as, more) => {
    const recordId = await idOf("incident", "third");
    const correction = { kind: "incident", recordId, as, ...more } as Correction;
    const begun = await Promise.all(
      [ada, ada, ada, bea].map((by) => beginCorrection(db, by, correction)),
    );
    const ids = begun.map((outcome) => ("created" in outcome ? outcome.created : 0));
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(new Set(ids).size).toBe(2);
  });

  test("asked for twice is one draft, until something is typed into it", async () => {
    const recordId = await idOf("incident", "third");
    const first = await begin({ kind: "incident", recordId, as: "revision" });
    expect((await begin({ kind: "incident", recordId, as: "revision" })).id).toBe(first.id);
    await db.proposal.update({ where: { id: first.id }, data: { saveNumber: 1 } });
    expect((await begin({ kind: "incident", recordId, as: "revision" })).id).not.toBe(first.id);
  });

  test("into another of the same name is another draft", async () => {
    const twins = ["twin-a", "twin-b", "twin-c"].map((slug) => anIncident({ slug, name: "Twin" }));
    await publish(db, publicationOf({ incidents: twins }), "Twins");
    const recordId = await idOf("incident", "twin-a");
    const into = async (slug: string) =>
      (await begin({ kind: "incident", recordId, as: "merging", into: slug })).id;
    const first = await into("twin-b");
    expect(await into("twin-c")).not.toBe(first);
    expect(await into("twin-b")).toBe(first);
  });

  test("is never a draft that says something of its own from the start", async () => {
    const recordId = await idOf("incident", "twin-b");
    const batch = await db.importBatch.create({ data: { byId: ada.id, fileName: "a", text: "" } });
    const content = { name: "From a file" };
    const of = { kind: "incident", recordId, baseRevision: 1 } as const;
    const imported = await db.proposal.create({
      data: { ...of, content, title: "Twin", authorId: ada.id, importId: batch.id },
    });
    const { id } = await begin({ kind: "incident", recordId, as: "revision" });
    expect(id).not.toBe(imported.id);
  });

  test("that makes no sense is refused, and nothing is begun", async () => {
    const before = await db.proposal.count();
    const incident = await idOf("incident", "third");
    const [figure] = await figureIds();
    const actor = await idOf("actor", "lazarus");
    for (const correction of [
      { kind: "incident", recordId: incident, as: "merging", into: "third" },
      { kind: "incident", recordId: incident, as: "merging", into: "nothing" },
      { kind: "incident", recordId: 98_765, as: "revision" },
      { kind: "incident", recordId: incident, as: "restoration", revision: 3 },
      { kind: "incident", recordId: incident, as: "restoration", revision: 99 },
      { kind: "figure", recordId: figure, as: "merging", into: "third" },
      { kind: "figure", recordId: figure, as: "merging", into: String(figure) },
      { kind: "figure", recordId: figure, as: "merging", into: "987654" },
      { kind: "actor", recordId: actor, as: "retraction", reason: "Wrong." },
    ] as const) {
      expect(await beginCorrection(db, ada, correction)).toHaveProperty("refused");
    }
    await expect(
      beginCorrection(db, null, { kind: "incident", recordId: incident, as: "revision" }),
    ).rejects.toThrow(Forbidden);
    expect(await db.proposal.count()).toBe(before);
  });

  test("that restores a merged actor says what it takes back, and does", async () => {
    const recordId = await idOf("actor", "lazarus-group");
    const merging = await begin({ kind: "actor", recordId, as: "merging", into: "lazarus" });
    expect((await underReview(db, merging)).undoes).toBeNull();
    await goThrough(merging.id, merging.saveNumber);
    const named = async () => {
      const held = await findRecord(db, "incident", "third");
      if (held?.entry.kind !== "incident") throw new Error("not held");
      return held.entry.record.attributions.map(({ actor }) => actor);
    };
    expect(await named()).toEqual(["lazarus"]);
    const restoring = await begin({ kind: "actor", recordId, as: "restoration", revision: 1 });
    expect((await underReview(db, restoring)).undoes).toMatchObject({
      into: { slug: "lazarus" },
      reassigned: ["Theft one", "Theft other", "Theft third"].map((title) => ({
        title,
        changedSince: false,
      })),
    });
    await goThrough(restoring.id, restoring.saveNumber);
    expect(await named()).toEqual(["lazarus-group"]);
    const published = await findProposal(db, ada, restoring.id);
    if (published === null) throw new Error("no proposal");
    expect((await underReview(db, published)).undoes).toBeNull();
  });
});
