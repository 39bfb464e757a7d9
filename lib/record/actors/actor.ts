import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { slugSchema } from "@/lib/values/slugs/slug";
import { sourceSchema, textSchema } from "@/lib/values/sources/source";

export const ACTOR_KINDS = ["state", "group", "individual", "unknown"] as const;

/** Somebody whom attributions name. `parent` is the slug of the actor that this one is part of. */
export const actorSchema = z.strictObject({
  // In a filter, "none" asks for incidents that are attributed to nobody.
  slug: slugSchema.refine((slug) => slug !== "none", "must not be none"),
  name: textSchema(200),
  aliases: z.array(textSchema(200)).max(100),
  parent: slugSchema.nullable(),
  kind: z.enum(ACTOR_KINDS),
  /** ISO 3166-1 alpha-2; null where unknown. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be a two-letter country code such as KP")
    .nullable(),
  description: textSchema(4000),
  sources: z.array(sourceSchema).max(200),
});
export type Actor = z.infer<typeof actorSchema>;

/** An actor as the desk publishes it: what the dataset says of one, and whether it is active. */
export const actorEntrySchema = actorSchema.safeExtend({
  /** The slug of the actor that it turned out to be. */
  mergedInto: slugSchema.nullable().default(null),
});
export type ActorEntry = z.infer<typeof actorEntrySchema>;
export type ActorToPublish = ToPublish<"actor", ActorEntry>;

/** An actor among the others at a version. */
export interface ActorNode {
  actorId: number;
  slug: string;
  name: string;
  kind: Actor["kind"];
  country: string | null;
  /** The slug of the actor that this one is part of. */
  parent: string | null;
}

/**
 * The actors in an order in which each comes after the one that it is part of.
 * @throws if an actor is part of itself by way of others.
 */
export function parentsFirst<Node extends { slug: string; parent: string | null }>(
  actors: readonly Node[],
): Node[] {
  const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
  const ordered = new Set<Node>();
  const visit = (actor: Node, under: readonly string[]): void => {
    if (under.includes(actor.slug)) {
      throw new Error(
        `actor ${actor.slug} is part of itself: ${[...under, actor.slug].join(" is part of ")}`,
      );
    }
    const parent = actor.parent === null ? undefined : bySlug.get(actor.parent);
    if (parent !== undefined) visit(parent, [...under, actor.slug]);
    ordered.add(actor);
  };
  for (const actor of actors) visit(actor, []);
  return [...ordered];
}
