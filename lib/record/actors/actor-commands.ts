import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorEntry, ActorToPublish } from "@/lib/record/actors/actor";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, type StoredActor, storedActors } from "@/lib/record/actors/actor-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WrittenRecords } from "@/lib/record/kinds/to-publish";

/**
 * Actors stored by one statement. A larger one has more parameters than PostgreSQL takes, and Prisma would
 * send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

/** What putting actors leads to. */
export interface WrittenActors extends WrittenRecords<ActorToPublish> {
  /** Which actor each slug names from then on. */
  directory: ActorDirectory;
  /** What each actor that the version merges turned out to be, by lasting id. */
  merged: Map<number, number>;
}

/** An actor as it will stand: what is said of it, and whom it names by lasting id. */
interface PlannedActor extends ActorToPublish {
  actorId: number;
  parentId: number | null;
  mergedIntoId: number | null;
  /** Its place among those given; null for one that changes because of them. */
  place: number | null;
}

/**
 * Adds, revises, renames and merges actors in the version being published. What was part of a merged actor,
 * or merged into it, is then part of what it turned out to be, so that nothing current names a merged one.
 * @throws {PublicationError} where an actor's slug is another's, it names one that is not held or is merged,
 * or it would be part of itself by way of others
 */
export async function writeActors(
  transaction: Queryable,
  version: number,
  given: readonly ActorToPublish[],
  errors: PublicationErrors,
): Promise<WrittenActors> {
  const counts = { added: 0, revised: 0, unchanged: 0 };
  if (given.length === 0) {
    return {
      counts,
      recordIds: new Map(),
      directory: await actorDirectory(transaction),
      merged: new Map(),
    };
  }
  const held = new Map(
    (await storedActors(transaction, { supersededIn: null }, null)).map((stored) => [
      stored.actorId,
      stored,
    ]),
  );
  const newIds = await newActorIds(
    transaction,
    given.filter(({ recordId }) => recordId === null).length,
  );
  const recordIds = new Map(
    given.map((actor) => [actor, actor.recordId ?? newIds.shift() ?? 0] as const),
  );
  const { plan, merged } = planned(recordIds, held, errors);
  const changed = [...plan.values()].filter((actor) => differs(actor, held.get(actor.actorId)));
  const closed = changed.flatMap(({ actorId }) => held.get(actorId) ?? []);
  for (let start = 0; start < closed.length; start += BATCH) {
    await transaction.actorRevision.updateMany({
      where: { id: { in: closed.slice(start, start + BATCH).map(({ rowId }) => rowId) } },
      data: { supersededIn: version },
    });
  }
  for (let start = 0; start < changed.length; start += BATCH) {
    await addRevisions(transaction, version, changed.slice(start, start + BATCH), held);
  }
  counts.revised = closed.length;
  counts.added = changed.length - closed.length;
  const untouched = new Set(changed.map(({ place }) => place));
  counts.unchanged = given.filter((_, place) => !untouched.has(place)).length;
  return { counts, recordIds, directory: await actorDirectory(transaction), merged };
}

async function newActorIds(transaction: Queryable, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO actor SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}

/** Stores changed actors as they will stand, by three statements for all of them. */
async function addRevisions(
  transaction: Queryable,
  version: number,
  changed: readonly PlannedActor[],
  held: ReadonlyMap<number, StoredActor>,
): Promise<void> {
  const rows = await transaction.actorRevision.createManyAndReturn({
    select: { id: true, actorId: true },
    data: changed.map(({ actorId, record, parentId, mergedIntoId }) => {
      const { sources, identifiers, parent, mergedInto, ...plain } = record;
      const revision = (held.get(actorId)?.revision ?? 0) + 1;
      return { ...plain, actorId, revision, publishedIn: version, parentId, mergedIntoId };
    }),
  });
  const rowIds = new Map(rows.map(({ id, actorId }) => [actorId, id]));
  const parts = <Part>(list: (record: ActorEntry) => readonly Part[]) =>
    changed.flatMap(({ actorId, record }) => {
      const revisionId = rowIds.get(actorId);
      if (revisionId === undefined) throw new Error(`no revision was stored for ${record.slug}`);
      return list(record).map((part) => ({ ...part, revisionId }));
    });
  await transaction.actorSource.createMany({ data: parts(({ sources }) => sources) });
  await transaction.actorIdentifier.createMany({ data: parts(({ identifiers }) => identifiers) });
}

function differs(actor: PlannedActor, held: StoredActor | undefined): boolean {
  if (held === undefined) return true;
  const plain = (record: ActorEntry) => ({ ...record, parent: null, mergedInto: null });
  return (
    actor.parentId !== held.parentId ||
    actor.mergedIntoId !== held.mergedIntoId ||
    !isDeepStrictEqual(plain(actor.record), plain(held.actor))
  );
}

