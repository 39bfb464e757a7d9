import type { Queryable } from "@/lib/db/client";

/**
 * Whether a public name is somebody else's: of a person, or under which another's work is published. Letter case and white
 * space tell no names apart. Asked in the transaction that takes the name; of several that take one at once, the others
 * wait.
 * @param personId who wants it; null for somebody who is only joining
 */
export async function isNameTaken(
  tx: Queryable,
  name: string,
  personId: string | null,
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('public name'))) AS waited`;
  const [found] = await tx.$queryRaw<{ isTaken: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM desk.person
      WHERE id IS DISTINCT FROM ${personId} AND folded_name(name) = folded_name(${name})
    ) OR EXISTS (
      SELECT FROM dataset_version v JOIN desk.proposal p ON p.published_in = v.number
      WHERE (p.author_id IS DISTINCT FROM ${personId} AND folded_name(v.entered_by) = folded_name(${name}))
        OR (p.reviewer_id IS DISTINCT FROM ${personId} AND folded_name(v.reviewed_by) = folded_name(${name}))
    ) AS "isTaken"`;
  return found?.isTaken === true;
}

/** What somebody is told who wants such a name. */
export const NAME_TAKEN =
  "Somebody else at the desk has this name, or has published under it. Add a middle initial or where you work.";
