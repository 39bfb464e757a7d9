import type { Queryable } from "@/lib/db/client";
import { MovedOnError, PublicationErrors } from "@/lib/record/kinds/publication-error";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { currentRevisions } from "@/lib/record/publishing/current-revision-queries";
import {
  lockVersions,
  type PublicationCredit,
  type PublishedVersion,
  publishVersion,
} from "@/lib/record/publishing/publish-command";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/**
 * Publishes records that were written from what is published, as the next version, within a transaction that ends
 * with it; no other publication comes in between the look at what they are based on and their own. Whatever is
 * thrown here must end that transaction.
 * @throws {MovedOnError} where a record has moved on from the revision that it was written from
 * @throws {PublicationError} where a record does not fit what is published
 * @throws {NothingNew} where everything stands as given already
 */
export async function publishEntries(
  transaction: Queryable,
  credit: PublicationCredit,
  records: readonly RecordToPublish[],
): Promise<PublishedVersion> {
  await lockVersions(transaction);
  await refuseMovedOn(transaction, records);
  return publishVersion(transaction, credit, records);
}

async function refuseMovedOn(
  transaction: Queryable,
  records: readonly RecordToPublish[],
): Promise<void> {
  const errors = new PublicationErrors(records);
  for (const kind of RECORD_KINDS) {
    const given = ofKind(records, kind);
    const ids = given.flatMap(({ recordId }) => recordId ?? []);
    if (ids.length === 0) continue;
    const current = await currentRevisions(transaction, kind, ids);
    for (const record of given)
      if (record.recordId !== null && current.get(record.recordId) !== record.baseRevision)
        errors.add(record, [], "It was revised since this was written from it.");
  }
  errors.throwAny(MovedOnError);
}