/** How all actors will stand. @throws {PublicationError} */
function planned(
  recordIds: ReadonlyMap<ActorToPublish, number>,
  held: ReadonlyMap<number, StoredActor>,
  errors: PublicationErrors,
): { plan: Map<number, PlannedActor>; merged: Map<number, number> } {
  const plan = new Map<number, PlannedActor>();
  for (const stored of held.values()) {
    const { actorId, revision, parentId, mergedIntoId, actor } = stored;
    const follows = { kind: "actor", recordId: actorId, baseRevision: revision } as const;
    plan.set(actorId, { ...follows, record: actor, actorId, parentId, mergedIntoId, place: null });
  }
  for (const [place, [actor, actorId]] of [...recordIds].entries()) {
    const { recordId } = actor;
    const refuse = (message: string) => errors.add(actor, [], message);
    if (recordId !== null && !held.has(recordId)) refuse("The record holds no such actor.");
    if (plan.get(actorId)?.place != null) refuse("It is to be published twice at once.");
    plan.set(actorId, { ...actor, actorId, parentId: null, mergedIntoId: null, place });
  }
  const bySlug = new Map<string, PlannedActor>();
  for (const actor of inGivenOrder(plan)) {
    const { slug } = actor.record;
    const other = bySlug.get(slug);
    if (other === undefined) bySlug.set(slug, actor);
    else if (actor.place !== null)
      errors.add(actor, ["slug"], `“${slug}” is already the address of ${other.record.name}.`);
  }
  const merged = new Map<number, number>();
  const given = inGivenOrder(plan).filter(({ place }) => place !== null);
  for (const actor of given) {
    const { actorId, record } = actor;
    if (record.mergedInto === null) continue;
    const into = bySlug.get(record.mergedInto);
    const problem = mergeProblem(actor, into);
    if (into === undefined || problem !== null) {
      errors.add(actor, ["mergedInto"], problem ?? "");
      continue;
    }
    actor.mergedIntoId = into.actorId;
    if (held.get(actorId)?.mergedIntoId !== into.actorId) merged.set(actorId, into.actorId);
  }
  for (const actor of given) {
    const { record } = actor;
    if (record.parent === null) continue;
    const refuse = (message: string) => errors.add(actor, ["parent"], message);
    const parent = bySlug.get(record.parent);
    if (parent === undefined) refuse(`The record holds no actor “${record.parent}”.`);
    else if (parent.record.mergedInto !== null)
      refuse(`${parent.record.name} was merged into “${parent.record.mergedInto}”: name that one.`);
    else actor.parentId = parent.actorId;
  }
  errors.throwAny();
  for (const [actorId, into] of merged) handOver(plan, actorId, into);
  const reported = new Set<string>();
  for (const actor of [...given, ...plan.values()]) {
    const ring = ringFrom(plan, actor);
    if (ring === null || ring.some((slug) => reported.has(slug))) continue;
    for (const slug of ring) reported.add(slug);
    const message = `It would be part of itself: ${ring.join(" is part of ")}.`;
    errors.add(actor, ["parent"], message);
  }
  errors.throwAny();
  return { plan, merged };
}

/** Those that are not given first, so that a slug given stands against what is held. */
function inGivenOrder(plan: ReadonlyMap<number, PlannedActor>): PlannedActor[] {
  return [...plan.values()].sort((one, other) => (one.place ?? -1) - (other.place ?? -1));
}

function mergeProblem(actor: PlannedActor, into: PlannedActor | undefined): string | null {
  if (into === undefined) return `The record holds no actor “${actor.record.mergedInto}”.`;
  if (into === actor) return "It cannot be merged into itself.";
  if (into.record.mergedInto !== null)
    return `${into.record.name} was itself merged into “${into.record.mergedInto}”: merge it into that one.`;
  return null;
}

/** Gives what names a merged actor to what it turned out to be. */
function handOver(plan: Map<number, PlannedActor>, actorId: number, into: number): void {
  const wholes = [...wholesOf(plan, into)].map((whole) => whole.actorId);
  for (const other of plan.values()) {
    if (other.mergedIntoId === actorId) other.mergedIntoId = into;
    if (other.parentId === actorId && other.actorId !== into) other.parentId = into;
  }
  const target = plan.get(into);
  // Where it turned out to be a part of itself, that part takes its place in the tree.
  if (target !== undefined && wholes.includes(actorId))
    target.parentId = plan.get(actorId)?.parentId ?? null;
}

/** What an actor is part of, the nearest first; stops where it would come round. */
function* wholesOf(
  plan: ReadonlyMap<number, PlannedActor>,
  actorId: number,
): Generator<PlannedActor> {
  const seen = new Set([actorId]);
  let whole = plan.get(plan.get(actorId)?.parentId ?? 0);
  while (whole !== undefined) {
    yield whole;
    if (seen.has(whole.actorId)) return;
    seen.add(whole.actorId);
    whole = plan.get(whole.parentId ?? 0);
  }
}

/** The slugs by which an actor is part of itself; null where it is not. */
function ringFrom(plan: ReadonlyMap<number, PlannedActor>, actor: PlannedActor): string[] | null {
  const wholes = [...wholesOf(plan, actor.actorId)];
  const place = wholes.indexOf(actor);
  if (place === -1) return null;
  return [actor, ...wholes.slice(0, place + 1)].map(({ record }) => record.slug);
}
