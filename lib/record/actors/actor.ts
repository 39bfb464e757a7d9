import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { partialDateSchema } from "@/lib/values/dates/day";
import { identifiersSchema } from "@/lib/values/identifiers/identifier";
import { slugSchema } from "@/lib/values/slugs/slug";
import { sourceSchema, textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { legalStatusSchema } from "@/lib/values/taxonomy/taxonomy";

export const ACTOR_KINDS = ["state", "group", "individual", "unknown"] as const;

const actorFields = z.strictObject({
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
  /** How far a person's case has come; null where no source says. It says nothing of other cases. */
  status: legalStatusSchema.nullable().default(null),
  statusOn: partialDateSchema.nullable().default(null),
  statusSource: webUrlSchema.nullable().default(null),
  identifiers: identifiersSchema.default([]),
  sources: z.array(sourceSchema).max(200),
});

/** Somebody whom attributions name. `parent` is the slug of the actor that this one is part of. */
export const actorSchema = actorFields.superRefine((actor, context) => {
  const { kind, status, statusOn, statusSource } = actor;
  const problem = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (status !== null && kind !== "individual")
    problem("status", "is of persons only: the kind must be individual");
  if (status === null && statusOn !== null) problem("statusOn", "needs a status beside it");
  if (status === null && statusSource !== null) problem("statusSource", "needs a status beside it");
});
export type Actor = z.infer<typeof actorSchema>;

const STATUS_WITHOUT_SOURCE = "must be given beside a status, as the link to a page that says it";

/** The same of an actor that is not finished: told at once, and not only when all else is right. */
export function statusSoFar({ status, statusSource }: Readonly<Record<string, unknown>>) {
  return typeof status === "string" && statusSource === null
    ? [{ path: ["statusSource"], message: STATUS_WITHOUT_SOURCE }]
    : [];
}

/** An actor as the desk publishes it: what the dataset says of one, and whether it is active. */
export const actorEntrySchema = actorSchema
  .safeExtend({
    /** The slug of the actor that it turned out to be. */
    mergedInto: slugSchema.nullable().default(null),
  })
  // The starting dataset holds one whose source is not named; nobody is to add another.
  .refine(({ status, statusSource }) => status === null || statusSource !== null, {
    path: ["statusSource"],
    message: STATUS_WITHOUT_SOURCE,
  });
export type ActorEntry = z.infer<typeof actorEntrySchema>;
export type ActorToPublish = ToPublish<"actor", ActorEntry>;

/** An actor among the others at a version. */
export interface ActorNode extends Pick<Actor, "slug" | "name" | "kind" | "status" | "statusOn"> {
  actorId: number;
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
