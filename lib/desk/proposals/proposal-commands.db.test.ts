import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, type Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { draftDigest } from "@/lib/desk/proposals/digest";
import { LONGEST_CONTENT } from "@/lib/desk/proposals/draft-content";
import { actorsToPick, chainsToPick, incidentsToPick } from "@/lib/desk/proposals/pick-queries";
import {
  createProposal,
  reopenProposal,
  takeBackProposal,
  withdrawProposal,
} from "@/lib/desk/proposals/proposal-commands";
import { type Save, saveProposal, settleConflictingSave } from "@/lib/desk/proposals/save-commands";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { readTyped } from "@/lib/desk/proposals/typed";
import { actorSchema } from "@/lib/record/actors/actor";
import { incidentSchema } from "@/lib/record/incidents/incident";
import { warningKey } from "@/lib/record/publishing/problem";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { givenDataset } from "@/testing/dataset";
import { aPerson } from "@/testing/proposals";

const dataset = givenDataset();
const COINEX: Typed = {
  name: "CoinEx hot-wallet theft",
  target: "CoinEx",
  targetKind: "Exchange",
  occurredOn: "Sept 12th, 2023",
  category: "wallet compromise",
  technique: "private-key-compromise",
  chains: ["Ethereum, tron", "BNB"],
  summary: "Hot wallets were drained of about $54 million.",
  lossUsd: "$54.3m",
  attributions: [
    { actor: "", by: "", confidence: "", on: "", source: "" },
    {
      actor: "lazarus-group",
      by: "ZachXBT",
      confidence: "suspected",
      on: "13 Sep 2023",
      source: "https://example.org/z",
    },
  ],
  assets: [{ quantity: "4,947 ETH", symbol: "", usd: "$7.9m" }],
  sources: [
    { url: "https://example.org/coinex", publisher: "rekt", title: "CoinEx", publishedOn: "" },
  ],
};

let db: Database;
let author: Person;
let other: Person;
beforeAll(async () => {
  db = (await testDatabase()).db;
  author = await aPerson(db, "Ada", "contributor");
  other = await aPerson(db, "Ben", "editor");
  const slugs = ["north-korea", "lazarus-group", "tradertraitor"];
  await publish(
    db,
    {
      actors: dataset.actors
        .filter(({ slug }) => slugs.includes(slug))
        .map((actor) => actorSchema.parse(actor)),
      incidents: dataset.incidents
        .filter(({ slug }) => slug === "coinex-2023-09")
        .map((incident) => incidentSchema.parse(incident)),
      figures: [],
      knownAddresses: [],
      targets: [],
      coverage: [],
    },
    "a part of the dataset",
  );
});

async function aDraft(typed: Typed = {}): Promise<number> {
  const made = await createProposal(db, author, { kind: "incident", typed });
  if ("refused" in made) throw new Error(made.refused);
  return made.created;
}

function aSave(id: number, save: Partial<Save> = {}): Save {
  return { id, follows: 0, tab: "tab-one-1", content: { name: "One" }, note: "", ...save };
}

async function stored(id: number) {
  return db.proposal.findUniqueOrThrow({ where: { id } });
}

describe("beginning", () => {
  test("an empty draft, with its event", async () => {
    const id = await aDraft();
    expect(await stored(id)).toMatchObject({
      state: "draft",
      content: {},
      title: "",
      saveNumber: 0,
    });
    expect(await db.proposalEvent.findMany({ where: { proposalId: id } })).toMatchObject([
      { kind: "created", byId: author.id },
    ]);
    expect(await db.auditEntry.count({ where: { subject: `proposal ${id}` } })).toBe(1);
  });

  test("a revision of what is active, which reads back as it", async () => {
    const incident = await db.incidentRevision.findFirstOrThrow({
      where: { slug: "coinex-2023-09" },
    });
    const made = await createProposal(db, author, {
      kind: "incident",
      of: { recordId: incident.incidentId },
    });
    if ("refused" in made) throw new Error(made.refused);
    const proposal = await stored(made.created);
    expect(proposal).toMatchObject({
      recordId: incident.incidentId,
      baseRevision: 1,
      title: "CoinEx hot-wallet theft",
    });
    const read = readTyped("incident", proposal.content as Typed);
    expect(read).toMatchObject({
      ok: true,
      entry: { record: { slug: "coinex-2023-09", lossUsd: 54000000 } },
    });
  });

  test.each([
    ["a record that is not there", { kind: "incident", of: { recordId: 99999 } }],
    ["a revision that is not there", { kind: "incident", of: { recordId: 1, revision: 99 } }],
    ["a field that no form has", { kind: "actor", typed: { lossUsd: "5" } }],
    ["a list where a text belongs", { kind: "actor", typed: { name: ["5"] } }],
    ["an unknown kind", { kind: "person" as "actor" }],
  ] as const)("refuses %s", async (_, given) => {
    expect(await createProposal(db, author, given as never)).toHaveProperty("refused");
  });

  test("nobody who is not signed in", async () => {
    await expect(createProposal(db, null, { kind: "incident" })).rejects.toThrow(Forbidden);
  });
});

