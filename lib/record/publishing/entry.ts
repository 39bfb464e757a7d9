import { type ActorEntry, actorEntrySchema } from "@/lib/record/actors/actor";
import {
  type PublishedFigureEntry,
  publishedFigureEntrySchema,
} from "@/lib/record/figures/published-figure";
import { type IncidentEntry, incidentEntrySchema } from "@/lib/record/incidents/incident";

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
