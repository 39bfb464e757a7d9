import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { mergeCopy, rebaseProposal } from "@/lib/desk/proposals/merge-commands";
import { movedOn } from "@/lib/desk/proposals/merge-queries";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import type { Decision } from "@/lib/desk/proposals/three-way";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { anIncident } from "@/testing/records";

let db: Database;
let ada: Person;
let bea: Person;
let count = 0;
let slug: string;
let recordId: number;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  bea = await aPerson(db, "Bea");
});
beforeEach(async () => {
  slug = `theft-${count++}`;
  await publishRecords({});
  recordId = (await db.incidentRevision.findFirstOrThrow({ where: { slug } })).incidentId;
});

/** Publishes the incident anew with something changed, past the desk. */
async function publishRecords(given: Parameters<typeof anIncident>[0]) {
  const incidents = [anIncident({ slug, ...given })];
  await publish(
    db,
    { incidents, actors: [], figures: [], knownAddresses: [], targets: [], coverage: [] },
    "Corrected",
  );
}

/** A draft that was written from revision 1. */
async function aDraft(
  given: Partial<IncidentEntry>,
  state: "draft" | "inReview" = "draft",
  author = ada,
) {
  const base = await publishedEntry(db, "incident", recordId, 1);
  if (base?.entry.kind !== "incident") throw new Error("no base");
  const content = writeTyped({ kind: "incident", record: { ...base.entry.record, ...given } });
  return aProposal(db, author, {
    state,
    recordId,
    baseRevision: 1,
    saveNumber: 5,
    content: content as object,
  });
}

const none = new Map<string, Decision>();
const stored = async (id: number) => {
  const proposal = await findProposal(db, bea, id);
  if (proposal === null) throw new Error("no proposal");
  const read = readTyped("incident", proposal.content);
  if (!read.ok || read.entry.kind !== "incident") throw new Error(JSON.stringify(read));
  return { ...proposal, record: read.entry.record };
};

describe("a draft whose record has moved on", () => {
  test("keeps what both changed, and is written from the current revision then", async () => {
    const proposalId = await aDraft({ name: "A better name", lossUsd: 60_000_000 });
    await publishRecords({ summary: "Said anew." });
    const outcome = await rebaseProposal(db, ada, {
      proposalId,
      saveNumber: 5,
      revision: 2,
      decisions: none,
    });
    expect(outcome).toEqual({ saved: 6 });
    const { record, baseRevision, saveNumber, title } = await stored(proposalId);
    expect(record).toMatchObject({
      name: "A better name",
      lossUsd: 60_000_000,
      summary: "Said anew.",
    });
    expect([baseRevision, saveNumber, title]).toEqual([2, 6, "A better name"]);
    const events = await db.proposalEvent.findMany({ where: { proposalId } });
    expect(events.map(({ kind, byId }) => [kind, byId])).toEqual([["merged", ada.id]]);
    expect(await db.auditEntry.count({ where: { subject: `proposal ${proposalId}` } })).toBe(1);
  });

  test("changes nothing while a conflict is undecided", async () => {
    const proposalId = await aDraft({ lossUsd: 60_000_000 });
    await publishRecords({ lossUsd: 70_000_000 });
    const given = { proposalId, saveNumber: 5, revision: 2 };
    const outcome = await rebaseProposal(db, ada, { ...given, decisions: none });
    expect(outcome).toMatchObject({ undecided: [{ path: "lossUsd" }] });
    expect(await stored(proposalId)).toMatchObject({ baseRevision: 1, saveNumber: 5 });
    const decisions = new Map<string, Decision>([["lossUsd", { take: "theirs" }]]);
    expect(await rebaseProposal(db, ada, { ...given, decisions })).toEqual({ saved: 6 });
    expect((await stored(proposalId)).record.lossUsd).toBe(70_000_000);
  });

  test("takes a text that was written from both, without what cannot be stored", async () => {
    const proposalId = await aDraft({ summary: "Mine." });
    await publishRecords({ summary: "Theirs." });
    const given = { proposalId, saveNumber: 5, revision: 2 };
    const decide = (text: string) => new Map<string, Decision>([["summary", { text }]]);
    const long = await rebaseProposal(db, ada, {
      ...given,
      decisions: decide("x".repeat(2_000_001)),
    });
    expect(long).toHaveProperty("refused");
    expect(await rebaseProposal(db, ada, { ...given, decisions: decide("Bo\0th\ud800.") })).toEqual(
      {
        saved: 6,
      },
    );
    expect((await stored(proposalId)).record.summary).toBe("Both.");
  });

  test("does not take two spellings of one amount for a conflict", async () => {
    const proposalId = await aDraft({});
    const { content } = await stored(proposalId);
    await db.proposal.update({
      where: { id: proposalId },
      data: { content: { ...content, lossUsd: "$54m" } as object },
    });
    await publishRecords({ lossUsd: 70_000_000 });
    const outcome = await rebaseProposal(db, ada, {
      proposalId,
      saveNumber: 5,
      revision: 2,
      decisions: none,
    });
    expect(outcome).toEqual({ saved: 6 });
    expect((await stored(proposalId)).record.lossUsd).toBe(70_000_000);
  });

  test("is refused where either has moved on once more, or where nothing has", async () => {
    const proposalId = await aDraft({ name: "A better name" });
    const given = { proposalId, saveNumber: 5, decisions: none };
    expect(await rebaseProposal(db, ada, { ...given, revision: 1 })).toHaveProperty("refused");
    await publishRecords({ summary: "Said anew." });
    await publishRecords({ summary: "Said once more." });
    expect(await rebaseProposal(db, ada, { ...given, revision: 2 })).toHaveProperty("refused");
    expect(await rebaseProposal(db, ada, { ...given, saveNumber: 4, revision: 3 })).toHaveProperty(
      "refused",
    );
    expect(await stored(proposalId)).toMatchObject({ baseRevision: 1, saveNumber: 5 });
  });

  test("is merged by its author only, and only while it is open", async () => {
    const proposalId = await aDraft({ name: "A better name" });
    const submitted = await aDraft({ name: "A better name" }, "inReview");
    await publishRecords({ summary: "Said anew." });
    const given = { saveNumber: 5, revision: 2, decisions: none };
    expect(await rebaseProposal(db, bea, { ...given, proposalId })).toHaveProperty("refused");
    expect(await rebaseProposal(db, ada, { ...given, proposalId: submitted })).toHaveProperty(
      "refused",
    );
    await expect(rebaseProposal(db, null, { ...given, proposalId })).rejects.toThrow(Forbidden);
    // Bea is the only one who can review, so she may go on with her own in review.
    const own = await aDraft({ name: "A better name" }, "inReview", bea);
    expect(await rebaseProposal(db, bea, { ...given, proposalId: own })).toEqual({ saved: 6 });
  });

  test("is merged once, however often that is sent", async () => {
    const proposalId = await aDraft({ name: "A better name" });
    await publishRecords({ summary: "Said anew." });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        rebaseProposal(db, ada, { proposalId, saveNumber: 5, revision: 2, decisions: none }),
      ),
    );
    expect(outcomes.filter((outcome) => "saved" in outcome)).toHaveLength(1);
    expect((await stored(proposalId)).saveNumber).toBe(6);
  });
});