describe("saving", () => {
  test("counts, and keeps what was typed as it was typed", async () => {
    const id = await aDraft();
    expect(
      await saveProposal(db, author, aSave(id, { content: COINEX, note: "New" })),
    ).toMatchObject({ saved: 1 });
    expect(await stored(id)).toMatchObject({
      content: COINEX,
      title: "CoinEx hot-wallet theft",
      note: "New",
      saveNumber: 1,
    });
  });

  test("the same again saves nothing anew", async () => {
    const id = await aDraft();
    await saveProposal(db, author, aSave(id));
    expect(await saveProposal(db, author, aSave(id, { follows: 0 }))).toMatchObject({ saved: 1 });
    expect(await stored(id)).toMatchObject({ saveNumber: 1 });
  });

  test("two forms: the later save is kept as a conflicting one, nothing is overwritten", async () => {
    const id = await aDraft();
    await saveProposal(db, author, aSave(id, { content: { name: "First" } }));
    const second = aSave(id, { tab: "tab-two-2", content: { name: "Second" } });
    expect(await saveProposal(db, author, second)).toMatchObject({ clash: { saveNumber: 1 } });
    await saveProposal(db, author, { ...second, content: { name: "Second, longer" } });
    expect(await stored(id)).toMatchObject({ content: { name: "First" }, saveNumber: 1 });
    const [conflicting, ...more] = await db.setAside.findMany({ where: { proposalId: id } });
    expect(more).toEqual([]);
    expect(conflicting).toMatchObject({
      tab: "tab-two-2",
      content: { name: "Second, longer" },
      follows: 0,
      settledAt: null,
    });
    const read = { id, tab: "tab-two-2", savedAt: conflicting?.savedAt.toISOString() ?? "" };
    expect(
      await settleConflictingSave(db, author, { ...read, savedAt: "2020-01-01T00:00:00Z" }),
    ).toHaveProperty("refused");
    expect(await settleConflictingSave(db, author, read)).toEqual({ done: true });
  });

  test("a form that never heard that its last save arrived goes on", async () => {
    const id = await aDraft();
    await saveProposal(db, author, aSave(id, { content: { name: "Sent" } }));
    const unheard = ["of another", draftDigest({ name: "Sent" }, "")];
    expect(
      await saveProposal(
        db,
        author,
        aSave(id, { follows: 0, unheard, content: { name: "Sent, and more" } }),
      ),
    ).toMatchObject({ saved: 2 });
  });

  test("twenty at once: one is saved, nineteen are kept as conflicting saves", async () => {
    const id = await aDraft();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        saveProposal(
          db,
          author,
          aSave(id, { tab: `many-tabs-${index}`, content: { name: `From ${index}` } }),
        ),
      ),
    );
    expect(all.filter((outcome) => "saved" in outcome)).toHaveLength(1);
    expect(all.filter((outcome) => "clash" in outcome)).toHaveLength(19);
    expect(await db.setAside.count({ where: { proposalId: id } })).toBe(19);
    expect(await stored(id)).toMatchObject({ saveNumber: 1 });
  });

  test("only by its author", async () => {
    const id = await aDraft();
    expect(await saveProposal(db, other, aSave(id))).toHaveProperty("refused");
    expect(await stored(id)).toMatchObject({ saveNumber: 0 });
  });

  test("into one in review: kept aside", async () => {
    const id = await aDraft();
    await db.proposal.update({ where: { id }, data: { state: "inReview" } });
    expect(await saveProposal(db, author, aSave(id))).toEqual({ closed: "It is in review now." });
    expect(await db.setAside.count({ where: { proposalId: id } })).toBe(1);
  });

  test.each([
    ["no object", "text"],
    ["null", null],
    ["a field that the form does not have", { name: "x", nmae: "y" }],
    ["a number for a text", { name: 5 }],
    ["an object for a list", { sources: { 0: {} } }],
    ["a million rows", { chains: Array.from({ length: 1_000_000 }, () => "") }],
    ["more than may be", { summary: "x".repeat(LONGEST_CONTENT) }],
    ["a prototype", JSON.parse('{"__proto__": {"name": "x"}}')],
  ])("refuses %s and changes nothing", async (_, content) => {
    const id = await aDraft({ name: "Kept" });
    expect(await saveProposal(db, author, aSave(id, { content }))).toHaveProperty("refused");
    expect(await stored(id)).toMatchObject({ content: { name: "Kept" }, saveNumber: 0 });
  });

  test("what PostgreSQL cannot keep is left out, the rest stays", async () => {
    const id = await aDraft();
    const content = { name: "a\0b\ud800c\r\nd", summary: "\u202e\u0007<script>" };
    expect(await saveProposal(db, author, aSave(id, { content }))).toMatchObject({ saved: 1 });
    expect(await stored(id)).toMatchObject({
      content: { name: "abc\nd", summary: "\u202e\u0007<script>" },
    });
  });
});

