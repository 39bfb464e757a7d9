import type { Queryable } from "@/lib/db/client";
import type { ActorDetail } from "@/lib/record/actors/actor-queries";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { slugAt } from "@/lib/record/versions/existence-queries";
import type { Filters } from "@/lib/statistics/rules/views";

/** Whom a number's rule names. */
interface NamedInRule {
  /** Null where the rule names no actor. */
  actor: ActorDetail | null;
  /** With the legal status of a person. */
  actorName: string | null;
  targetName: string | null;
}

/** What the actor and the target of a rule are called at a version, under whatever slug they are named. */
export async function namedInRule(
  db: Queryable,
  version: number,
  { actor: slug, target }: Filters,
): Promise<NamedInRule> {
  const [actor, targetName] = await Promise.all([
    slug === undefined || slug === "none"
      ? null
      : findActor(db, version, await slugAt(db, version, "actor", slug)),
    targetNameAt(db, version, target),
  ]);
  return { actor, actorName: actor && nameWithStatus(actor), targetName };
}
