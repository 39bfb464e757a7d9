import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import {
  declineSuggestion,
  type SentSuggestion,
  sendSuggestion,
  takeUpSuggestion,
} from "@/lib/desk/suggestions/suggestion-commands";
import {
  answeredSuggestions,
  fateOfSuggestion,
  findSuggestion,
  waitingSuggestions,
} from "@/lib/desk/suggestions/suggestion-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { anActor, anIncident, aTarget, publicationOf } from "@/testing/records";

const person = (id: string, role: Person["role"]): Person => ({
  id,
  email: `${id}@example.org`,
  name: id,
  role,
});
const eva = person("eva", "editor");
const ed = person("ed", "editor");

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  for (const { id, email, name, role } of [eva, ed])
    await db.user.create({ data: { id, email, name, role } });
  const records = publicationOf({
    incidents: [anIncident()],
    targets: [aTarget()],
    actors: [anActor()],
  });
  await publish(db, records, "A test");
});

const given: SentSuggestion = {
  about: "",
  what: "Keys of its hot wallets were stolen.",
  name: "Stake",
  when: "4 September 2023",
  loss: "$41m",
  who: "Lazarus Group, says the FBI",
  sources: "https://example.org/stake\n https://example.org/fbi",
  email: "reader@example.org",
  website: "",
};

