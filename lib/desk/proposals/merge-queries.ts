import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { Names } from "@/lib/record/history/record-text";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** What a merge is made of: a draft, what it was written from, and what is beside it. */
interface OpenMerge {
  base: Typed;
  theirs: Typed;
  mine: Typed;
  names: Names;
}

/** A draft whose record has been published again since it was begun. */
interface MovedOn extends OpenMerge {
  written: PublishedEntry;
  current: PublishedEntry;
}

interface Revising {
  kind: RecordKind;
  recordId: number | null;
  baseRevision: number | null;
  content: Typed;
}

/** What has to be merged before a proposal can be published; null where its record has not moved on. */
export async function movedOn(db: Queryable, proposal: Revising): Promise<MovedOn | null> {
  const { kind, recordId, baseRevision, content } = proposal;
  if (recordId === null || baseRevision === null) return null;
  const current = await publishedEntry(db, kind, recordId);
  if (current === null || current.revision === baseRevision) return null;
  const written = await publishedEntry(db, kind, recordId, baseRevision);
  if (written === null) return null;
  const [base, theirs, mine] = [
    writeTyped(written.entry),
    writeTyped(current.entry),
    asWritten(kind, content),
  ];
  return { written, current, base, theirs, mine, names: await namesIn(db, [base, theirs, mine]) };
}

/**
 * A draft beside a conflicting save . What they began as is not kept, so what either of them
 * lacks is taken from the other, and all that they tell differently has to be decided.
 */
export async function besideCopy(
  db: Queryable,
  { kind, content }: { kind: RecordKind; content: Typed },
  copy: Typed,
): Promise<OpenMerge> {
  const [theirs, mine] = [asWritten(kind, content), asWritten(kind, copy)];
  return { base: {}, theirs, mine, names: await namesIn(db, [theirs, mine]) };
}

/** What a tab typed beside what was saved. */
interface Copy {
  id: number;
  tab: string;
  content: Typed;
  note: string;
  savedAt: Date;
}

/** A conflicting save of one's own  and waits; null where there is none. */
export async function findCopy(
  db: Queryable,
  by: Person,
  proposalId: number,
  id: number,
): Promise<Copy | null> {
  const row = await db.setAside.findFirst({
    where: { id, proposalId, settledAt: null, proposal: { authorId: by.id } },
    select: { id: true, tab: true, content: true, note: true, savedAt: true },
  });
  // Stored by the desk's own commands, which take nothing else.
  return row === null ? null : { ...row, content: row.content as Typed };
}

/** As the desk writes it where it can be read, so that `$54.3m` and `54,300,000` are no conflict. */
function asWritten(kind: RecordKind, typed: Typed): Typed {
  const read = readTyped(kind, typed);
  return read.ok ? writeTyped(read.entry) : typed;
}
