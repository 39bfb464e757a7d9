import { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { audit, command, openCommand } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { newLinkSecret } from "@/lib/desk/people/one-time-link";
import { addressKey } from "@/lib/desk/people/visitor";
import { waitText } from "@/lib/desk/people/wait-text";
import { recordEvent } from "@/lib/desk/proposals/proposal-row-command";
import { titleOf, writeTyped } from "@/lib/desk/proposals/typed";
import {
  correctionSchema,
  missingSchema,
  readAbout,
  readContent,
  type SuggestionContent,
} from "@/lib/desk/suggestions/suggestion";
import { findRecord, publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { textSchema } from "@/lib/values/sources/source";

/** From one client IP, and from all of them together: a flood leaves the desk usable. */
const SUGGESTION_LIMITS: { ofClientIp: readonly Limit[]; ofAll: Limit } = {
  ofClientIp: [
    { name: "suggestion hour", times: 5, seconds: 60 * 60 },
    { name: "suggestion day", times: 20, seconds: 24 * 60 * 60 },
  ],
  ofAll: { name: "suggestion all", times: 200, seconds: 60 * 60 },
};

export interface SentSuggestion {
  /** As the form's address says it: `incident:slug`; empty for a missing incident. */
  about: string;
  what: string;
  name: string;
  when: string;
  loss: string;
  who: string;
  sources: string;
  email: string;
  /** A field that nobody sees; programs fill it. */
  website: string;
}

type Sent =
  /** The secret of the sender's private link: shown once, kept nowhere. */
  { secret: string } | { problems: { field: string | null; message: string }[] };

/** Takes in what somebody from outside says. @param address the client IP that it comes from */
export const sendSuggestion = openCommand(
  "suggestion.send",
  async (db, by, given: SentSuggestion, address: string): Promise<Sent> => {
    const refuse = (message: string, field: string | null = null): Sent => ({
      problems: [{ field, message }],
    });
    if (given.website !== "")
      return refuse(
        "A field that only programs fill was filled. Send it again with that one empty.",
      );
    const named = readAbout(given.about);
    const about = named === null ? null : await findRecord(db, named.kind, named.slug);
    if (given.about !== "" && about === null)
      return refuse("What it is about is no longer in the record. Open the form again.");
    const parsed = (about === null ? missingSchema : correctionSchema).safeParse(given);
    if (!parsed.success)
      return {
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: String(path[0]),
          message,
        })),
      };
    const key = addressKey(address);
    for (const limit of SUGGESTION_LIMITS.ofClientIp) {
      const wait = await countAttempt(db, limit, key);
      if (wait !== null)
        return refuse(
          `Too many suggestions came from your network address. Try again in ${waitText(wait.seconds)}. What you typed is still here.`,
        );
    }
    const wait = await countAttempt(db, SUGGESTION_LIMITS.ofAll, "all");
    if (wait !== null)
      return refuse(
        `Too many suggestions are coming in at once. Try again in ${waitText(wait.seconds)}. What you typed is still here.`,
      );
    const { secret, tokenHash } = newLinkSecret();
    await db.$transaction(async (transaction) => {
      const { id } = await transaction.suggestion.create({
        data: {
          tokenHash,
          kind: named !== null && about !== null ? named.kind : "incident",
          recordId: about?.recordId ?? null,
          content: parsed.data as Prisma.InputJsonObject,
        },
        select: { id: true },
      });
      await audit(transaction, by, "suggestion.send", subjectOf(id));
    });
    return { secret };
  },
);

type Answered<Result = { done: true }> = Result | { refused: string };