let sender = 0;
/** Each from an address of its own unless it says otherwise. */
async function sent(more: Partial<SentSuggestion> = {}, address = `192.0.2.${++sender % 250}`) {
  return sendSuggestion(db, null, { ...given, ...more }, address);
}
async function sentSecret(more: Partial<SentSuggestion> = {}): Promise<string> {
  const outcome = await sent(more);
  if (!("secret" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.secret;
}
async function fate(secret: string) {
  const found = await fateOfSuggestion(db, secret);
  if (found === null) throw new Error("no such link");
  return found;
}

describe("sending", () => {
  test("keeps what was sent, and only the hash of the link", async () => {
    const secret = await sentSecret();
    const row = await db.suggestion.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await fate(secret)).toMatchObject({
      state: "waiting",
      answer: "",
      about: null,
      published: null,
    });
    expect(await waitingSuggestions(db)).toMatchObject({
      count: 1,
      suggestions: [{ title: "Missing: Stake", state: "waiting" }],
    });
    expect(await findSuggestion(db, row.id)).toMatchObject({
      content: { sources: ["https://example.org/stake", "https://example.org/fbi"], loss: "$41m" },
    });
    expect(
      await db.auditEntry.count({ where: { action: "suggestion.send", personId: null } }),
    ).toBe(1);
  });

  test("says which record a correction is of", async () => {
    const secret = await sentSecret({ about: "incident:coinex-2023-09", name: "" });
    expect((await fate(secret)).about).toMatchObject({ slug: "coinex-2023-09" });
    expect((await waitingSuggestions(db)).suggestions[0]?.title).toBe(
      "Correction of CoinEx hot-wallet theft",
    );
    await sentSecret({ about: "actor:lazarus-group", name: "" });
    expect(await sent({ about: "incident:gone" })).toMatchObject({ problems: [{ field: null }] });
    expect(await sent({ about: "figure:1" })).toHaveProperty("problems");
  });

  test.each<[string, Partial<SentSuggestion>, string]>([
    ["nothing said", { what: " " }, "what"],
    ["nobody named", { name: "" }, "name"],
    ["no source", { sources: " \n" }, "sources"],
    ["what is no link", { sources: "https://example.org\nexample.org/b" }, "sources"],
    ["a script for a link", { sources: "javascript:alert(1)" }, "sources"],
    [
      "too many links",
      { sources: Array.from({ length: 21 }, (_, n) => `https://a.example/${n}`).join(" ") },
      "sources",
    ],
    ["long text", { what: "x".repeat(4001) }, "what"],
    ["very long sources", { sources: `https://a.example/${"x".repeat(30_000)}` }, "sources"],
    ["control characters", { what: "a\u0000b" }, "what"],
    ["direction overrides", { who: "a\u202eb" }, "who"],
    ["halves of characters", { sources: "https://a.example/\ud800 x\ud800" }, "sources"],
    ["no e-mail address", { email: "me" }, "email"],
    ["the field for programs", { website: "https://spam.example" }, ""],
  ])("refuses %s, beside its field, and keeps nothing", async (_, more, field) => {
    const outcome = await sent(more);
    expect(outcome).toMatchObject({ problems: [{ field: field === "" ? null : field }] });
    expect("problems" in outcome && outcome.problems[0]?.message).toMatch(/[.]$/);
    expect(await db.suggestion.count()).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("is limited for each network address, also where many come at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => sent({}, "203.0.113.9")));
    expect(outcomes.filter((outcome) => "secret" in outcome)).toHaveLength(5);
    expect(outcomes.find((outcome) => "problems" in outcome)).toMatchObject({
      problems: [{ message: expect.stringContaining("Try again in") }],
    });
    expect(await db.suggestion.count()).toBe(5);
    expect(await sent({}, "203.0.113.10")).toHaveProperty("secret");
    // One customer's network, whatever addresses it makes up within it.
    const ofNetwork = await Promise.all(
      Array.from({ length: 7 }, (_, n) => sent({}, `2001:db8:0:1::${n}`)),
    );
    expect(ofNetwork.filter((outcome) => "secret" in outcome)).toHaveLength(5);
  });

  test("what is refused as malformed does not count", async () => {
    for (let times = 0; times < 8; times++) await sent({ what: "" }, "203.0.113.9");
    expect(await sent({}, "203.0.113.9")).toHaveProperty("secret");
  });

  test("there is nothing at links that were made up", async () => {
    await sentSecret();
    for (const secret of ["", "x", "../../desk", "A".repeat(43), "\u0000"])
      expect(await fateOfSuggestion(db, secret)).toBeNull();
  });
});

describe("answering", () => {
  async function waitingId(): Promise<number> {
    return (await waitingSuggestions(db)).suggestions[0]?.id ?? 0;
  }

  test("a correction of a target becomes a draft of it, and leads its sender to its page", async () => {
    const secret = await sentSecret({ about: "target:coinex", name: "" });
    const id = await waitingId();
    expect((await waitingSuggestions(db)).suggestions[0]?.title).toBe("Correction of CoinEx");
    const taken = await takeUpSuggestion(db, eva, id);
    if (!("proposalId" in taken)) throw new Error(taken.refused);
    const draft = await db.proposal.findUniqueOrThrow({ where: { id: taken.proposalId } });
    expect(draft).toMatchObject({ kind: "target", content: { name: "CoinEx" } });
    await db.proposal.update({
      where: { id: draft.id },
      data: { state: "inReview", content: { ...(draft.content as object), aliases: ["币赢"] } },
    });
    const published = await publishProposal(db, ed, {
      proposalId: draft.id,
      saveNumber: draft.saveNumber,
    });
    expect(published).toMatchObject({ published: { version: 2 } });
    expect(await fate(secret)).toMatchObject({
      state: "published",
      published: { version: 2, address: "/v/2/targets/coinex" },
    });
  });

  test("taken up, it becomes a draft; published, its sender is led there", async () => {
    const secret = await sentSecret();
    const id = await waitingId();
    const taken = await takeUpSuggestion(db, eva, id);
    if (!("proposalId" in taken)) throw new Error(taken.refused);
    const draft = await db.proposal.findUniqueOrThrow({
      where: { id: taken.proposalId },
      include: { events: true },
    });
    expect(draft).toMatchObject({
      authorId: "eva",
      suggestionId: id,
      state: "draft",
      title: "Stake",
      content: { target: "Stake", occurredOn: "4 September 2023", lossUsd: "$41m" },
      events: [{ text: expect.stringContaining("says the FBI") }],
    });
    // Nothing that is only for editors goes into the draft.
    expect(JSON.stringify(draft)).not.toContain("reader@example.org");
    expect((await fate(secret)).state).toBe("writing");
    await db.proposal.update({
      where: { id: draft.id },
      data: {
        state: "inReview",
        content: {
          ...(draft.content as object),
          name: "Stake theft",
          targetKind: "exchange",
          category: "wallet-compromise",
          technique: "private-key-compromise",
          sources: [{ url: "https://example.org/stake", publisher: "A", title: "B" }],
        },
      },
    });
    expect((await fate(secret)).state).toBe("inReview");
    const published = await publishProposal(db, ed, {
      proposalId: draft.id,
      saveNumber: draft.saveNumber,
    });
    expect(published).toMatchObject({ published: { version: 2 } });
    expect(await fate(secret)).toMatchObject({
      state: "published",
      published: { version: 2, address: "/v/2/incidents/stake-2023-09" },
    });
  });

  test("a correction begins from what is published, with the reader's sources below its own", async () => {
    await sentSecret({
      about: "incident:coinex-2023-09",
      name: "",
      sources: "https://example.org/report https://example.org/new",
    });
    const taken = await takeUpSuggestion(db, eva, await waitingId());
    if (!("proposalId" in taken)) throw new Error(taken.refused);
    const draft = await db.proposal.findUniqueOrThrow({ where: { id: taken.proposalId } });
    expect(draft).toMatchObject({
      baseRevision: 1,
      content: {
        target: "CoinEx",
        sources: [
          { url: "https://example.org/report", publisher: "Example" },
          { url: "https://example.org/new" },
        ],
      },
    });
  });

  test("declined, its sender reads why", async () => {
    const secret = await sentSecret();
    const id = await waitingId();
    expect(await declineSuggestion(db, eva, { id, answer: " " })).toHaveProperty("refused");
    expect(await declineSuggestion(db, eva, { id, answer: "a\u202eb" })).toHaveProperty("refused");
    expect(await declineSuggestion(db, eva, { id, answer: "x".repeat(2001) })).toHaveProperty(
      "refused",
    );
    expect(await declineSuggestion(db, eva, { id, answer: "No source names it." })).toEqual({
      done: true,
    });
    expect(await fate(secret)).toMatchObject({ state: "declined", answer: "No source names it." });
    expect(await answeredSuggestions(db)).toMatchObject({ count: 1 });
    expect((await waitingSuggestions(db)).count).toBe(0);
  });

  test("of two answers at once one comes second", async () => {
    await sentSecret();
    const id = await waitingId();
    const outcomes = await Promise.all([
      takeUpSuggestion(db, eva, id),
      takeUpSuggestion(db, ed, id),
      declineSuggestion(db, ed, { id, answer: "No." }),
    ]);
    expect(outcomes.filter((outcome) => "refused" in outcome)).toHaveLength(2);
    expect(await db.proposal.count()).toBeLessThanOrEqual(1);
    expect(await takeUpSuggestion(db, eva, id)).toMatchObject({
      refused: expect.stringContaining("answered it already"),
    });
    expect(await takeUpSuggestion(db, eva, 9999)).toEqual({
      refused: "There is no such suggestion.",
    });
  });

  test("is for editors", async () => {
    await sentSecret();
    const contributor = person("carl", "contributor");
    await expect(takeUpSuggestion(db, contributor, 1)).rejects.toThrow(Forbidden);
    await expect(declineSuggestion(db, null, { id: 1, answer: "x" })).rejects.toThrow(Forbidden);
  });
});
