import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { correctField } from "@/lib/desk/proposals/correct-field-command";
import {
  answerComment,
  commentOnField,
  declineSuggestion,
  reopenComment,
  resolveComment,
  takeSuggestion,
  undoTaken,
} from "@/lib/desk/proposals/field-comment-commands";
import { commentsOn, unresolvedOn } from "@/lib/desk/proposals/field-comment-queries";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { returnProposal } from "@/lib/desk/proposals/review-commands";
import { sinceReturned } from "@/lib/desk/proposals/round-queries";
import { saveProposal } from "@/lib/desk/proposals/save-commands";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { warningKey } from "@/lib/record/publishing/problem";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { anIncident } from "@/testing/records";

let db: Database;
let ada: Person;
let eve: Person;
let bea: Person;
let cem: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  eve = await aPerson(db, "Eve", "contributor");
  bea = await aPerson(db, "Bea");
  cem = await aPerson(db, "Cem", "admin");
});

let made = 0;
const aContent = (): Typed => {
  made++;
  const record = anIncident({ slug: `theft-${made}`, name: `Theft ${made}`, attributions: [] });
  return writeTyped({
    kind: "incident",
    record: { ...record, retraction: null, mergedInto: null },
  });
};
const aDraft = (content = aContent()) =>
  aProposal(db, ada, { state: "returned", content: content as object, title: "Theft" });
const stored = (id: number) =>
  db.proposal.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: "asc" } } } });
const comment = async (
  by: Person,
  proposalId: number,
  given: { path?: string; text?: string; suggested?: string } = {},
) => {
  const said = { path: "name", text: "Who calls it that?", suggested: "", ...given };
  const outcome = await commentOnField(db, by, { proposalId, ...said });
  if ("refused" in outcome) throw new Error(outcome.refused);
  const last = await db.fieldComment.findFirstOrThrow({
    where: { proposalId },
    orderBy: { id: "desc" },
  });
  return last.id;
};

describe("a comment on a field", () => {
  test("keeps what the field said, is answered, resolved and opened again, and each step is told", async () => {
    const proposalId = await aProposal(db, ada, { content: aContent() as object });
    const commentId = await comment(bea, proposalId);
    expect(await answerComment(db, ada, { commentId, text: "The exchange." })).toHaveProperty(
      "done",
    );
    expect(await unresolvedOn(db, proposalId)).toMatchObject([{ id: commentId, label: "Name" }]);
    expect(await resolveComment(db, ada, { commentId })).toHaveProperty("done");
    expect(await resolveComment(db, bea, { commentId })).toHaveProperty("refused");
    expect(await unresolvedOn(db, proposalId)).toEqual([]);
    expect(await reopenComment(db, bea, { commentId })).toHaveProperty("done");
    const [found] = await commentsOn(db, proposalId);
    expect(found).toMatchObject({ label: "Name", said: `Theft ${made}`, state: "open" });
    expect(found?.entries.map(({ kind, by }) => `${by.name} ${kind}`)).toEqual([
      "Ada answered",
      "Ada resolved",
      "Bea reopened",
    ]);
    const { events } = await stored(proposalId);
    expect(events.map(({ text }) => text)).toEqual([
      "On Name: Who calls it that?",
      "On Name, in answer: The exchange.",
    ]);
  });

  test("is for those who may read the proposal, and for fields that it has", async () => {
    const proposalId = await aProposal(db, ada, { content: aContent() as object });
    const given = { proposalId, text: "Hm.", suggested: "" };
    expect(await commentOnField(db, eve, { ...given, path: "name" })).toHaveProperty("refused");
    for (const path of ["none", "sources/none", "__proto__"])
      expect(await commentOnField(db, bea, { ...given, path })).toHaveProperty("refused");
    await expect(commentOnField(db, null, { ...given, path: "name" })).rejects.toThrow(Forbidden);
    const commentId = await comment(bea, proposalId);
    for (const refused of [
      await answerComment(db, eve, { commentId, text: "Mine." }),
      await resolveComment(db, eve, { commentId }),
      await reopenComment(db, eve, { commentId }),
      await takeSuggestion(db, eve, { commentId, saveNumber: 0 }),
      await declineSuggestion(db, eve, { commentId }),
    ])
      expect(refused).toHaveProperty("refused");
    expect((await commentsOn(db, proposalId))[0]?.entries).toEqual([]);
  });

  test("is no longer made once it is published or withdrawn", async () => {
    const proposalId = await aProposal(db, ada, {
      content: aContent() as object,
      state: "withdrawn",
    });
    expect(
      await commentOnField(db, bea, { proposalId, path: "name", text: "Hm.", suggested: "" }),
    ).toMatchObject({ refused: expect.stringContaining("withdrawn") });
  });
});

