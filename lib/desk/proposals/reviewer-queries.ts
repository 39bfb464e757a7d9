import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";

/**
 * Whether nobody but this person could review: only then somebody may review what they wrote
 * themselves, and what is published so is marked.
 */
export async function isOnlyReviewer(db: Queryable, person: Person): Promise<boolean> {
  const others = await db.user.count({
    where: { id: { not: person.id }, role: { in: ["editor", "admin"] }, deactivatedAt: null },
  });
  return others === 0;
}
