import { randomBytes, randomInt } from "node:crypto";
import { openDatabase } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { contentTyped } from "@/lib/desk/keys/content-typed";
import { acceptKey, makeKey } from "@/lib/desk/keys/key-commands";
import {
  answerComment,
  commentOnField,
  resolveComment,
} from "@/lib/desk/proposals/field-comment-commands";
import { createProposal, withdrawProposal } from "@/lib/desk/proposals/proposal-commands";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { commentOn, returnProposal } from "@/lib/desk/proposals/review-commands";
import { saveProposal } from "@/lib/desk/proposals/save-commands";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import {
  confirmWithholding,
  requestWithholding,
} from "@/lib/desk/withholding/withholding-commands";
import { listWithholdings } from "@/lib/desk/withholding/withholding-queries";
import { warningKey } from "@/lib/record/publishing/problem";

// Drafts in every state with words that are nowhere else, for the test that none of them leaks. In a
// process of its own: the database's client is a module that Playwright's own loader cannot load.

const db = openDatabase(process.env.DATABASE_URL ?? "", 2);

/** A word that is nowhere else; letters and digits, so that it may be a slug. */
const word = () => `leak${randomBytes(6).toString("hex")}`;

async function person(role: Person["role"]): Promise<Person> {
  const id = word();
  const email = `${id}@example.org`;
  const name = `Leak ${role} ${id}`;
  await db.user.create({ data: { id, email, name, role } });
  return { id, email, name, role };
}

export interface Drafted {
  id: number;
  saveNumber: number;
  slug: string;
  words: string[];
}

/** What stands drafted, and every word of it. */
export interface AllDrafted {
  drafts: Drafted[];
  inReview: Drafted;
  words: string[];
}

/** An incident that has a word of its own in every field that takes one. */
function incidentWithWords(): { typed: Typed; words: string[]; slug: string } {
  const words: string[] = [];
  const own = () => {
    const made = word();
    words.push(made);
    return made;
  };
  const link = () => `https://${own()}.example.org/`;
  const slug = own();
  const day = `20${randomInt(12, 24)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`;
  return {
    slug,
    words,
    typed: {
      slug,
      name: own(),
      target: own(),
      targetKind: "exchange",
      occurredOn: day,
      category: "wallet-compromise",
      technique: "private-key-compromise",
      chains: ["ethereum"],
      summary: `In short: ${own()}.`,
      lossUsd: "$98,765,432",
      lossEstimates: [
        { amountUsd: "$98,765,432", by: own(), on: day, source: link(), preferred: "yes" },
      ],
      attributions: [
        { actor: "lazarus-group", by: own(), confidence: "likely", on: day, source: link() },
      ],
      assets: [{ symbol: own().slice(0, 16), quantity: "12", usd: "" }],
      addresses: [
        {
          chain: "ethereum",
          address: `0x${randomBytes(20).toString("hex")}`,
          role: "attacker",
          source: link(),
        },
      ],
      sources: [{ url: link(), publisher: own(), title: own(), publishedOn: day, archivedUrl: "" }],
    },
  };
}

async function draft(author: Person, of?: number): Promise<Drafted> {
  const { typed, words, slug } = incidentWithWords();
  const given =
    of === undefined
      ? { kind: "incident" as const }
      : { kind: "incident" as const, of: { recordId: of } };
  const begun = await createProposal(db, author, given);
  if (!("created" in begun)) throw new Error(begun.refused);
  const note = word();
  const saved = await saveProposal(db, author, {
    id: begun.created,
    follows: 0,
    tab: "leak-test-tab",
    content: typed,
    note,
  });
  if (!("saved" in saved)) throw new Error(JSON.stringify(saved));
  return { id: begun.created, saveNumber: saved.saved, slug, words: [...words, note] };
}

/** A draft that a program begins and saves by a key, whose secret is a word that must not leak either. */
async function draftByKey(author: Person): Promise<Drafted> {
  const purpose = word();
  const made = await makeKey(db, await person("admin"), {
    name: purpose,
    personId: author.id,
    scopes: ["draft"],
    days: null,
  });
  if ("refused" in made) throw new Error(made.refused);
  const use = await acceptKey(db, null, { secret: made.secret, address: "203.0.113.5" });
  if (!("person" in use)) throw new Error(JSON.stringify(use));
  const { typed, words, slug } = incidentWithWords();
  const taken = contentTyped("incident", typed);
  if ("problems" in taken) throw new Error(JSON.stringify(taken.problems));
  const note = word();
  const given = { kind: "incident", typed: taken.typed, note } as const;
  const begun = await createProposal(db, use.person, given);
  if (!("created" in begun)) throw new Error(begun.refused);
  return { id: begun.created, saveNumber: 0, slug, words: [...words, note, purpose, made.secret] };
}

