import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import type { ProposalState } from "@/lib/desk/proposals/proposal";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

/** A draft as its author's program reads it. */
export interface KeyedDraft {
  id: number;
  kind: RecordKind;
  state: ProposalState;
  saveNumber: number;
  savedAt: Date;
  content: Typed;
  note: string;
  publishedIn: number | null;
  problems: Problem[];
}

/** Somebody's own proposal with what is wrong with it so far; null where they have none of that id. */
export async function ownDraft(
  db: Queryable,
  by: Pick<Person, "id">,
  id: number,
): Promise<KeyedDraft | null> {
  const row = await db.proposal.findUnique({ where: { id } });
  if (row === null || row.authorId !== by.id) return null;
  // Stored by the desk's own commands, which take nothing else.
  const content = row.content as Typed;
  const isFinal = row.state === "published" || row.state === "withdrawn";
  return {
    id,
    kind: row.kind,
    state: row.state,
    saveNumber: row.saveNumber,
    savedAt: row.savedAt,
    content,
    note: row.note,
    publishedIn: row.publishedIn,
    problems: isFinal ? [] : await checkTyped(db, { ...row, content }),
  };
}

/** Whose a proposal is and where it stands; null where there is none. */
export async function draftState(
  db: Queryable,
  id: number,
): Promise<{
  authorId: string | null;
  state: ProposalState;
  saveNumber: number;
  kind: RecordKind;
} | null> {
  return db.proposal.findUnique({
    where: { id },
    select: { authorId: true, state: true, saveNumber: true, kind: true },
  });
}
