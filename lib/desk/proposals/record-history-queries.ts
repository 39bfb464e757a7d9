import type { Queryable } from "@/lib/db/client";
import type { Typed } from "@/lib/desk/forms/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** One published revision of a record: which version published it, why, and by whom. */
export interface RevisionLine {
  revision: number;
  version: number;
  publishedAt: Date;
  note: string;
  /** Public names; both null for a loaded dataset. */
  enteredBy: string | null;
  reviewedBy: string | null;
}

const orderBy = { revision: "desc" } as const;
const select = {
  revision: true,
  publishedIn: true,
  published: { select: { publishedAt: true, note: true, enteredBy: true, reviewedBy: true } },
} as const;

/** The revisions of a record, newest first. */
export async function revisionLines(
  db: Queryable,
  kind: RecordKind,
  recordId: number,
): Promise<RevisionLine[]> {
  const rows =
    kind === "incident"
      ? await db.incidentRevision.findMany({ where: { incidentId: recordId }, select, orderBy })
      : kind === "actor"
        ? await db.actorRevision.findMany({ where: { actorId: recordId }, select, orderBy })
        : await db.figureRevision.findMany({ where: { figureId: recordId }, select, orderBy });
  return rows.map(({ revision, publishedIn, published }) => ({
    revision,
    version: publishedIn,
    ...published,
  }));
}

/**
 * A draft of one's own on a record that says nothing of its own yet: begun with the same words, never
 * saved since, and neither of a file nor of what a reader sent. It is what a second click on the same button
 * means.
 * @param typed what it was begun with over what the record says
 */
export async function untouchedDraft(
  db: Queryable,
  authorId: string,
  {
    kind,
    recordId,
    baseRevision,
    note,
    typed = {},
  }: {
    kind: RecordKind;
    recordId: number;
    baseRevision: number;
    note: string;
    typed?: Typed | undefined;
  },
): Promise<number | null> {
  const draft = await db.proposal.findFirst({
    where: {
      ...{ kind, recordId, baseRevision, note, authorId, state: "draft", saveNumber: 0 },
      ...{ importId: null, suggestionId: null },
      AND: Object.entries(typed).map(([name, equals]) => ({ content: { path: [name], equals } })),
    },
    select: { id: true },
    orderBy: { id: "desc" },
  });
  return draft?.id ?? null;
}