describe("a suggested change", () => {
  test("is taken in one save, which says who took what", async () => {
    const proposalId = await aDraft();
    const commentId = await comment(bea, proposalId, { path: "lossUsd", suggested: "$7.5m" });
    const before = await stored(proposalId);
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 0 })).toEqual({
      saved: 1,
      path: "lossUsd",
    });
    const after = await stored(proposalId);
    expect(after.content).toEqual({ ...(before.content as Typed), lossUsd: "$7.5m" });
    expect(after.saveNumber).toBe(1);
    expect(after.events.at(-1)).toMatchObject({
      kind: "took",
      byId: "ada",
      text: expect.stringMatching(/^Loss, best estimate: “.+” → “\$7\.5m”$/),
    });
    expect((await commentsOn(db, proposalId))[0]?.state).toBe("taken");
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 1 })).toHaveProperty("refused");
    // A form that was open meanwhile does not write over it.
    const stale = await saveProposal(db, ada, {
      id: proposalId,
      follows: 0,
      tab: "another-tab",
      content: before.content,
      note: "Typed meanwhile",
    });
    expect(stale).toHaveProperty("clash");
    expect((await stored(proposalId)).content).toEqual(after.content);
  });

  test("of a row is taken into that row, wherever it has moved", async () => {
    const content = aContent();
    const [source] = content.sources as Typed[];
    const proposalId = await aDraft(content);
    const path = `sources/${source?.url}/title`;
    const commentId = await comment(bea, proposalId, { path, suggested: "As it is printed" });
    const other = { ...source, url: "https://first.example.org/", title: "First" };
    await saveProposal(db, ada, {
      id: proposalId,
      follows: 0,
      tab: "writing-tab",
      content: { ...content, sources: [other, ...(content.sources as Typed[])] },
      note: "",
    });
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 1 })).toHaveProperty("saved", 2);
    const { content: taken } = await stored(proposalId);
    expect((taken as unknown as { sources: Typed[] }).sources.map(({ title }) => title)).toEqual([
      "First",
      "As it is printed",
    ]);
  });

  test("is refused where the form cannot read it, and nothing is said then", async () => {
    const proposalId = await aDraft();
    for (const [path, suggested] of [
      ["lossUsd", "much"],
      ["occurredOn", "2024-13-40"],
      ["category", "nothing of the kind"],
      ["sources", "another"],
    ] as const)
      expect(
        await commentOnField(db, bea, { proposalId, path, text: "So.", suggested }),
      ).toMatchObject({ refused: expect.stringContaining("What you suggest: ") });
    expect(await commentsOn(db, proposalId)).toEqual([]);
  });

  test("is taken by its author alone, of what they saw, and while they may write", async () => {
    const proposalId = await aDraft();
    const commentId = await comment(bea, proposalId, { suggested: "Another name" });
    expect(await takeSuggestion(db, cem, { commentId, saveNumber: 0 })).toHaveProperty("refused");
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 3 })).toHaveProperty("refused");
    await db.proposal.update({ where: { id: proposalId }, data: { state: "inReview" } });
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 0 })).toMatchObject({
      refused: expect.stringContaining("recall it"),
    });
    expect((await stored(proposalId)).saveNumber).toBe(0);
  });

  test("is made by others than the author, and declined by the author", async () => {
    const proposalId = await aDraft();
    const given = { proposalId, path: "name", text: "So.", suggested: "Mine" };
    expect(await commentOnField(db, ada, given)).toHaveProperty("refused");
    const commentId = await comment(bea, proposalId, { suggested: "Another name" });
    expect(await declineSuggestion(db, bea, { commentId })).toHaveProperty("refused");
    expect(await declineSuggestion(db, ada, { commentId })).toHaveProperty("done");
    expect((await commentsOn(db, proposalId))[0]?.state).toBe("declined");
    expect((await stored(proposalId)).saveNumber).toBe(0);
  });

  test("of two at once is taken once", async () => {
    const proposalId = await aDraft();
    const commentId = await comment(bea, proposalId, { suggested: "Another name" });
    const outcomes = await Promise.all(
      [0, 0, 0].map((saveNumber) => takeSuggestion(db, ada, { commentId, saveNumber })),
    );
    expect(outcomes.filter((outcome) => "saved" in outcome)).toHaveLength(1);
    expect((await stored(proposalId)).saveNumber).toBe(1);
  });
});

