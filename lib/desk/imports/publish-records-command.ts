import type { Queryable } from "@/lib/db/client";
import { duplicatesSince } from "@/lib/desk/imports/file-duplicates-queries";
import { identifiedRecords } from "@/lib/desk/imports/identified-records-queries";
import { ImportError, ofFile, ofRecord } from "@/lib/desk/imports/import-error";
import type { FileProblem, FileRecord } from "@/lib/desk/imports/import-file";
import type { Outcome } from "@/lib/desk/imports/import-outcome";
import { takenSlugs } from "@/lib/desk/imports/import-queries";
import { revisedIncidents } from "@/lib/desk/imports/revised-queries";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import { isPagedKind, RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import {
  lockVersions,
  NothingNew,
  type PublicationCredit,
  publishVersion,
} from "@/lib/record/publishing/publish-command";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { REVISION_ROWS } from "@/lib/record/publishing/revision-rows-sql";
import { newestVersion } from "@/lib/record/versions/version-queries";

/** Ids asked for by one statement. */
const AT_ONCE = 10_000;

/**
 * Publishes the records of a file as one version, within a transaction that ends with it.
 * @param checkedAt the record's newest version when the file was checked
 * @throws {ImportError} which must end the transaction: where something does not fit what is published, or what is published
 * has moved on since the check in a way that nobody has looked at
 */
export async function publishRecords(
  transaction: Queryable,
  credit: PublicationCredit,
  records: readonly FileRecord[],
  checkedAt: number | null,
): Promise<Outcome> {
  await lockVersions(transaction);
  const named = await distinctSlugs(transaction, records);
  const { identified, from } = await identifiedRecords(transaction, named);
  const newest = await newestVersion(transaction);
  // Where nobody has published since, the check still holds.
  if (newest !== null && newest.number !== checkedAt) {
    await refuseMovedOn(transaction, from, identified, checkedAt ?? 0);
    await refuseNewDuplicates(transaction, named, checkedAt ?? 0);
  }
  try {
    const {
      version,
      recordIds: _,
      ...counts
    } = await publishVersion(transaction, credit, identified);
    const sum = (what: "added" | "revised" | "unchanged") =>
      Object.values(counts).reduce((total, counts) => total + counts[what], 0);
    return {
      version,
      drafts: 0,
      added: sum("added"),
      revised: sum("revised"),
      unchanged: sum("unchanged"),
    };
  } catch (error) {
    if (error instanceof NothingNew)
      throw new ImportError([
        ofFile(
          "All of its records stand in the record as they are given here: there is nothing to publish.",
        ),
      ]);
    if (!(error instanceof PublicationError)) throw error;
    throw new ImportError(
      error.problems.map(({ place, path, message }) =>
        ofRecord(place === null ? undefined : from[place], path.join(", "), message),
      ),
    );
  }
}

/** Records whose name in the address was made here get one that nothing else has. */
async function distinctSlugs(
  transaction: Queryable,
  records: readonly FileRecord[],
): Promise<FileRecord[]> {
  const taken = await takenSlugs(transaction);
  for (const { accepted, slugMade } of records) {
    if (accepted !== null && "slug" in accepted && !slugMade) taken.add(accepted.slug);
  }
  return records.map((record) => {
    const { accepted, slugMade } = record;
    if (accepted === null || !slugMade || !("slug" in accepted)) return record;
    let slug = accepted.slug;
    for (let count = 2; taken.has(slug); count++) slug = `${accepted.slug.slice(0, 95)}-${count}`;
    taken.add(slug);
    return { ...record, accepted: { ...accepted, slug } };
  });
}

/**
 * Nothing is written over what somebody has corrected since the file was checked.
 * @param from the record of the file that each is
 */
async function refuseMovedOn(
  transaction: Queryable,
  from: readonly FileRecord[],
  identified: readonly RecordToPublish[],
  checkedAt: number,
): Promise<void> {
  const problems: FileProblem[] = [];
  for (const kind of RECORD_KINDS) {
    const ids = ofKind(identified, kind).flatMap(({ recordId }) => recordId ?? []);
    const moved = new Set<number>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const rows = await transaction.$queryRaw<{ id: number }[]>`
        SELECT id FROM (${REVISION_ROWS[kind]}) AS held
        WHERE superseded_in IS NULL AND published_in > ${checkedAt}::int
          AND id = ANY (${ids.slice(start, start + AT_ONCE)}::int[])`;
      for (const { id } of rows) moved.add(id);
    }
    if (moved.size === 0) continue;
    for (const [place, record] of identified.entries())
      if (record.kind === kind && record.recordId !== null && moved.has(record.recordId))
        problems.push(
          ofRecord(
            from[place],
            isPagedKind(kind) ? "slug" : "",
            `This ${kind} was revised since the file was checked. Check the file again, and see that it does not undo what was corrected.`,
          ),
        );
  }
  if (problems.length > 0) throw new ImportError(problems);
}

/** Nothing is published twice because somebody else published it since the file was checked. */
async function refuseNewDuplicates(
  transaction: Queryable,
  records: readonly FileRecord[],
  checkedAt: number,
): Promise<void> {
  const revised = await revisedIncidents(transaction, records);
  const rows = await duplicatesSince(transaction, records, revised.of, checkedAt);
  if (rows.length === 0) return;
  throw new ImportError(
    rows.map(({ record, line, name, duplicates }) =>
      ofRecord(
        { number: record, line, name },
        "",
        `It looks like “${duplicates[0]?.name ?? ""}”, which was published since the file was checked. Check the file again, and decide about it there.`,
      ),
    ),
  );
}
