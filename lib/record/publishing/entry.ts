import type { z } from "zod";
import { actorSchema } from "@/lib/record/actors/actor";
import { figureIdSchema, publishedFigureSchema } from "@/lib/record/figures/published-figure";
import { incidentSchema } from "@/lib/record/incidents/incident";
import { slugSchema } from "@/lib/values/slugs/slug";
import { textSchema } from "@/lib/values/sources/source";

/** An incident as the desk publishes it: what the dataset says of one, and whether it stands. */
export const incidentEntrySchema = incidentSchema.safeExtend({
  /** Why it was withdrawn from the record's totals; null while it stands. */
  retraction: textSchema(2000).nullable().default(null),
  /** The slug of the incident that it turned out to be a duplicate of. */
  mergedInto: slugSchema.nullable().default(null),
});
export type IncidentEntry = z.infer<typeof incidentEntrySchema>;

export const actorEntrySchema = actorSchema.safeExtend({
  /** The slug of the actor that it turned out to be. */
  mergedInto: slugSchema.nullable().default(null),
});
export type ActorEntry = z.infer<typeof actorEntrySchema>;

export const publishedFigureEntrySchema = publishedFigureSchema.safeExtend({
  /** Why it is held against the record's own totals no longer; null while it stands. */
  retraction: textSchema(2000).nullable().default(null),
  /** The lasting id of the figure that it turned out to be a duplicate of. */
  mergedInto: figureIdSchema.nullable().default(null),
});
export type PublishedFigureEntry = z.infer<typeof publishedFigureEntrySchema>;

/** A whole record of one kind, ready to be published. */
export type Entry =
  | { kind: "incident"; record: IncidentEntry }
  | { kind: "actor"; record: ActorEntry }
  | { kind: "figure"; record: PublishedFigureEntry };

export const entrySchemas = {
  incident: incidentEntrySchema,
  actor: actorEntrySchema,
  figure: publishedFigureEntrySchema,
} as const;
