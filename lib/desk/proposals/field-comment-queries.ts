import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { UnresolvedComment } from "@/lib/desk/proposals/field-comment";

const inFull = {
  by: { select: { id: true, name: true } },
  entries: { orderBy: { id: "asc" }, include: { by: { select: { name: true } } } },
} satisfies Prisma.FieldCommentInclude;

/** A comment on a field with what was answered. */
export type FieldCommentInFull = Prisma.FieldCommentGetPayload<{ include: typeof inFull }>;

/** Every comment on a proposal's fields, those that wait first. Ask only for one that the person may read. */
export async function commentsOn(db: Queryable, proposalId: number): Promise<FieldCommentInFull[]> {
  const comments = await db.fieldComment.findMany({
    where: { proposalId },
    include: inFull,
    orderBy: { id: "asc" },
  });
  const [open, settled] = [true, false].map((waits) =>
    comments.filter(({ state }) => (state === "open") === waits),
  );
  return [...(open ?? []), ...(settled ?? [])];
}

/** The comments on a proposal that nobody has settled, the earliest first. */
export async function unresolvedOn(
  db: Queryable,
  proposalId: number,
): Promise<UnresolvedComment[]> {
  return db.fieldComment.findMany({
    where: { proposalId, state: "open" },
    select: { id: true, label: true, text: true },
    orderBy: { id: "asc" },
  });
}
