import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { publishedFigureKey } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { serviceKey } from "@/lib/record/wallets/known-address";
import { storedServices } from "@/lib/record/wallets/known-address-queries";

/** The note of the version that the starting dataset became; those of its renewals begin with it. */
export const STARTING_NOTE = "Starting dataset";

/** The current revision of each record of each kind: its lasting id, its first and its newest version. */
const CURRENT = {
  incident: Prisma.sql`SELECT incident_id AS id, revision, published_in, superseded_in, retraction IS NULL AND merged_into_id IS NULL AS active FROM incident_revision`,
  target: Prisma.sql`SELECT target_id AS id, revision, published_in, superseded_in, merged_into_id IS NULL AS active FROM target_revision`,
  actor: Prisma.sql`SELECT actor_id AS id, revision, published_in, superseded_in, merged_into_id IS NULL AS active FROM actor_revision`,
  figure: Prisma.sql`SELECT figure_id AS id, revision, published_in, superseded_in, retraction IS NULL AND merged_into_id IS NULL AS active FROM figure_revision`,
  service: Prisma.sql`SELECT service_id AS id, revision, published_in, superseded_in, retraction IS NULL AS active FROM known_address`,
  coverage: Prisma.sql`SELECT 1 AS id, revision, published_in, superseded_in, true AS active FROM coverage_revision`,
} as const;

/** Where a record of the current version comes from. */
export interface Origin {
  id: number;
  revision: number;
  /** Whether an editor published what it says now. */
  edited: boolean;
  /** Whether the starting dataset, or a renewal of it, was the first to hold it. */
  ofDataset: boolean;
  /** Neither retracted nor merged into another. */
  active: boolean;
}

/** The origin of every record that the newest version holds, by kind and lasting id. */
export async function originsOf(db: Queryable): Promise<Map<RecordKind, Map<number, Origin>>> {
  const origins = new Map<RecordKind, Map<number, Origin>>();
  for (const kind of RECORD_KINDS) {
    const rows = await db.$queryRaw<Origin[]>`
      SELECT r.id, r.revision, r.active, v.entered_by IS NOT NULL AS edited,
        first.entered_by IS NULL AND first.note LIKE ${`${STARTING_NOTE}%`} AS "ofDataset"
      FROM (${CURRENT[kind]}) r
      JOIN dataset_version v ON v.number = r.published_in
      JOIN (SELECT id, min(published_in) AS number FROM (${CURRENT[kind]}) every GROUP BY id) begun ON begun.id = r.id
      JOIN dataset_version first ON first.number = begun.number
      WHERE r.superseded_in IS NULL`;
    origins.set(kind, new Map(rows.map((row) => [row.id, row])));
  }
  return origins;
}

/** What a record of the dataset is known by within its kind; null of the one coverage. */
export function keyOf(record: RecordToPublish): string | null {
  switch (record.kind) {
    case "incident":
    case "target":
    case "actor":
      return record.record.slug;
    case "figure":
      return publishedFigureKey(record.record);
    case "service":
      return serviceKey(record.record);
    case "coverage":
      return null;
  }
}

/** Which record of a kind is known by each key, or where none is, which was known by it last. */
export async function everKnownBy(
  db: Queryable,
  kind: RecordKind,
): Promise<Map<string, { id: number; current: boolean }>> {
  const rows = (await namesEverHeld(db, kind)).sort(
    (one, other) =>
      Number(one.current) - Number(other.current) || one.publishedIn - other.publishedIn,
  );
  return new Map(rows.map(({ key, id, current }) => [key, { id, current }]));
}

async function namesEverHeld(
  db: Queryable,
  kind: RecordKind,
): Promise<{ key: string; id: number; current: boolean; publishedIn: number }[]> {
  if (kind === "coverage") return [];
  if (kind === "figure")
    return (await storedPublishedFigures(db, {}, null)).map(({ figure, figureId, ...row }) => ({
      key: publishedFigureKey(figure),
      id: figureId,
      ...row,
    }));
  if (kind === "service")
    return (await storedServices(db, {})).map(({ service, serviceId, ...row }) => ({
      key: serviceKey(service),
      id: serviceId,
      ...row,
    }));
  const [table, id] = [Prisma.raw(`${kind}_revision`), Prisma.raw(`${kind}_id`)];
  return db.$queryRaw`
    SELECT slug AS key, ${id} AS id, superseded_in IS NULL AS current, published_in AS "publishedIn" FROM ${table}`;
}

/** Whether what the record holds says something else than the dataset. What it was merged into is not the dataset's to say. */
export async function saysOtherwise(db: Queryable, given: RecordToPublish): Promise<boolean> {
  const held =
    given.recordId === null ? null : await publishedEntry(db, given.kind, given.recordId);
  if (held === null) return true;
  const ownWord = { mergedInto: null };
  return !isDeepStrictEqual({ ...held.entry.record, ...ownWord }, { ...given.record, ...ownWord });
}
