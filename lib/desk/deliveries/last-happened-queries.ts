import type { Queryable } from "@/lib/db/client";

/** When something last happened of which there may be something to tell; null where nothing ever did. */
export async function lastHappened(db: Queryable): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT greatest(
      (SELECT max(published_at) FROM dataset_version),
      (SELECT at FROM desk.proposal_event ORDER BY id DESC LIMIT 1),
      (SELECT received_at FROM desk.suggestion ORDER BY id DESC LIMIT 1),
      (SELECT max(submitted_at) FROM desk.import_batch),
      (SELECT max(failing_since) FROM desk.link_check)) AS at`;
  return row?.at ?? null;
}
