import type { Queryable } from "@/lib/db/client";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, storedActors } from "@/lib/record/actors/actor-queries";
import { COVERAGE_ID } from "@/lib/record/coverage/coverage";
import { storedCoverage } from "@/lib/record/coverage/coverage-queries";
import { figureIdSchema } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import { storedIncidents } from "@/lib/record/incidents/incident-queries";
import { isPagedKind, type PagedKind, type RecordKind } from "@/lib/record/kinds/record-kind";
import { restated } from "@/lib/record/publishing/identify-queries";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { storedTargets } from "@/lib/record/targets/target-queries";
import type { seenAt } from "@/lib/record/versions/version-queries";
import { storedServices } from "@/lib/record/wallets/known-address-queries";
import { dateText } from "@/lib/values/dates/day";

/**
 * An entry as the record holds it, in the form in which it may be published again: actors are named as they are
 * now, and merged ones as what they turned out to be. Null where there is no such record or revision.
 * @param revision the current one where it is not given
 */
export async function publishedEntry(
  db: Queryable,
  kind: RecordKind,
  recordId: number,
  revision?: number,
): Promise<PublishedEntry | null> {
  const where = revision === undefined ? { supersededIn: null } : { revision };
  const [found] = await entriesOf(db, kind, { recordId, ...where }, null);
  return found === undefined ? null : named(found, await actorDirectory(db));
}

/**
 * The entries of a kind, of certain records or all, whose revisions were published or superseded in versions, in the form in which they may be published
 * again, as `publishedEntry` gives one.
 */
export async function publishedEntries(
  db: Queryable,
  kind: RecordKind,
  where: { recordIds?: readonly number[]; publishedIn?: number; supersededIn: number | null },
): Promise<PublishedEntry[]> {
  const { recordIds, ...when } = where;
  const which = recordIds === undefined ? {} : { recordId: { in: [...recordIds] } };
  const found = await entriesOf(db, kind, { ...which, ...when }, null);
  const directory = await actorDirectory(db);
  return found.map((entry) => named(entry, directory));
}

/**
 * Every revision of a record that a version holds or held, newest first, with actors named as that version
 * names them: a revision says the same at each version.
 */
export async function revisionsOfRecord(
  db: Queryable,
  kind: RecordKind,
  recordId: number,
  version: number,
): Promise<PublishedEntry[]> {
  const found = await entriesOf(db, kind, { recordId, publishedIn: { lte: version } }, version);
  return found.sort((one, other) => other.revision - one.revision);
}

/**
 * The current entry of an incident, target or actor by its slug, merged and retracted ones included; of any other,
 * which has no slug, by its lasting id. Null where the record holds none.
 */
export async function findRecord(
  db: Queryable,
  kind: RecordKind,
  slug: string,
): Promise<PublishedEntry | null> {
  if (!isPagedKind(kind))
    return figureIdSchema.safeParse(slug).success ? publishedEntry(db, kind, Number(slug)) : null;
  const id = await recordIdOf(db, kind, { supersededIn: null, slug });
  return id === null ? null : publishedEntry(db, kind, id);
}

/** The lasting id of a record of which one revision is so; null where none is. */
export async function recordIdOf(
  db: Queryable,
  kind: PagedKind,
  where: { slug: string } & (ReturnType<typeof seenAt> | { supersededIn: null }),
): Promise<number | null> {
  switch (kind) {
    case "incident": {
      const select = { incidentId: true } as const;
      return (await db.incidentRevision.findFirst({ where, select }))?.incidentId ?? null;
    }
    case "target": {
      const select = { targetId: true } as const;
      return (await db.targetRevision.findFirst({ where, select }))?.targetId ?? null;
    }
    case "actor": {
      const select = { actorId: true } as const;
      return (await db.actorRevision.findFirst({ where, select }))?.actorId ?? null;
    }
  }
}

/** Which revisions are wanted: all of those of which each of these is so. */
interface Wanted {
  recordId?: number | { in: number[] };
  revision?: number;
  publishedIn?: number | { lte: number };
  supersededIn?: number | null;
}

