import type { Database, Queryable } from "@/lib/db/client";
import { type WrittenActors, writeActors } from "@/lib/record/actors/actor-commands";
import { writeCoverage } from "@/lib/record/coverage/coverage-commands";
import { writeFigures } from "@/lib/record/figures/published-figure-commands";
import type { IncidentToPublish } from "@/lib/record/incidents/incident";
import { writeIncidents } from "@/lib/record/incidents/incident-commands";
import { currentIncidents } from "@/lib/record/incidents/incident-queries";
import { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WriteCounts } from "@/lib/record/kinds/to-publish";
import { logVersions } from "@/lib/record/proof/log-commands";
import type { PublisherFacts } from "@/lib/record/publishers/publisher";
import { writePublisherFacts } from "@/lib/record/publishers/publisher-commands";
import { identifyBySlug, restated } from "@/lib/record/publishing/identify-queries";
import { type Publication, recordsOf } from "@/lib/record/publishing/publication";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import {
  actorsWithRestoredReferences,
  recordsWithRestoredReferences,
  restoredReferencesOf,
} from "@/lib/record/publishing/restored-references-queries";
import { searchVersion } from "@/lib/record/search/search-entry-commands";
import { writeTargets } from "@/lib/record/targets/target-commands";
import { writeServices } from "@/lib/record/wallets/known-address-commands";

export type Published = { version: number | null } & { [Kind in keyof Publication]: WriteCounts };

/** What a version became. */
export type PublishedVersion = { [Kind in keyof Publication]: WriteCounts } & {
  version: number;
  /** The lasting id of each record, in the order in which they were given. */
  recordIds: number[];
};

/** Who publishes what, as the version tells it for ever. */
export interface PublicationCredit {
  note: string;
  /** The public name of who wrote it; null for a loaded dataset. */
  enteredBy: string | null;
  /** The public name of who reviewed it; null beside a writer where nobody else did. */
  reviewedBy: string | null;
}

/** Thrown inside a publication that turns out to change nothing, so that no empty version is left. */
export class NothingNew extends Error {
  constructor(readonly unchanged: Omit<Published, "version">) {
    super("nothing new to publish");
    this.name = "NothingNew";
  }
}

/**
 * Publishes new and corrected records of a dataset as the next version: all of it or nothing. Records that
 * stand as given already are left alone; where that is all of them, no version is made and `version` is null.
 * What was retracted or merged stays so.
 * @throws {PublicationError} where a record does not fit the active ones
 */
export async function publish(
  db: Database,
  publication: Publication,
  note: string,
): Promise<Published> {
  try {
    const { recordIds, ...published } = await db.$transaction(
      async (transaction) => {
        await lockVersions(transaction);
        const records = await identifyBySlug(transaction, recordsOf(publication));
        const credit = { note, enteredBy: null, reviewedBy: null };
        return publishVersion(transaction, credit, records, publication.publishers ?? null);
      },
      { timeout: 600_000, maxWait: 60_000 },
    );
    return published;
  } catch (error) {
    if (error instanceof NothingNew) return { version: null, ...error.unchanged };
    throw error;
  }
}

/** Keeps every other publication waiting until the transaction ends; readers are not kept. */
export async function lockVersions(transaction: Queryable): Promise<void> {
  const [before] = await transaction.$queryRaw<[{ wait: string }]>`
    SELECT current_setting('lock_timeout') AS wait`;
  // Another publication may take minutes, and this one has its turn after it, where everything else is told soon.
  const isBounded = before.wait !== "0";
  if (isBounded) await transaction.$executeRaw`SET LOCAL lock_timeout = '600s'`;
  await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
  if (isBounded)
    await transaction.$queryRaw`SELECT set_config('lock_timeout', ${before.wait}, true)`;
}

/**
 * Publishes records as the next version, within a transaction that ends with it: whatever is thrown here must
 * end that transaction too. With them go what names an actor that they merge, and what one takes back that they
 * made active again. Whoever checks what it is based on takes `lockVersions` before.
 * @param publishers how others count, all of it; null where what was said last goes on
 * @throws {NothingNew} where everything stands as given already
 * @throws {PublicationError} where a record does not fit the active ones
 */