describe("submitting", () => {
  const submit = (id: number, saveNumber = 0, confirmed: string[] = []) =>
    submitProposal(db, author, { id, saveNumber, confirmed });

  test("an incomplete one is refused with each problem at its field", async () => {
    const id = await aDraft({ name: "x", attributions: [{ actor: "nobody-such" }] });
    const outcome = await submit(id);
    if (!("problems" in outcome)) throw new Error("was not refused");
    const paths = outcome.problems.map(({ path }) => path.join("."));
    expect(paths).toEqual(
      expect.arrayContaining([
        "target",
        "occurredOn",
        "sources",
        "attributions.0.actor",
        "attributions.0.source",
      ]),
    );
    expect(await stored(id)).toMatchObject({ state: "draft" });
  });

  test("a whole one, its taken slug aside, goes to review", async () => {
    const taken = await aDraft(COINEX);
    expect(await submit(taken)).toMatchObject({
      problems: [{ path: ["slug"] }, { path: ["target"], question: true }],
    });
    const id = await aDraft({ ...COINEX, slug: "coinex-2023-09-2" });
    // The same target on the same day has to be answered.
    const asked = await submit(id);
    if (!("problems" in asked)) throw new Error("was not asked");
    expect(asked.problems).toMatchObject([{ path: ["target"], question: true }]);
    expect(await submit(id, 0, asked.problems.map(warningKey))).toEqual({ submitted: true });
    expect(await stored(id)).toMatchObject({ state: "inReview" });
    expect(await submit(id)).toHaveProperty("refused");
    expect(await takeBackProposal(db, author, { id })).toEqual({ done: true });
    expect(await stored(id)).toMatchObject({ state: "draft" });
  });

  test("a warning has to be settled", async () => {
    const id = await aDraft({ ...COINEX, slug: "slip", lossUsd: "$54.3bn" });
    const outcome = await submit(id);
    if (!("problems" in outcome)) throw new Error("was not asked");
    expect(outcome.problems.every(({ question }) => question === true)).toBe(true);
    expect(outcome.problems.map(({ message }) => message).join()).toContain("$54.0m");
    expect(await submit(id, 0, outcome.problems.map(warningKey))).toEqual({ submitted: true });
    const event = await db.proposalEvent.findFirst({
      where: { proposalId: id, kind: "submitted" },
    });
    expect(event?.text).toContain("Confirmed:");
  });

  test("a revision needs a word on what it changes", async () => {
    const made = await createProposal(db, author, { kind: "incident", of: { recordId: 1 } });
    if ("refused" in made) throw new Error(made.refused);
    expect(await submit(made.created)).toMatchObject({ problems: [{ path: ["_note"] }] });
  });

  test("not what was saved since it was read", async () => {
    const id = await aDraft({ ...COINEX, slug: "read-before" });
    await saveProposal(db, author, aSave(id));
    expect(await submit(id, 0)).toHaveProperty("refused");
  });
});