describe("a suggested row", () => {
  const rows = async (id: number) => (await stored(id)).content as unknown as { sources: Typed[] };
  const suggest = async (
    proposalId: number,
    path: string,
    row: { fields: object; shown?: object; remove?: boolean },
    by = bea,
  ) =>
    commentOnField(db, by, {
      proposalId,
      path,
      text: "See its page.",
      suggested: "",
      row: { shown: {}, remove: false, ...row } as NonNullable<
        Parameters<typeof commentOnField>[2]["row"]
      >,
    });
  const lastId = async (proposalId: number) =>
    (await db.fieldComment.findFirstOrThrow({ where: { proposalId }, orderBy: { id: "desc" } })).id;
  const fields = { url: "https://third.example.org/", publisher: "Third", title: "A third" };

  test("is added, undone, taken again, and each step is told", async () => {
    const proposalId = await aDraft();
    const before = await rows(proposalId);
    expect(await suggest(proposalId, "sources", { fields })).toHaveProperty("done");
    const commentId = await lastId(proposalId);
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 0 })).toHaveProperty("saved", 1);
    expect((await rows(proposalId)).sources).toEqual([
      ...before.sources,
      { ...fields, publishedOn: "", archivedUrl: "", kind: "" },
    ]);
    expect(await undoTaken(db, bea, { commentId, saveNumber: 1 })).toHaveProperty("refused");
    expect(await undoTaken(db, ada, { commentId, saveNumber: 0 })).toHaveProperty("refused");
    expect(await undoTaken(db, ada, { commentId, saveNumber: 1 })).toHaveProperty("saved", 2);
    expect(await rows(proposalId)).toEqual(before);
    expect(await undoTaken(db, ada, { commentId, saveNumber: 2 })).toHaveProperty("refused");
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 2 })).toHaveProperty("saved", 3);
    const { events } = await stored(proposalId);
    expect(events.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      expect.stringContaining("Suggested: a new row: Web address: https://third.example.org/"),
      expect.stringContaining("took Sources: a new row: "),
      "commented Undid what was taken for Sources; it waits again.",
      expect.stringContaining("took Sources: a new row: "),
    ]);
  });

  test("that was changed meanwhile is told to its author, and stays as they wrote it", async () => {
    const content = aContent();
    const [shown = {}] = content.sources as Typed[];
    const proposalId = await aDraft(content);
    const path = `sources/${shown.url}`;
    const given = { fields: { ...shown, title: "As it is printed" }, shown };
    expect(await suggest(proposalId, path, given)).toHaveProperty("done");
    const commentId = await lastId(proposalId);
    const mine = { ...content, sources: [{ ...shown, title: "Mine" }] };
    await saveProposal(db, ada, {
      id: proposalId,
      follows: 0,
      tab: "writing-tab",
      content: mine,
      note: "",
    });
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 1 })).toMatchObject({
      refused: expect.stringContaining("its title says “Mine” now"),
    });
    expect((await stored(proposalId)).content).toEqual(mine);
    expect((await commentsOn(db, proposalId))[0]?.state).toBe("open");
    // Nor is anything suggested on top of what the form was not drawn with.
    expect(await suggest(proposalId, path, given)).toHaveProperty("refused");
  });

  test("is taken out and comes back where it was", async () => {
    const content = aContent();
    const [shown = {}] = content.sources as Typed[];
    const both = { ...content, sources: [shown, { ...shown, ...fields }] };
    const proposalId = await aDraft(both);
    const given = { fields: shown, shown, remove: true };
    expect(await suggest(proposalId, `sources/${shown.url}`, given)).toHaveProperty("done");
    const commentId = await lastId(proposalId);
    expect(await takeSuggestion(db, ada, { commentId, saveNumber: 0 })).toHaveProperty("saved", 1);
    expect((await rows(proposalId)).sources.map(({ url }) => url)).toEqual([fields.url]);
    expect(await undoTaken(db, ada, { commentId, saveNumber: 1 })).toHaveProperty("saved", 2);
    expect((await stored(proposalId)).content).toEqual(both);
  });

  test("is refused at its field where the form cannot read it, of the author, and of whoever may not read it", async () => {
    const proposalId = await aDraft();
    expect(await suggest(proposalId, "sources", { fields: { ...fields, url: "x" } })).toMatchObject(
      {
        refused: expect.stringContaining("What you suggest: "),
        at: "url",
      },
    );
    expect(await suggest(proposalId, "sources", { fields }, ada)).toHaveProperty("refused");
    expect(await suggest(proposalId, "sources", { fields }, eve)).toHaveProperty("refused");
    expect(await commentsOn(db, proposalId)).toEqual([]);
  });
});

