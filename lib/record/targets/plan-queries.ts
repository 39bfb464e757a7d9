import type { Queryable } from "@/lib/db/client";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import { foldedName } from "@/lib/record/targets/folded-name";
import type { TargetToPublish } from "@/lib/record/targets/target";
import { type StoredTarget, storedTargets } from "@/lib/record/targets/target-queries";

/** A target as it will stand: what is said of it, and whom it names by lasting id. */
export interface PlannedTarget extends TargetToPublish {
  targetId: number;
  successorId: number | null;
  mergedIntoId: number | null;
  /** As it stands now; null where it is new. */
  held: StoredTarget | null;
}

/**
 * How targets will be beside those that are held; after those given, what was merged into one that is merged now.
 * @param recordIds the targets in the order in which they were given, each with its lasting id
 * @throws {PublicationError} with everything that does not fit
 */
export async function planTargets(
  transaction: Queryable,
  recordIds: ReadonlyMap<TargetToPublish, number>,
  errors: PublicationErrors,
): Promise<PlannedTarget[]> {
  const stored = await storedTargets(transaction, { supersededIn: null }, null);
  const held = new Map(stored.map((each) => [each.targetId, each]));
  const plan = [...recordIds].map(([target, targetId]): PlannedTarget => {
    const refuse = (message: string) => errors.add(target, [], message);
    if (target.recordId !== null && !held.has(targetId)) refuse("The record holds no such target.");
    return {
      ...target,
      targetId,
      successorId: null,
      mergedIntoId: null,
      held: held.get(targetId) ?? null,
    };
  });
  const given = new Set(plan.map(({ targetId }) => targetId));
  if (given.size < plan.length) {
    const seen = new Set<number>();
    for (const target of plan) {
      if (seen.has(target.targetId)) errors.add(target, [], "It is to be published twice at once.");
      seen.add(target.targetId);
    }
  }
  const others = stored
    .filter(({ targetId }) => !given.has(targetId))
    .map(
      ({ target, ...row }): PlannedTarget => ({
        kind: "target",
        recordId: row.targetId,
        baseRevision: row.revision,
        record: target,
        targetId: row.targetId,
        successorId: row.successorId,
        mergedIntoId: row.mergedIntoId,
        held: { target, ...row },
      }),
    );
  refuseTaken(plan, others, errors);
  resolve(plan, others, errors);
  errors.throwAny();
  return [...plan, ...handedOn(plan, others)];
}

/** Refuses slugs and names that are another target's. */
function refuseTaken(
  plan: readonly PlannedTarget[],
  others: readonly PlannedTarget[],
  errors: PublicationErrors,
): void {
  const all = [...others, ...plan];
  const slugs = new Map<string, PlannedTarget>();
  const names = new Map<string, PlannedTarget[]>();
  const aliasOf = new Map<string, PlannedTarget[]>();
  const given = new Set(plan);
  for (const target of all) {
    const { slug, name } = target.record;
    const other = slugs.get(slug);
    if (other === undefined) slugs.set(slug, target);
    else if (given.has(target))
      errors.add(target, ["slug"], `“${slug}” is already the address of ${other.record.name}.`);
    const key = foldedName(name);
    names.set(key, [...(names.get(key) ?? []), target]);
    for (const alias of new Set(target.record.aliases.map(foldedName)))
      aliasOf.set(alias, [...(aliasOf.get(alias) ?? []), target]);
  }
  for (const target of plan) {
    const { name, aliases, formerly, slug } = target.record;
    // What turned out to be this one leaves its name to it.
    const another = (other: PlannedTarget) => other !== target && other.record.mergedInto !== slug;
    const alike = (names.get(foldedName(name)) ?? []).find(
      (other) => another(other) && other.record.name === name,
    );
    if (alike !== undefined)
      errors.add(target, ["name"], `“${name}” is already the name of target ${alike.record.slug}.`);
    const bearer = (aliasOf.get(foldedName(name)) ?? []).find(another);
    if (bearer !== undefined && !given.has(bearer))
      errors.add(
        target,
        ["name"],
        `“${name}” is another name of target ${bearer.record.slug}: take it from that one first, or revise that one instead.`,
      );
    for (const [index, alias] of aliases.entries()) {
      const other = (names.get(foldedName(alias)) ?? []).find(another);
      if (other !== undefined)
        errors.add(
          target,
          ["aliases", index],
          `“${alias}” is the name of another target (${other.record.slug}): name what nobody else is called, or merge the two.`,
        );
    }
    for (const [index, former] of formerly.entries()) {
      const other = (names.get(foldedName(former)) ?? []).find((each) => each !== target);
      // Who carried on under another name bore the old one before.
      if (other !== undefined && !leadsTo(other, slug, slugs))
        errors.add(
          target,
          ["formerly", index],
          `“${former}” is the name of another target (${other.record.slug}), which does not name this one as its successor.`,
        );
    }
  }
}

/** Whether a target's successors, or what it was merged into, come to the one with that slug. */
function leadsTo(
  target: PlannedTarget,
  slug: string,
  bySlug: ReadonlyMap<string, PlannedTarget>,
): boolean {
  let at: PlannedTarget | undefined = target;
  for (let steps = 0; at !== undefined && steps < 100; steps += 1) {
    const next: string | null = at.record.mergedInto ?? at.record.successor;
    if (next === slug) return true;
    at = next === null ? undefined : bySlug.get(next);
  }
  return false;
}

/** Finds whom those given name. */
function resolve(
  plan: readonly PlannedTarget[],
  others: readonly PlannedTarget[],
  errors: PublicationErrors,
): void {
  const bySlug = new Map([...others, ...plan].map((target) => [target.record.slug, target]));
  for (const target of plan) {
    const { successor, mergedInto, slug } = target.record;
    const find = (field: string, named: string | null, was: number | null): number | null => {
      if (named === null) return null;
      const refuse = (message: string) => {
        errors.add(target, [field], message);
        return null;
      };
      const found = bySlug.get(named);
      if (found === undefined) return refuse(`The record holds no target “${named}”.`);
      if (found === target) return refuse("It cannot be itself.");
      // What it named before another turned out to be the same stays named: who asks is led on.
      if (found.record.mergedInto !== null && found.targetId !== was)
        return refuse(
          `${found.record.name} was itself merged into “${found.record.mergedInto}”: name that one.`,
        );
      return found.targetId;
    };
    target.successorId = find("successor", successor, target.held?.successorId ?? null);
    target.mergedIntoId = find("mergedInto", mergedInto, null);
    for (const [field, next] of [
      ["successor", successor],
      ["mergedInto", mergedInto],
    ] as const) {
      const heir = next === null ? undefined : bySlug.get(next);
      const active = heir?.record.mergedInto === null && heir !== target;
      if (active && leadsTo(heir, slug, bySlug))
        errors.add(target, [field], `${heir.record.name} is itself followed by this one.`);
    }
  }
}

/** What was merged into a target that is merged now, merged into the same. */
function handedOn(
  plan: readonly PlannedTarget[],
  others: readonly PlannedTarget[],
): PlannedTarget[] {
  const merged = new Map(
    plan.flatMap(({ targetId, mergedIntoId }) =>
      mergedIntoId === null ? [] : [[targetId, mergedIntoId] as const],
    ),
  );
  return others.flatMap((other) => {
    const into = merged.get(other.mergedIntoId ?? 0);
    return into === undefined ? [] : [{ ...other, mergedIntoId: into }];
  });
}
