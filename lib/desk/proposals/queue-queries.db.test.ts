import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import {
  claimedReviews,
  openProposalsOn,
  ownProposals,
  QUEUE_PAGE,
  reviewQueue,
  unclaimedCount,
  waitingCopies,
} from "@/lib/desk/proposals/queue-queries";
import { returnProposal } from "@/lib/desk/proposals/review-commands";
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
  cem = await aPerson(db, "Cem");
});

test("the queue begins with what nobody has claimed, and there with what waits longest", async () => {
  const on = (day: number) => new Date(Date.UTC(2026, 0, day));
  const claimed = await aProposal(db, ada, { reviewerId: bea.id, submittedAt: on(1) });
  const young = await aProposal(db, ada, { submittedAt: on(3) });
  const old = await aProposal(db, cem, { submittedAt: on(2) });
  await aProposal(db, ada, { state: "draft" });
  const { proposals, count } = await reviewQueue(db, 1);
  expect(proposals.map(({ id }) => id)).toEqual([old, young, claimed]);
  expect(count).toBe(3);
  expect(await unclaimedCount(db)).toBe(2);
  expect((await claimedReviews(db, bea)).map(({ id }) => id)).toEqual([claimed]);
  expect(await claimedReviews(db, cem)).toEqual([]);
});

test("the queue comes in pages", async () => {
  const author = await aPerson(db, "Dora", "contributor");
  await db.proposal.createMany({
    data: Array.from({ length: QUEUE_PAGE }, () => ({
      kind: "incident" as const,
      content: {},
      state: "inReview" as const,
      authorId: author.id,
      submittedAt: new Date(),
    })),
  });
  const [first, second] = await Promise.all([reviewQueue(db, 1), reviewQueue(db, 2)]);
  expect([first.proposals.length, second.proposals.length, first.count]).toEqual([
    QUEUE_PAGE,
    3,
    53,
  ]);
  const ids = [...first.proposals, ...second.proposals].map(({ id }) => id);
  expect(new Set(ids).size).toBe(53);
});

test("what is returned says why, by whom and when; others' is not one's own", async () => {
  const author = await aPerson(db, "Eva", "contributor");
  const proposalId = await aProposal(db, author);
  for (const reason of ["First.", "Second."]) {
    await db.proposal.update({ where: { id: proposalId }, data: { state: "inReview" } });
    await returnProposal(db, bea, { proposalId, saveNumber: 0, reason });
  }
  const { proposals, count } = await ownProposals(db, author, "returned");
  expect(count).toBe(1);
  expect(proposals[0]?.returned).toMatchObject({ by: "Bea", reason: "Second." });
  expect(await ownProposals(db, ada, "returned")).toEqual({ proposals: [], count: 0 });
});

test("copies that were set aside wait until they are settled", async () => {
  const author = await aPerson(db, "Fay", "contributor");
  const proposalId = await aProposal(db, author, { state: "draft", title: "Stake" });
  const conflicting = { proposalId, byId: author.id, content: {}, follows: 0 };
  await db.setAside.create({ data: { ...conflicting, tab: "one" } });
  await db.setAside.create({ data: { ...conflicting, tab: "two", settledAt: new Date() } });
  expect(await waitingCopies(db, author)).toMatchObject([{ proposalId, title: "Stake" }]);
  expect(await waitingCopies(db, ada)).toEqual([]);
});

test("open proposals on a record are those that have not ended", async () => {
  const open = await aProposal(db, ada, { state: "draft", recordId: 7, baseRevision: 1 });
  await aProposal(db, ada, { state: "withdrawn", recordId: 7, baseRevision: 1 });
  await aProposal(db, ada, { state: "draft", recordId: 8, baseRevision: 1 });
  await aProposal(db, ada, { kind: "actor", state: "draft", recordId: 7, baseRevision: 1 });
  expect((await openProposalsOn(db, "incident", 7)).map(({ id }) => id)).toEqual([open]);
});
