import type { Queryable } from "@/lib/db/client";
import type { ActorDetail } from "@/lib/record/actors/actor-queries";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { slugAt } from "@/lib/record/versions/existence-queries";
import type { RuleNames } from "@/lib/statistics/changes/rule-text";
import { isOne, onlyValue, type Picked, pickedValues } from "@/lib/statistics/rules/picked";
import type { Filters } from "@/lib/statistics/rules/views";

/** Whom a number's rule names. */
interface NamedInRule {
  /** Null where the rule names no actor. */
  actor: ActorDetail | null;
  /** With the legal status of a person. */
  actorName: RuleNames;
  targetName: RuleNames;
}

/** What the actor and the target of a rule are called at a version, under whatever slug they are named. */
export async function namedInRule(
  db: Queryable,
  version: number,
  { actor: slug, target }: Filters,
): Promise<NamedInRule> {
  const actorAt = async (named: string) =>
    findActor(db, version, await slugAt(db, version, "actor", named));
  const nameOf = async (named: string) => {
    const found = named === "none" ? null : await actorAt(named);
    return found && nameWithStatus(found);
  };
  const only = onlyValue(slug);
  const [actor, names, targetName] = await Promise.all([
    only === null || only === "none" ? null : actorAt(only),
    only === null && slug !== undefined ? namesOf(slug, nameOf) : null,
    target === undefined || isOne(target)
      ? targetNameAt(db, version, target)
      : namesOf(target, (named) => targetNameAt(db, version, named)),
  ]);
  return { actor, actorName: names ?? (actor && nameWithStatus(actor)), targetName };
}

async function namesOf(
  picked: Picked,
  nameOf: (slug: string) => Promise<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const { among, without } = pickedValues(picked);
  const named = await Promise.all(
    [...among, ...without].map(async (slug) => [slug, (await nameOf(slug)) ?? slug] as const),
  );
  return new Map(named);
}
