import type { Queryable } from "@/lib/db/client";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import type { IncidentToPublish } from "@/lib/record/incidents/incident";
import { currentIncidents } from "@/lib/record/incidents/incident-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { TargetDirectory } from "@/lib/record/targets/target-directory";

/** An incident as it will stand: what is said of it, and whom it names by lasting id. */
export interface PlannedIncident extends IncidentToPublish {
  incidentId: number;
  /** The target's record; null where it has none. */
  targetId: number | null;
  /** Of each attribution, in order. */
  actorIds: number[];
  mergedIntoId: number | null;
}

/** Which actors and targets slugs mean as the version leaves them. */
export interface Directories {
  actors: ActorDirectory;
  targets: TargetDirectory;
}

/** A current incident as others name it. */
interface Named {
  incidentId: number;
  slug: string;
  name: string;
  mergedIntoId: number | null;
}

/** Slugs or ids asked for by one statement. */
const ASKED_AT_ONCE = 10_000;

/**
 * How incidents will be beside those that are held; with them those that were merged into one that is
 * merged now.
 * @param recordIds the incidents in the order in which they were given, each with its lasting id
 * @throws {PublicationError} with everything that does not fit
 */
export async function planIncidents(
  transaction: Queryable,
  recordIds: ReadonlyMap<IncidentToPublish, number>,
  directories: Directories,
  errors: PublicationErrors,
): Promise<PlannedIncident[]> {
  const held = await heldBeside(transaction, [...recordIds.keys()]);
  const bySlug = new Map<string, { incidentId: number; name: string; mergedInto: unknown }>();
  const given = new Set(recordIds.values());
  for (const other of held.values()) {
    if (given.has(other.incidentId)) continue;
    bySlug.set(other.slug, { ...other, mergedInto: other.mergedIntoId });
  }
  const seen = new Set<number>();
  for (const [incident, incidentId] of recordIds) {
    const { recordId, record } = incident;
    const refuse = (path: string[], message: string) => errors.add(incident, path, message);
    if (recordId !== null && !held.has(recordId)) refuse([], "The record holds no such incident.");
    if (seen.has(incidentId)) refuse([], "It is to be published twice at once.");
    seen.add(incidentId);
    const other = bySlug.get(record.slug);
    if (other !== undefined)
      refuse(["slug"], `“${record.slug}” is already the address of ${other.name}.`);
    else bySlug.set(record.slug, { incidentId, name: record.name, mergedInto: record.mergedInto });
  }
  const plan = [...recordIds].map(([incident, incidentId]) => {
    const { record } = incident;
    const refuse = (path: (string | number)[], message: string) =>
      errors.add(incident, path, message);
    const actorIds = record.attributions.map(({ actor }, index) => {
      const id = directories.actors.nameable(actor);
      if (typeof id === "number") return id;
      refuse(["attributions", index, "actor"], id.message);
      return 0;
    });
    const target = record.targetSlug === null ? null : directories.targets.find(record.targetSlug);
    if (record.targetSlug !== null && target === null)
      refuse(["targetSlug"], `The record holds no target “${record.targetSlug}”.`);
    // One that was merged stays named: who asks is led on, and an undone merging needs no repair.
    const targetId = target?.targetId ?? null;
    const into = record.mergedInto === null ? null : bySlug.get(record.mergedInto);
    if (into === undefined)
      refuse(["mergedInto"], `The record holds no incident “${record.mergedInto}”.`);
    else if (into?.incidentId === incidentId)
      refuse(["mergedInto"], "It cannot be merged into itself.");
    else if (into != null && into.mergedInto !== null)
      refuse(
        ["mergedInto"],
        `${into.name} was itself merged into another: merge it into that one.`,
      );
    return { ...incident, incidentId, targetId, actorIds, mergedIntoId: into?.incidentId ?? null };
  });
  errors.throwAny();
  return [...plan, ...(await handedOn(transaction, plan, held, directories))];
}

/** The current incidents that are revised, that hold a slug given, or that one is merged into; by id. */
async function heldBeside(
  transaction: Queryable,
  identified: readonly IncidentToPublish[],
): Promise<Map<number, Named>> {
  const ids = identified.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
  const slugs = identified.flatMap(({ record }) =>
    record.mergedInto === null ? [record.slug] : [record.slug, record.mergedInto],
  );
  const held = new Map<number, Named>();
  const select = { incidentId: true, slug: true, name: true, mergedIntoId: true } as const;
  const ask = async (where: { incidentId: { in: number[] } } | { slug: { in: string[] } }) => {
    const rows = await transaction.incidentRevision.findMany({
      where: { supersededIn: null, ...where },
      select,
    });
    for (const row of rows) held.set(row.incidentId, row);
  };
  for (let start = 0; start < ids.length; start += ASKED_AT_ONCE)
    await ask({ incidentId: { in: ids.slice(start, start + ASKED_AT_ONCE) } });
  for (let start = 0; start < slugs.length; start += ASKED_AT_ONCE)
    await ask({ slug: { in: slugs.slice(start, start + ASKED_AT_ONCE) } });
  return held;
}

/** What was merged into an incident that is merged now, merged into the same; those given say it themselves. */
async function handedOn(
  transaction: Queryable,
  plan: readonly PlannedIncident[],
  held: ReadonlyMap<number, Named>,
  directories: Directories,
): Promise<PlannedIncident[]> {
  const merged = new Map(
    plan.flatMap(({ incidentId, mergedIntoId }) =>
      mergedIntoId === null || held.get(incidentId)?.mergedIntoId === mergedIntoId
        ? []
        : [[incidentId, mergedIntoId] as const],
    ),
  );
  if (merged.size === 0) return [];
  const rows = await transaction.incidentRevision.findMany({
    where: { supersededIn: null, mergedIntoId: { in: [...merged.keys()] } },
    select: { incidentId: true },
  });
  const given = new Set(plan.map(({ incidentId }) => incidentId));
  const others = rows.map(({ incidentId }) => incidentId).filter((id) => !given.has(id));
  return (await currentIncidents(transaction, others)).map(
    ({ incidentId, revision, targetId, mergedIntoId, incident }) => ({
      kind: "incident",
      recordId: incidentId,
      baseRevision: revision,
      record: incident,
      incidentId,
      targetId,
      actorIds: incident.attributions.map(
        ({ actor }) => directories.actors.find(actor)?.actorId ?? 0,
      ),
      mergedIntoId: merged.get(mergedIntoId ?? 0) ?? mergedIntoId,
    }),
  );
}
