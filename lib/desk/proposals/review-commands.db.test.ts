import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { STATE_LABELS } from "@/lib/desk/proposals/proposal";
import {
  claimReview,
  commentOn,
  releaseReview,
  returnProposal,
} from "@/lib/desk/proposals/review-commands";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";

let db: Database;
let ada: Person;
let bea: Person;
let cem: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  bea = await aPerson(db, "Bea");
  cem = await aPerson(db, "Cem", "admin");
});

const stored = (id: number) =>
  db.proposal.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: "asc" } } } });
const audited = (id: number) => db.auditEntry.count({ where: { subject: `proposal ${id}` } });

describe("claiming", () => {
  test("one of many at once gets it, and the others are told who", async () => {
    const proposalId = await aProposal(db, ada);
    const outcomes = await Promise.all(
      [bea, cem, bea, cem, bea, cem].map((by) =>
        claimReview(db, by, { proposalId, takeOverFrom: null }),
      ),
    );
    const { reviewerId, events } = await stored(proposalId);
    const [winner, loser] = reviewerId === bea.id ? ["Bea", "Cem"] : ["Cem", "Bea"];
    expect(events.map(({ kind, byId }) => [kind, byId])).toEqual([
      ["claimed", winner?.toLowerCase()],
    ]);
    expect(outcomes.filter((outcome) => "refused" in outcome)).toHaveLength(3);
    for (const outcome of outcomes) {
      if ("refused" in outcome) expect(outcome.refused).toContain(`${winner} has claimed`);
    }
    expect(loser).toBeDefined();
    expect(await audited(proposalId)).toBe(1);
  });

  test("is taken over only from the one who is seen to hold it", async () => {
    const proposalId = await aProposal(db, ada, { reviewerId: bea.id });
    expect(await claimReview(db, cem, { proposalId, takeOverFrom: ada.id })).toHaveProperty(
      "refused",
    );
    expect((await stored(proposalId)).reviewerId).toBe(bea.id);
    expect(await claimReview(db, cem, { proposalId, takeOverFrom: bea.id })).toHaveProperty("done");
    const { reviewerId, events } = await stored(proposalId);
    expect(reviewerId).toBe(cem.id);
    expect(events[0]?.text).toBe("Taken over from Bea.");
  });

  test("one's own is refused while others can review, and not when nobody else can", async () => {
    const proposalId = await aProposal(db, bea);
    expect(await claimReview(db, bea, { proposalId, takeOverFrom: null })).toHaveProperty(
      "refused",
    );
    const { db: alone } = await testDatabase();
    const only = await aPerson(alone, "Only");
    await aPerson(alone, "Gone", "admin", new Date());
    await aPerson(alone, "Writer", "contributor");
    const own = await aProposal(alone, only);
    expect(await claimReview(alone, only, { proposalId: own, takeOverFrom: null })).toHaveProperty(
      "done",
    );
  });

  test("is given back by whom holds it, and by nobody else", async () => {
    const proposalId = await aProposal(db, ada, { reviewerId: bea.id });
    expect(await releaseReview(db, cem, { proposalId })).toHaveProperty("refused");
    expect((await stored(proposalId)).reviewerId).toBe(bea.id);
    expect(await releaseReview(db, bea, { proposalId })).toHaveProperty("done");
    expect((await stored(proposalId)).reviewerId).toBeNull();
    expect(await releaseReview(db, bea, { proposalId })).toHaveProperty("done");
    expect((await stored(proposalId)).events.map(({ kind }) => kind)).toEqual(["released"]);
  });

  test("is refused for what is not in review, and by those who may not review", async () => {
    for (const state of ["draft", "returned", "withdrawn"] as const) {
      const proposalId = await aProposal(db, ada, { state });
      const outcome = await claimReview(db, bea, { proposalId, takeOverFrom: null });
      expect(outcome).toEqual({
        refused: `It is no longer in review: it is ${STATE_LABELS[state]} now.`,
      });
    }
    expect(await claimReview(db, bea, { proposalId: 98_765, takeOverFrom: null })).toHaveProperty(
      "refused",
    );
    const proposalId = await aProposal(db, bea);
    for (const nobody of [ada, null]) {
      await expect(claimReview(db, nobody, { proposalId, takeOverFrom: null })).rejects.toThrow(
        Forbidden,
      );
      await expect(releaseReview(db, nobody, { proposalId })).rejects.toThrow(Forbidden);
    }
  });
});

describe("returning", () => {
  const reason = "The second source says otherwise.";

  test("says why, once, however often it is sent", async () => {
    const proposalId = await aProposal(db, ada, { saveNumber: 3 });
    const outcomes = await Promise.all(
      [bea, bea, cem].map((by) => returnProposal(db, by, { proposalId, saveNumber: 3, reason })),
    );
    expect(outcomes.filter((outcome) => "done" in outcome)).toHaveLength(1);
    const { state, events, authorId } = await stored(proposalId);
    expect([state, authorId]).toEqual(["returned", ada.id]);
    expect(events.map(({ kind, text }) => [kind, text])).toEqual([["returned", reason]]);
    expect(await audited(proposalId)).toBe(1);
  });

  test("is refused where it was saved again, where another has claimed it, and for one's own", async () => {
    const proposalId = await aProposal(db, ada, { saveNumber: 4, reviewerId: cem.id });
    expect(await returnProposal(db, cem, { proposalId, saveNumber: 3, reason })).toHaveProperty(
      "refused",
    );
    expect(await returnProposal(db, bea, { proposalId, saveNumber: 4, reason })).toHaveProperty(
      "refused",
    );
    const own = await aProposal(db, bea);
    expect(
      await returnProposal(db, bea, { proposalId: own, saveNumber: 0, reason }),
    ).toHaveProperty("refused");
    expect([(await stored(proposalId)).state, (await stored(own)).state]).toEqual([
      "inReview",
      "inReview",
    ]);
    await expect(returnProposal(db, ada, { proposalId, saveNumber: 4, reason })).rejects.toThrow(
      Forbidden,
    );
  });
});

describe("commenting", () => {
  test("is for those who may read it, in any state", async () => {
    const proposalId = await aProposal(db, ada, { state: "withdrawn" });
    expect(await commentOn(db, ada, { proposalId, text: "Why?" })).toHaveProperty("done");
    expect(await commentOn(db, bea, { proposalId, text: "Because." })).toHaveProperty("done");
    expect((await stored(proposalId)).events.map(({ text }) => text)).toEqual(["Why?", "Because."]);
    const others = await aProposal(db, bea, { state: "draft" });
    expect(await commentOn(db, ada, { proposalId: others, text: "Hm" })).toHaveProperty("refused");
    expect((await stored(others)).events).toEqual([]);
    await expect(commentOn(db, null, { proposalId, text: "Hm" })).rejects.toThrow(Forbidden);
  });
});
