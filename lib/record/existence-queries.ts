import type { Queryable } from "@/lib/db/client";
import { seenAt } from "@/lib/record/version-queries";

/** Whether a version holds an incident or actor of that slug. What a version holds never changes. */
export async function existsAt(
  db: Queryable,
  version: number,
  kind: "incident" | "actor",
  slug: string,
): Promise<boolean> {
  const where = { slug, ...seenAt(version) };
  const found =
    kind === "incident"
      ? await db.incidentRevision.findFirst({ where, select: { id: true } })
      : await db.actorRevision.findFirst({ where, select: { id: true } });
  return found !== null;
}