/** Takes a suggestion up: begins a draft of one's own that holds what it says. */
export const takeUpSuggestion = command(
  "suggestion.answer",
  async (db, by, id: number): Promise<Answered<{ proposalId: number }>> =>
    db.$transaction(async (transaction) => {
      const suggestion = await lockWaiting(transaction, id);
      if ("refused" in suggestion) return suggestion;
      const content = readContent(suggestion.content);
      const { kind, recordId } = suggestion;
      const current = recordId === null ? null : await publishedEntry(transaction, kind, recordId);
      if (recordId !== null && current === null)
        return { refused: "The record no longer holds what it is about." };
      const typed =
        current === null ? typedOf(content) : withSources(writeTyped(current.entry), content);
      const proposal = await transaction.proposal.create({
        data: {
          kind,
          recordId,
          baseRevision: current?.revision ?? null,
          content: typed as Prisma.InputJsonObject,
          title: titleOf(kind, typed),
          note: "After a reader’s suggestion.",
          authorId: by.id,
          suggestionId: id,
        },
        select: { id: true },
      });
      await recordEvent(transaction, by, proposal.id, "created", wordsOf(id, content));
      await transaction.suggestion.update({
        where: { id },
        data: { state: "taken", answererId: by.id, answeredAt: new Date() },
      });
      await audit(
        transaction,
        by,
        "suggestion.answer",
        subjectOf(id),
        `taken up: proposal ${proposal.id}`,
      );
      return { proposalId: proposal.id };
    }),
);

const answerSchema = z
  .string()
  .trim()
  .min(1, "Say why: the sender reads it.")
  .max(2000, "The answer must have at most 2,000 characters.")
  .refine((text) => text === "" || textSchema(1_000_000).safeParse(text).success, {
    error: "The answer must not hold control characters or direction overrides.",
  });

/** Declines a suggestion, with an answer that its sender reads. */
export const declineSuggestion = command(
  "suggestion.answer",
  async (db, by, given: { id: number; answer: string }): Promise<Answered> => {
    const said = answerSchema.safeParse(given.answer);
    if (!said.success) return { refused: said.error.issues[0]?.message ?? "" };
    return db.$transaction(async (transaction) => {
      const suggestion = await lockWaiting(transaction, given.id);
      if ("refused" in suggestion) return suggestion;
      await transaction.suggestion.update({
        where: { id: given.id },
        data: {
          state: "declined",
          answer: said.data,
          answererId: by.id,
          answeredAt: new Date(),
        },
      });
      await audit(transaction, by, "suggestion.answer", subjectOf(given.id), "declined");
      return { done: true };
    });
  },
);

/** A suggestion that nobody has answered, held until the transaction ends: of two answers one comes second. */
async function lockWaiting(
  transaction: Queryable,
  id: number,
): Promise<{ kind: RecordKind; recordId: number | null; content: unknown } | { refused: string }> {
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647)
    return { refused: "There is no such suggestion." };
  await transaction.$queryRaw`SELECT 1 FROM desk.suggestion WHERE id = ${id} FOR UPDATE`;
  const found = await transaction.suggestion.findUnique({
    where: { id },
    include: { answerer: { select: { name: true } } },
  });
  if (found === null) return { refused: "There is no such suggestion." };
  if (found.state !== "waiting")
    return {
      refused: `${found.answerer?.name ?? "Somebody"} has answered it already: it is ${found.state === "taken" ? "taken up" : "declined"}.`,
    };
  return found;
}

function subjectOf(id: number): string {
  return `suggestion ${id}`;
}

/** A missing incident as far as a reader knows it. */
function typedOf(content: SuggestionContent): Typed {
  const { name, when, loss, what } = content;
  return withSources(
    { name, target: name, occurredOn: when, lossUsd: loss, summary: what, sources: [] },
    content,
  );
}

/**
 * A record's fields with the reader's links below its own sources; as they are where it has none, as a target: the
 * links are in what its reviewer reads.
 */
function withSources(typed: Typed, { sources }: SuggestionContent): Typed {
  const { sources: held } = typed;
  if (!Array.isArray(held)) return typed;
  const known = new Set(
    held.map((row) => (typeof row === "object" && !Array.isArray(row) ? row.url : "")),
  );
  const added = sources.filter((url) => !known.has(url)).map((url): Typed => ({ url }));
  return { ...typed, sources: [...held, ...added] };
}

/** A suggestion as its reviewer reads it beside the draft. */
function wordsOf(id: number, { what, when, loss, who, sources }: SuggestionContent): string {
  return [
    `From suggestion ${id}: ${what}`,
    when === "" ? "" : `When: ${when}`,
    loss === "" ? "" : `How much: ${loss}`,
    who === "" ? "" : `Said to have done it: ${who}`,
    `Sources: ${sources.join(" ")}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}