test("a draft that is not whole yet can be merged too", async () => {
  const proposalId = await aDraft({});
  const { content } = await stored(proposalId);
  const half = { ...content, occurredOn: "some day", name: "" };
  await db.proposal.update({ where: { id: proposalId }, data: { content: half as object } });
  await publishRecords({ summary: "Said anew." });
  const outcome = await rebaseProposal(db, ada, {
    proposalId,
    saveNumber: 5,
    revision: 2,
    decisions: none,
  });
  expect(outcome).toEqual({ saved: 6 });
  const after = await findProposal(db, ada, proposalId);
  expect(after?.content).toMatchObject({ occurredOn: "some day", summary: "Said anew." });
  expect(after === null ? null : await movedOn(db, after)).toBeNull();
});

describe("a conflicting save", () => {
  const aCopy = async (proposalId: number, name: string, more: object = {}) => {
    const { content } = await stored(proposalId);
    return db.setAside.create({
      data: {
        proposalId,
        tab: "other-tab",
        byId: ada.id,
        content: { ...content, name, ...more } as object,
        follows: 4,
      },
    });
  };

  test("gives the draft what its author wants of it, and is closed then", async () => {
    const proposalId = await aDraft({ lossUsd: null });
    const copy = await aCopy(proposalId, "Typed elsewhere", { lossUsd: "$5m" });
    const given = {
      proposalId,
      saveNumber: 5,
      copyId: copy.id,
      copySavedAt: copy.savedAt.toISOString(),
    };
    const asked = await mergeCopy(db, ada, { ...given, decisions: none });
    expect(asked).toMatchObject({ undecided: [{ path: "name" }] });
    const decisions = new Map<string, Decision>([["name", { take: "mine" }]]);
    expect(await mergeCopy(db, ada, { ...given, decisions })).toEqual({ saved: 6 });
    expect((await stored(proposalId)).record).toMatchObject({
      name: "Typed elsewhere",
      lossUsd: 5_000_000,
    });
    const { settledAt } = await db.setAside.findUniqueOrThrow({ where: { id: copy.id } });
    expect(settledAt).not.toBeNull();
    expect(await mergeCopy(db, ada, { ...given, decisions })).toHaveProperty("refused");
  });

  test("stays open where anything was typed since it was looked at, and is nobody else's", async () => {
    const proposalId = await aDraft({});
    const copy = await aCopy(proposalId, "Typed elsewhere");
    const decisions = new Map<string, Decision>([["name", { take: "mine" }]]);
    const given = {
      proposalId,
      saveNumber: 5,
      copyId: copy.id,
      copySavedAt: copy.savedAt.toISOString(),
      decisions,
    };
    expect(await mergeCopy(db, bea, given)).toHaveProperty("refused");
    expect(await mergeCopy(db, ada, { ...given, saveNumber: 4 })).toHaveProperty("refused");
    expect(
      await mergeCopy(db, ada, { ...given, copySavedAt: "2020-01-01T00:00:00.000Z" }),
    ).toHaveProperty("refused");
    await db.proposal.update({ where: { id: proposalId }, data: { state: "inReview" } });
    const late = await mergeCopy(db, ada, given);
    expect(late).toEqual({ refused: "It is in review now. Recall it first." });
    const { settledAt } = await db.setAside.findUniqueOrThrow({ where: { id: copy.id } });
    expect(settledAt).toBeNull();
    expect((await stored(proposalId)).saveNumber).toBe(5);
  });
});