async function entriesOf(
  db: Queryable,
  kind: RecordKind,
  { recordId, ...where }: Wanted,
  namesAt: number | null,
): Promise<PublishedEntry[]> {
  const of = <Name extends string>(name: Name) =>
    (recordId === undefined ? {} : { [name]: recordId }) as Partial<
      Record<Name, number | { in: number[] }>
    >;
  if (kind === "incident") {
    const stored = await storedIncidents(db, { ...of("incidentId"), ...where }, namesAt);
    return stored.map(({ incident, ...row }) => {
      const { slug, name } = incident;
      return entryOf(row, {
        recordId: row.incidentId,
        entry: { kind, record: incident },
        slug,
        title: name,
      });
    });
  }
  if (kind === "target") {
    const stored = await storedTargets(db, { ...of("targetId"), ...where }, namesAt);
    return stored.map(({ target, ...row }) => {
      const { slug, name } = target;
      return entryOf(row, {
        recordId: row.targetId,
        entry: { kind, record: target },
        slug,
        title: name,
      });
    });
  }
  if (kind === "service") {
    const stored = await storedServices(db, { ...of("serviceId"), ...where });
    return stored.map(({ service, ...row }) => {
      const { label } = service;
      return entryOf(row, {
        recordId: row.serviceId,
        entry: { kind, record: service },
        slug: null,
        title: label,
      });
    });
  }
  if (kind === "coverage") {
    const stored =
      recordId === undefined || isOneOf(recordId, COVERAGE_ID)
        ? await storedCoverage(db, where)
        : [];
    return stored.map(({ coverage, ...row }) =>
      entryOf(row, {
        recordId: row.coverageId,
        entry: { kind, record: coverage },
        slug: null,
        title: `Coverage through ${dateText(coverage.coveredThrough)}`,
      }),
    );
  }
  if (kind === "actor") {
    const stored = await storedActors(db, { ...of("actorId"), ...where }, namesAt);
    return stored.map(({ actor, ...row }) => {
      const { slug, name } = actor;
      return entryOf(row, {
        recordId: row.actorId,
        entry: { kind, record: actor },
        slug,
        title: name,
      });
    });
  }
  const stored = await storedPublishedFigures(db, { ...of("figureId"), ...where }, namesAt);
  return stored.map(({ figure, ...row }) => {
    const { title } = figure;
    return entryOf(row, {
      recordId: row.figureId,
      entry: { kind, record: figure },
      slug: null,
      title,
    });
  });
}

function isOneOf(wanted: number | { in: number[] }, id: number): boolean {
  return typeof wanted === "number" ? wanted === id : wanted.in.includes(id);
}

/** What a row of any kind says of its place in the record. */
interface StoredRevision {
  revision: number;
  publishedIn: number;
  current: boolean;
}

function entryOf(
  { revision, publishedIn, current }: StoredRevision,
  what: Pick<PublishedEntry, "entry" | "recordId" | "slug" | "title">,
): PublishedEntry {
  return { ...what, revision, version: publishedIn, current };
}

/** With each merged actor named as what it turned out to be. A current revision names none already. */
function named(found: PublishedEntry, directory: ActorDirectory): PublishedEntry {
  if (found.current) return found;
  const { entry } = found;
  const active = (slug: string | null) => (slug === null ? null : directory.activeSlug(slug));
  switch (entry.kind) {
    case "target":
    case "service":
    case "coverage":
      return found;
    case "incident":
      return { ...found, entry: { ...entry, record: restated(entry.record, directory) } };
    case "actor": {
      const { record } = entry;
      const parent = active(record.parent);
      // What it was part of has turned out to be itself.
      const isItself = parent !== null && directory.find(parent)?.actorId === found.recordId;
      return {
        ...found,
        entry: { ...entry, record: { ...record, parent: isItself ? null : parent } },
      };
    }
    case "figure":
      return {
        ...found,
        entry: { ...entry, record: { ...entry.record, actor: active(entry.record.actor) } },
      };
  }
}
