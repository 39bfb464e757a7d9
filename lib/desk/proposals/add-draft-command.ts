import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { draftContent, keepable } from "@/lib/desk/proposals/draft-content";
import { asJson } from "@/lib/desk/proposals/own-proposal-command";
import { recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import { titleOf, writeTyped } from "@/lib/desk/proposals/typed";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

export interface NewProposal {
  kind: RecordKind;
  /** The record that it revises, and which of its revisions to begin with: the current one, or an earlier one to restore. */
  of?: { recordId: number; revision?: number | undefined } | undefined;
  /** What is typed already; over what `of` gives. */
  typed?: Typed | undefined;
  /** What it changes and why, as far as that is known. */
  note?: string | undefined;
  /** Where it comes from, for its history; nothing where that goes without saying. */
  begunWith?: string | undefined;
  /** Of a merging: what the kept record takes over, see `CarriedItem`. */
  carries?: readonly string[] | undefined;
}

export type Begun = { created: number } | { refused: string };

/** Adds a draft of somebody's. Ask within a command's transaction. */
export async function addDraft(
  transaction: Queryable,
  by: Person,
  { kind, of, typed = {}, note = "", begunWith = "", carries = [] }: NewProposal,
): Promise<Begun> {
  const added = draftContent(kind, typed);
  if ("problem" in added) return { refused: added.problem };
  let content = added.typed;
  let baseRevision: number | null = null;
  if (of !== undefined) {
    const current = await publishedEntry(transaction, kind, of.recordId);
    const begun =
      of.revision === undefined
        ? current
        : await publishedEntry(transaction, kind, of.recordId, of.revision);
    if (current === null || begun === null) return { refused: `The record holds no such ${kind}.` };
    content = { ...writeTyped(begun.entry), ...content };
    baseRevision = current.revision;
  }
  const proposal = await transaction.proposal.create({
    data: {
      kind,
      recordId: of?.recordId ?? null,
      baseRevision,
      content: asJson(content),
      title: titleOf(kind, content),
      note: keepable(note),
      authorId: by.id,
      ...(carries.length > 0 && { carries: [...carries] }),
    },
  });
  await recordEvent(transaction, by, proposal.id, "created", begunWith);
  await audit(transaction, by, "proposal.write", subjectOf(proposal.id), `begun: ${kind}`);
  return { created: proposal.id };
}
