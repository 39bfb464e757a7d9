import type { Queryable } from "@/lib/db/client";
import { slugAt } from "@/lib/record/versions/existence-queries";
import { seenAt } from "@/lib/record/versions/version-queries";
import { isTargetKind } from "@/lib/values/taxonomy/taxonomy";

/**
 * What a version calls the target that a filter names by a slug of whichever version; null where the filter names a
 * kind or nothing, or the version has no such target.
 */
export async function targetNameAt(
  db: Queryable,
  version: number,
  target: string | undefined,
): Promise<string | null> {
  if (target === undefined || isTargetKind(target)) return null;
  const row = await db.targetRevision.findFirst({
    where: { slug: await slugAt(db, version, "target", target), ...seenAt(version) },
    select: { name: true },
  });
  return row?.name ?? null;
}
