import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { typedPath } from "@/lib/desk/forms/issue-text";
import type { Typed } from "@/lib/desk/forms/typed";
import { carriedBy } from "@/lib/desk/proposals/carried-queries";
import { unresolvedText } from "@/lib/desk/proposals/field-comment";
import { unresolvedOn } from "@/lib/desk/proposals/field-comment-queries";
import { STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { holdProposal, recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import { noteSchema } from "@/lib/desk/proposals/public-note";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";
import { type ReadTyped, readTyped } from "@/lib/desk/proposals/typed";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { MovedOnError, PublicationError } from "@/lib/record/kinds/publication-error";
import type { Entry } from "@/lib/record/publishing/entry";
import {
  mergedIntoOf,
  retractionOf,
  slugOf,
  titleOfEntry,
} from "@/lib/record/publishing/entry-parts";
import type { Problem } from "@/lib/record/publishing/problem";
import type { PublicationCredit } from "@/lib/record/publishing/publish-command";
import { lockVersions, NothingNew } from "@/lib/record/publishing/publish-command";
import { publishEntries } from "@/lib/record/publishing/publish-entries-command";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/** The record has moved on since a proposal was written from it: what it was then, is now, and would become. */
interface Conflict {
  base: PublishedEntry | null;
  current: PublishedEntry;
  mine: Entry;
}

type ProposalPublished =
  /** `slug` is null for a figure, which has no page of its own. */
  | { published: { version: number; slug: string | null } }
  | { conflict: Conflict }
  | { problems: Problem[] }
  | { refused: string };

/** A publication may wait for others, and a merge may carry thousands of incidents with it. */
const PATIENCE = { timeout: 300_000, maxWait: 60_000 };

/**
 * Publishes a proposal that is in review, as one version: all of it or nothing. Whoever comes second, to the same
 * proposal or with another of the same record, is told so and has changed nothing.
 * @param saveNumber of what was read: nothing is published that the reviewer has not seen
 * @param note what it changes and why, as the public reads it; the author's where it is not given
 * @param despite ids of the comments on its fields that were read and may stay unresolved; any other holds it up
 */
export const publishProposal = command(
  "proposal.publish",
  async (
    db,
    by,
    {
      proposalId,
      saveNumber,
      note,
      despite = [],
    }: { proposalId: number; saveNumber: number; note?: string; despite?: readonly number[] },
  ): Promise<ProposalPublished> => {
    const read: { typed?: ReadTyped & { ok: true }; record?: RecordToPublish } = {};
    try {
      return await db.$transaction(async (transaction) => {
        await lockVersions(transaction);
        const proposal = await lockedProposal(transaction, proposalId);
        const refused = await errorFor(transaction, by, proposal, saveNumber);
        if (proposal === null || refused !== null) return { refused: refused ?? NONE };
        const unresolved = await unresolvedOn(transaction, proposalId);
        if (unresolved.some(({ id }) => !despite.includes(id)))
          return { refused: `${unresolvedText(unresolved)} ${CONFIRM_UNRESOLVED}` };
        const { kind, recordId, baseRevision } = proposal;
        const typed = readTyped(kind, proposal.content as Typed);
        if (!typed.ok) return { problems: typed.problems };
        read.typed = typed;
        const said = noteSchema.safeParse(note ?? proposal.note);
        if (!said.success)
          return { problems: [{ path: ["note"], message: said.error.issues[0]?.message ?? "" }] };
        const record = { ...typed.entry, recordId, baseRevision };
        read.record = record;
        const credit = creditOf(by, proposal, said.data, record);
        const carried = await carriedBy(transaction, typed.entry, proposal.carries);
        if (carried !== null && "problem" in carried) return { refused: carried.problem };
        // The duplicate first: what is wrong is told by the places in this list.
        const records = carried === null ? [record] : [record, carried.revised];
        const { version } = await publishEntries(transaction, credit, records);
        await settle(transaction, by, proposal, version, credit.note);
        return { published: { version, slug: slugOf(record) } };
      }, PATIENCE);
    } catch (error) {
      const { typed, record } = read;
      if (error instanceof NothingNew) return { refused: NOTHING_NEW };
      if (!(error instanceof PublicationError) || typed === undefined || record === undefined)
        throw error;
      if (error instanceof MovedOnError) {
        const conflict = await conflictOf(db, record);
        return conflict === null ? { refused: "The record holds no such entry." } : { conflict };
      }
      const atRow = (path: (string | number)[]) => typedPath(path, typed);
      return {
        problems: error.problems.map(({ place, path, message }) =>
          place === 1
            ? { path: [], message: `What the other record takes over: ${message}` }
            : { path: atRow(path), message },
        ),
      };
    }
  },
);

const NONE = "There is no such proposal.";
const CONFIRM_UNRESOLVED =
  "Resolve them first, or confirm on the review page that it shall be published all the same.";
const NOTHING_NEW = "It says the same as the record: there is nothing to publish.";

const withPeople = {
  author: { select: { id: true, name: true } },
  reviewer: { select: { id: true, name: true } },
} as const;

/** A proposal, held until the transaction ends. */
async function lockedProposal(transaction: Queryable, proposalId: number) {
  await holdProposal(transaction, proposalId);
  return transaction.proposal.findUnique({ where: { id: proposalId }, include: withPeople });
}
type LockedProposal = NonNullable<Awaited<ReturnType<typeof lockedProposal>>>;

/** Why a proposal may not be published by somebody now; null where it may. */
async function errorFor(
  transaction: Queryable,
  by: Person,
  proposal: LockedProposal | null,
  saveNumber: number,
): Promise<string | null> {
  if (proposal === null) return NONE;
  const { state, author, reviewer, publishedIn } = proposal;
  if (state === "published") return `It was published already, in version ${publishedIn}.`;
  if (state !== "inReview") return `It is not in review: it is ${STATE_LABELS[state]} now.`;
  if (proposal.saveNumber !== saveNumber)
    return "It has been saved again since this page was opened. Read it again before you decide.";
  if (author?.id === by.id && !(await isOnlyReviewer(transaction, by)))
    return "You wrote it: somebody else has to publish it.";
  if (reviewer !== null && reviewer.id !== by.id)
    return `${reviewer.name} has claimed this review. You can take it over, after a word with them.`;
  return null;
}

function creditOf(
  by: Person,
  { author }: LockedProposal,
  note: string,
  record: RecordToPublish,
): PublicationCredit {
  return {
    note: note || noteFor(record),
    enteredBy: author?.name ?? "A reader’s suggestion",
    reviewedBy: author?.id === by.id ? null : by.name,
  };
}

/** What a version is about where nobody said it. */
function noteFor(given: RecordToPublish): string {
  const { kind, recordId } = given;
  const name = titleOfEntry(given);
  const into = mergedIntoOf(given);
  if (kind === "coverage") return name;
  if (retractionOf(given) !== null) return `Retracted ${name}`;
  if (into !== null) return `Merged ${name} into ${kind === "figure" ? "figure " : ""}${into}`;
  return `${recordId === null ? "Added" : "Revised"} ${name}`;
}

/** Records what became of a proposal, and of the suggestion behind it. */
async function settle(
  transaction: Queryable,
  by: Person,
  { id, suggestionId }: LockedProposal,
  version: number,
  note: string,
): Promise<void> {
  await transaction.proposal.update({
    where: { id },
    data: { state: "published", publishedIn: version, reviewerId: by.id },
  });
  await recordEvent(transaction, by, id, "published", note);
  if (suggestionId !== null) {
    const { answer } = await transaction.suggestion.findUniqueOrThrow({
      where: { id: suggestionId },
      select: { answer: true },
    });
    await transaction.suggestion.update({
      where: { id: suggestionId },
      data: {
        state: "taken",
        answererId: by.id,
        answeredAt: new Date(),
        answer: answer || `Published in version ${version}.`,
      },
    });
  }
  await audit(transaction, by, "proposal.publish", subjectOf(id), `version ${version}`);
}

async function conflictOf(db: Queryable, mine: RecordToPublish): Promise<Conflict | null> {
  const { kind, recordId, baseRevision } = mine;
  if (recordId === null || baseRevision === null) return null;
  const current = await publishedEntry(db, kind, recordId);
  if (current === null) return null;
  const base = await publishedEntry(db, kind, recordId, baseRevision);
  return { base, current, mine };
}