export async function publishVersion(
  transaction: Queryable,
  credit: PublicationCredit,
  records: readonly RecordToPublish[],
  publishers: PublisherFacts | null = null,
): Promise<PublishedVersion> {
  const version = await takeNextVersion(transaction, credit);
  const errors = new PublicationErrors(records);
  const restored = await restoredReferencesOf(transaction, records);
  const targets = await writeTargets(transaction, version, ofKind(records, "target"), errors);
  const given = ofKind(records, "actor");
  const actors = await writeActors(
    transaction,
    version,
    [...given, ...(await actorsWithRestoredReferences(transaction, restored, given))],
    errors,
  );
  const back = await recordsWithRestoredReferences(transaction, restored, actors.directory);
  const said = [...ofKind(records, "incident"), ...back.incidents];
  const renamed = await attributedAnew(transaction, said, actors);
  const incidents = await writeIncidents(
    transaction,
    version,
    [...said, ...renamed],
    { actors: actors.directory, targets: targets.directory },
    errors,
  );
  const figures = await writeFigures(
    transaction,
    version,
    [...ofKind(records, "figure"), ...back.figures],
    actors,
    errors,
  );
  const services = await writeServices(transaction, version, ofKind(records, "service"), errors);
  const coverage = await writeCoverage(transaction, version, ofKind(records, "coverage"), errors);
  const facts = await writePublisherFacts(transaction, version, publishers);
  const counts = {
    incidents: incidents.counts,
    targets: targets.counts,
    actors: actors.counts,
    figures: figures.counts,
    knownAddresses: services.counts,
    coverage: coverage.counts,
    ...(publishers === null ? {} : { publishers: facts }),
  };
  if (Object.values(counts).every((counts) => counts.added + counts.revised === 0))
    throw new NothingNew(counts);
  await searchVersion(transaction, version);
  await logVersions(transaction);
  const ids = new Map<RecordToPublish, number>([
    ...targets.recordIds,
    ...actors.recordIds,
    ...incidents.recordIds,
    ...figures.recordIds,
    ...services.recordIds,
    ...coverage.recordIds,
  ]);
  return { version, ...counts, recordIds: records.map((record) => ids.get(record) ?? 0) };
}

/** Every current incident attributed to an actor that is merged, attributed to what it turned out to be. */
async function attributedAnew(
  transaction: Queryable,
  said: readonly IncidentToPublish[],
  { merged, directory }: WrittenActors,
): Promise<IncidentToPublish[]> {
  if (merged.size === 0) return [];
  const rows = await transaction.incidentRevision.findMany({
    where: {
      supersededIn: null,
      attributions: { some: { actorId: { in: [...merged.keys()] } } },
    },
    select: { incidentId: true },
  });
  const given = new Set(said.map(({ recordId }) => recordId));
  const ids = rows.map(({ incidentId }) => incidentId).filter((id) => !given.has(id));
  return (await currentIncidents(transaction, ids)).map(({ incidentId, revision, incident }) => ({
    kind: "incident" as const,
    recordId: incidentId,
    baseRevision: revision,
    record: restated(incident, directory),
  }));
}

/** Takes the next number under a lock that lasts to the end of the transaction, so that none is skipped or taken twice. */
async function takeNextVersion(transaction: Queryable, credit: PublicationCredit): Promise<number> {
  const { note, enteredBy, reviewedBy } = credit;
  await lockVersions(transaction);
  const [row] = await transaction.$queryRaw<[{ number: number }]>`
    INSERT INTO dataset_version (number, published_at, note, entered_by, reviewed_by)
    SELECT coalesce(max(number), 0) + 1,
      -- Where the server's clock was set back, no version is older than the one before it.
      greatest(clock_timestamp(), max(published_at)), ${note}, ${enteredBy}, ${reviewedBy}
    FROM dataset_version
    RETURNING number`;
  return row.number;
}