test("what is not resolved holds a publication up, by name, until it is confirmed", async () => {
  const proposalId = await aProposal(db, ada, { content: aContent() as object });
  const first = await comment(bea, proposalId, { text: "Says who?" });
  const given = { proposalId, saveNumber: 0, note: "" };
  expect(await publishProposal(db, bea, given)).toMatchObject({
    refused: expect.stringContaining("1 comment is not resolved: on Name (“Says who?”)"),
  });
  const second = await comment(cem, proposalId, { path: "summary", text: "Too long." });
  // One that came after the page was opened is not confirmed with the others.
  expect(await publishProposal(db, bea, { ...given, despite: [first] })).toMatchObject({
    refused: expect.stringContaining("on Summary (“Too long.”)"),
  });
  await resolveComment(db, bea, { commentId: second });
  expect(await publishProposal(db, bea, { ...given, despite: [first] })).toHaveProperty(
    "published",
  );
  expect(await reopenComment(db, bea, { commentId: second })).toHaveProperty("refused");
});

describe("a round of a review", () => {
  const submit = async (id: number, saveNumber: number) => {
    const sent = await submitProposal(db, ada, { id, saveNumber, confirmed: [] });
    if (!("problems" in sent)) return sent;
    const confirmed = sent.problems.map(warningKey);
    return submitProposal(db, ada, { id, saveNumber, confirmed });
  };

  test("shows what the author changed since it was returned, and not what was corrected before", async () => {
    const content = aContent();
    const proposalId = await aDraft(content);
    const of = (changed: Typed) => ({
      id: proposalId,
      kind: "incident" as const,
      content: changed,
    });
    expect(await submit(proposalId, 0)).toEqual({ submitted: true });
    expect(await sinceReturned(db, of(content))).toBeNull();
    const corrected = { proposalId, saveNumber: 0, path: "name", value: "The corrected name" };
    expect(await correctField(db, bea, corrected)).toHaveProperty("done");
    const reason = "Shorten the summary.";
    await returnProposal(db, bea, { proposalId, saveNumber: 1, reason });
    const { content: returned } = await stored(proposalId);
    expect((await sinceReturned(db, of(returned as Typed)))?.differences).toEqual([]);
    const again = { ...(returned as Typed), summary: "Short.", lossUsd: "$1.5m" };
    await saveProposal(db, ada, {
      id: proposalId,
      follows: 1,
      tab: "round-two",
      content: again,
      note: "",
    });
    expect(await submit(proposalId, 2)).toEqual({ submitted: true });
    const since = await sinceReturned(db, of(again));
    expect(since).toMatchObject({ by: "Bea", reason });
    expect(since?.differences.map(({ path }) => path)).toEqual(["summary", "lossUsd"]);
    expect(await db.proposalRound.count({ where: { proposalId } })).toBe(3);
  });
});

describe("a reviewer's correction", () => {
  test("changes that field alone, claims the review, and says who changed what", async () => {
    const content = aContent();
    const proposalId = await aProposal(db, ada, { content: content as object });
    const given = { proposalId, saveNumber: 0, path: "target", value: "Another target" };
    expect(await correctField(db, bea, given)).toHaveProperty("done");
    const after = await stored(proposalId);
    expect(after.content).toEqual({ ...content, target: "Another target" });
    expect(after).toMatchObject({
      state: "inReview",
      saveNumber: 1,
      reviewerId: "bea",
      authorId: "ada",
    });
    expect(after.events).toMatchObject([
      { kind: "corrected", byId: "bea", text: `Target: “${content.target}” → “Another target”` },
    ]);
    const published = await publishProposal(db, bea, { proposalId, saveNumber: 1 });
    expect(published).toHaveProperty("published");
  });

  test("is refused of one's own, to others than the reviewer, unread, unreadable and without a change", async () => {
    const content = aContent();
    const proposalId = await aProposal(db, bea, { content: content as object });
    const given = { proposalId, saveNumber: 0, path: "target", value: "Another target" };
    expect(await correctField(db, bea, given)).toHaveProperty("refused");
    await expect(correctField(db, ada, given)).rejects.toThrow(Forbidden);
    expect(await correctField(db, cem, { ...given, saveNumber: 1 })).toHaveProperty("refused");
    expect(
      await correctField(db, cem, { ...given, path: "lossUsd", value: "lots" }),
    ).toHaveProperty("refused");
    expect(await correctField(db, cem, { ...given, path: "sources" })).toHaveProperty("refused");
    expect(await correctField(db, cem, { ...given, value: ` ${content.target} ` })).toHaveProperty(
      "refused",
    );
    const other = await aProposal(db, ada, { content: aContent() as object, reviewerId: "cem" });
    expect(await correctField(db, bea, { ...given, proposalId: other })).toMatchObject({
      refused: expect.stringContaining("Cem has claimed"),
    });
    expect((await stored(proposalId)).events).toEqual([]);
  });
});