describe("what only the record can tell", () => {
  const check = async (typed: Typed, recordId: number | null = null) => {
    const draft = { kind: "incident", recordId, authorId: author.id, note: "x" } as const;
    // Of another target and day, so that it looks like no theft of the record.
    const apart = { target: "Nobody’s exchange", name: "A theft", occurredOn: "2021-01-01" };
    const content = { ...COINEX, ...apart, lossUsd: "", slug: "never-taken", ...typed };
    const problems = await checkTyped(db, { ...draft, content });
    return problems.map(({ path, question }) => `${path.join(".")}${question ? "?" : ""}`);
  };
  const naming = (actor: string): Typed => ({
    attributions: [
      { actor: "", by: "", confidence: "", on: "", source: "" },
      { actor, by: "X", confidence: "likely", on: "", source: "https://x.example" },
    ],
  });

  test("an actor that nobody has entered, at the row that names it", async () => {
    expect(await check(naming("nobody-such"))).toEqual(["attributions.1.actor"]);
    expect(await check(naming("Lazarus Group"))).toEqual([]);
  });

  test("one that is only a draft of one’s own is a warning; somebody else’s draft is none of one’s business", async () => {
    await createProposal(db, author, { kind: "actor", typed: { name: "Own Draft" } });
    await createProposal(db, other, { kind: "actor", typed: { name: "Their Draft" } });
    expect(await check(naming("own-draft"))).toEqual(["attributions.1.actor?"]);
    expect(await check(naming("their-draft"))).toEqual(["attributions.1.actor"]);
  });

  test("what it is merged into must be another that stands", async () => {
    const { incidentId } = await db.incidentRevision.findFirstOrThrow({
      where: { slug: "coinex-2023-09" },
    });
    const merged: Typed = { mergedInto: "coinex-2023-09", slug: "coinex-2023-09" };
    expect(await check(merged, incidentId)).toEqual(["mergedInto"]);
    expect(await check({ mergedInto: "no-such" })).toEqual(["mergedInto"]);
    expect(await check({ mergedInto: "coinex-2023-09" })).toEqual([]);
  });
});

describe("picking", () => {
  test("an incident by what it is called, patterns meant as typed", async () => {
    expect(await incidentsToPick(db, "coinex")).toMatchObject([{ text: "coinex-2023-09" }]);
    expect(await incidentsToPick(db, "%")).toEqual([]);
    expect(await incidentsToPick(db, "_")).toEqual([]);
    expect(await incidentsToPick(db, " ")).toEqual([]);
  });

  test("actors that stand, chains that are named or known", async () => {
    expect((await actorsToPick(db)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["lazarus-group", "tradertraitor"]),
    );
    expect(await chainsToPick(db)).toEqual(expect.arrayContaining(["xdag", "bitcoin"]));
  });
});

describe("withdrawing", () => {
  test("keeps it readable, with the reason, and lets it be taken up again", async () => {
    const id = await aDraft({ name: "Kept" });
    expect(await withdrawProposal(db, author, { id, reason: "A duplicate." })).toEqual({
      done: true,
    });
    expect(await stored(id)).toMatchObject({ state: "withdrawn", content: { name: "Kept" } });
    expect(
      await db.proposalEvent.findFirst({ where: { proposalId: id, kind: "withdrawn" } }),
    ).toMatchObject({ text: "A duplicate." });
    expect(await withdrawProposal(db, author, { id, reason: "" })).toHaveProperty("refused");
    expect(await reopenProposal(db, author, { id })).toEqual({ done: true });
    expect(await stored(id)).toMatchObject({ state: "draft" });
  });

  test("from review needs a reason; somebody else’s is not one’s to withdraw", async () => {
    const id = await aDraft();
    await db.proposal.update({ where: { id }, data: { state: "inReview" } });
    expect(await withdrawProposal(db, author, { id, reason: " " })).toHaveProperty("refused");
    expect(await withdrawProposal(db, other, { id, reason: "No." })).toHaveProperty("refused");
    expect(await reopenProposal(db, author, { id })).toHaveProperty("refused");
  });
});
