import type { Queryable } from "@/lib/db/client";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { currentRevisions } from "@/lib/record/publishing/current-revision-queries";
import type { IdentifiedEntry } from "@/lib/record/publishing/identified-entry";
import { publicationOfEntries } from "@/lib/record/publishing/identified-publication";
import type { Problem } from "@/lib/record/publishing/problem";
import { PublicationError } from "@/lib/record/publishing/publication-error";
import {
  lockVersions,
  NothingNew,
  type PublicationCredit,
  publishVersion,
} from "@/lib/record/publishing/publish-command";

/** What is wrong with one of several entries. */
export type EntryProblem = Problem & {
  /** The entry's place among those given, from 0. */
  place: number;
};

export interface PublishedEntries {
  version: number;
  /** The lasting id of each entry's record, in the order of the entries. */
  recordIds: number[];
  added: number;
  revised: number;
  /** Entries that stood as given already. */
  unchanged: number;
}

/** Thrown to end a transaction in which entries could not be published. */
export class EntriesError extends Error {
  constructor(
    readonly problems: readonly EntryProblem[],
    /** Places of entries whose record has moved on from the revision that they were written from. */
    readonly movedOn: readonly number[] = [],
  ) {
    super(problems[0]?.message ?? "nothing new to publish");
    this.name = "EntriesError";
  }
}

/**
 * Publishes entries as the next version, within a transaction that ends with it; no other publication comes in
 * between the look at what they are based on and their own.
 * @throws {EntriesError} which must end the transaction: where a record has moved on, where an entry does not
 * fit what is published, or, without problems, where everything stands as given already
 */
export async function publishIdentifiedEntries(
  transaction: Queryable,
  credit: PublicationCredit,
  entries: readonly IdentifiedEntry[],
): Promise<PublishedEntries> {
  await lockVersions(transaction);
  await refuseMovedOn(transaction, entries);
  const { identified, placeOf } = publicationOfEntries(entries);
  try {
    const { version, recordIds, ...counts } = await publishVersion(transaction, credit, identified);
    const ids = new Array<number>(entries.length);
    for (const kind of RECORD_KINDS)
      recordIds[`${kind}s`].forEach((id, place) => {
        ids[placeOf(kind, place)] = id;
      });
    const sum = (what: "added" | "revised" | "unchanged") =>
      counts.incidents[what] + counts.actors[what] + counts.figures[what];
    return {
      version,
      recordIds: ids,
      added: sum("added"),
      revised: sum("revised"),
      unchanged: sum("unchanged"),
    };
  } catch (error) {
    if (error instanceof NothingNew) throw new EntriesError([]);
    if (!(error instanceof PublicationError)) throw error;
    throw new EntriesError(
      error.problems.map(({ kind, place, path, message }) => ({
        place: placeOf(kind, place),
        path,
        message,
      })),
    );
  }
}

async function refuseMovedOn(
  transaction: Queryable,
  entries: readonly IdentifiedEntry[],
): Promise<void> {
  const movedOn: number[] = [];
  for (const kind of RECORD_KINDS) {
    const ids = entries.flatMap(({ entry, recordId }) =>
      entry.kind === kind && recordId !== null ? [recordId] : [],
    );
    if (ids.length === 0) continue;
    const current = await currentRevisions(transaction, kind, ids);
    for (const [place, { entry, recordId, baseRevision }] of entries.entries()) {
      if (entry.kind !== kind || recordId === null) continue;
      if (current.get(recordId) !== baseRevision) movedOn.push(place);
    }
  }
  if (movedOn.length === 0) return;
  const message = "It was revised since this was written from it.";
  throw new EntriesError(
    movedOn.map((place) => ({ place, path: [], message })),
    movedOn,
  );
}