async function submit(author: Person, { id, saveNumber }: Drafted): Promise<void> {
  const submitted = await submitProposal(db, author, { id, saveNumber, confirmed: [] });
  if ("submitted" in submitted) return;
  if (!("problems" in submitted)) throw new Error(submitted.refused);
  const confirmed = submitted.problems.map(warningKey);
  const again = await submitProposal(db, author, { id, saveNumber, confirmed });
  if (!("submitted" in again)) throw new Error(JSON.stringify(again));
}

async function draftInEveryState(): Promise<AllDrafted> {
  const author = await person("contributor");
  const editor = await person("editor");
  const incident = await db.incidentRevision.findFirstOrThrow({
    where: { slug: "coinex-2023-09", supersededIn: null },
  });
  const open = await draft(author);
  const revision = await draft(author, incident.incidentId);
  const byKey = await draftByKey(author);
  const inReview = await draft(author);
  await submit(author, inReview);
  const commented = word();
  await commentOn(db, author, { proposalId: inReview.id, text: commented });
  const onField = word();
  const suggested = word();
  const answered = word();
  await commentOnField(db, editor, {
    proposalId: inReview.id,
    path: "name",
    text: onField,
    suggested,
  });
  const comment = await db.fieldComment.findFirstOrThrow({ where: { proposalId: inReview.id } });
  await answerComment(db, author, { commentId: comment.id, text: answered });
  // Settled, so that it is published all the same: what was said stays at the desk.
  await resolveComment(db, editor, { commentId: comment.id });
  const returned = await draft(author);
  await submit(author, returned);
  const reason = word();
  const { id: proposalId, saveNumber } = returned;
  await returnProposal(db, editor, { proposalId, saveNumber, reason });
  const withdrawn = await draft(author);
  await withdrawProposal(db, author, { id: withdrawn.id, reason: word() });
  const conflicting = word();
  await saveProposal(db, author, {
    id: open.id,
    follows: 0,
    tab: "leak-other-tab",
    content: { name: conflicting },
    note: "",
  });
  const secret = word();
  await db.suggestion.create({
    data: { tokenHash: word(), kind: "incident", content: { what: secret }, answer: secret },
  });
  await db.importBatch.create({
    data: {
      byId: editor.id,
      fileName: secret,
      text: secret,
      state: "submitted",
      submittedAt: new Date(),
      rows: 1,
      records: [
        {
          number: 1,
          line: 1,
          list: "incidents",
          name: secret,
          slug: secret,
          day: "2024-05-06",
          lossUsd: 1,
          becomes: "new",
          changes: [],
        },
      ],
      report: { choice: { how: "publish", leftOut: [], note: secret } },
    },
  });
  const mapped = word();
  await db.importBatch.create({
    data: {
      byId: editor.id,
      fileName: mapped,
      text: JSON.stringify({ header: [mapped], rows: [{ line: 2, cells: [mapped] }] }),
      state: "mapping",
      rows: 1,
      mapping: {
        sourceName: mapped,
        columns: [{ header: mapped, to: "target", rule: null }],
        fixed: {},
        source: { url: "", publisher: mapped, title: "", publishedOn: "" },
        values: {},
        rest: {},
      },
    },
  });
  await db.tableMapping.create({
    data: { sourceName: mapped, headerKey: mapped, mapping: {}, byId: editor.id },
  });
  const drafts = [open, revision, byKey, inReview, returned, withdrawn];
  const words = [
    ...drafts.flatMap((one) => one.words),
    commented,
    onField,
    suggested,
    answered,
    reason,
    conflicting,
    secret,
    mapped,
  ];
  return { drafts, inReview, words };
}

/** Takes texts out of the record, as an admin asks for it and somebody else confirms it. */
async function withhold(texts: string[]): Promise<unknown> {
  const order = { orderedBy: "a test court", reason: "Case 1" };
  await requestWithholding(db, await person("admin"), { texts, ...order });
  const [request] = await listWithholdings(db);
  return confirmWithholding(db, await person("editor"), request?.id ?? 0);
}

async function main([what, id, saveNumber, ...more]: string[]): Promise<unknown> {
  if (what === "draft") return draftInEveryState();
  if (what === "withhold")
    return withhold([id, saveNumber, ...more].filter((text) => text !== undefined));
  const editor = await person("editor");
  return publishProposal(db, editor, { proposalId: Number(id), saveNumber: Number(saveNumber) });
}

main(process.argv.slice(2))
  .then((secret) => console.log(JSON.stringify(secret)))
  .finally(() => db.$disconnect());
