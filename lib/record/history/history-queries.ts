import type { Queryable } from "@/lib/db/client";
import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import { difference } from "@/lib/record/history/difference";
import type { HistoryRevision } from "@/lib/record/history/history";
import { recordIdOf, revisionsOfRecord } from "@/lib/record/history/published-entry-queries";
import type { Names } from "@/lib/record/history/record-text";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { seenAt } from "@/lib/record/versions/version-queries";
import { dayOf } from "@/lib/values/dates/day";

/** Revisions shown at most: the latest ones. */
const MOST = 100;

/** An incident, target or actor with all that was ever published of it, through a version. */
export interface History {
  /** As the version calls it. */
  name: string;
  slug: string;
  /** What it was merged into; null where it is active by itself. */
  mergedInto: { slug: string; name: string } | null;
  /** What was merged into it, by name. */
  absorbed: Absorbed[];
  /** Newest first; the latest hundred where there are more. */
  revisions: HistoryRevision[];
  /** How many there are in all. */
  count: number;
}

/** A record that turned out to be another, as a version calls it. */
interface Absorbed {
  slug: string;
  name: string;
}

/** The history of what a version holds under a slug; null where it holds nothing there. */
export async function historyOf(
  db: Queryable,
  version: number,
  kind: PagedKind,
  slug: string,
): Promise<History | null> {
  const id = await recordIdOf(db, kind, { slug, ...seenAt(version) });
  if (id === null) return null;
  const revisions = await revisionsOfRecord(db, kind, id, version);
  const [newest] = revisions;
  if (newest === undefined) return null;
  const [names, versions, absorbed] = await Promise.all([
    namesAt(db, version),
    db.datasetVersion.findMany({
      where: { number: { in: revisions.map((each) => each.version) } },
      select: {
        number: true,
        publishedAt: true,
        note: true,
        enteredBy: true,
        reviewedBy: true,
      },
    }),
    absorbedBy(db, version, kind, id),
  ]);
  const shown = revisions.slice(0, MOST).flatMap((each, place): HistoryRevision[] => {
    const published = versions.find(({ number }) => number === each.version);
    const before = revisions[place + 1]?.entry.record ?? null;
    const { record } = each.entry;
    if (published === undefined || !("slug" in record)) return [];
    const { note, enteredBy, reviewedBy } = published;
    return [
      {
        revision: each.revision,
        version: each.version,
        publishedOn: dayOf(published.publishedAt),
        note,
        by: { enteredBy, reviewedBy },
        slug: record.slug,
        mergedInto: record.mergedInto,
        differences: before === null ? [] : difference(kind, { ...before }, { ...record }, names),
      },
    ];
  });
  const mergedInto = shown[0]?.mergedInto ?? null;
  return {
    name: newest.title,
    slug,
    mergedInto:
      mergedInto === null ? null : { slug: mergedInto, name: names[mergedInto] ?? mergedInto },
    absorbed,
    revisions: shown,
    count: revisions.length,
  };
}

/** What was merged into a record, as a version has it, by name. */
export async function absorbedBy(
  db: Queryable,
  version: number,
  kind: PagedKind,
  id: number,
): Promise<Absorbed[]> {
  const query = {
    where: { mergedIntoId: id, ...seenAt(version) },
    select: { slug: true, name: true },
  };
  const rows =
    kind === "incident"
      ? await db.incidentRevision.findMany(query)
      : kind === "target"
        ? await db.targetRevision.findMany(query)
        : await db.actorRevision.findMany(query);
  return rows.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** What a version calls the actors, persons with their legal status, and the incidents that others were merged into. */
async function namesAt(db: Queryable, version: number): Promise<Names> {
  const rows = await db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT i.slug, i.name FROM incident_revision i
    WHERE i.published_in <= ${version} AND (i.superseded_in IS NULL OR i.superseded_in > ${version})
      AND i.incident_id IN (SELECT m.merged_into_id FROM incident_revision m WHERE m.merged_into_id IS NOT NULL)
    UNION ALL
    SELECT r.slug, r.name FROM target_revision r
    WHERE r.published_in <= ${version} AND (r.superseded_in IS NULL OR r.superseded_in > ${version})`;
  const actors = await db.$queryRaw<(NamedActor & { slug: string })[]>`
    SELECT a.slug, a.name, a.kind, a.status, a.status_on AS "statusOn" FROM actor_revision a
    WHERE a.published_in <= ${version} AND (a.superseded_in IS NULL OR a.superseded_in > ${version})`;
  return Object.fromEntries([
    ...rows.map(({ slug, name }) => [slug, name]),
    ...actors.map((actor) => [actor.slug, nameWithStatus(actor)]),
  ]);
}
