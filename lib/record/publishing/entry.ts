import { type ActorEntry, actorEntrySchema } from "@/lib/record/actors/actor";
import { type Coverage, coverageSchema } from "@/lib/record/coverage/coverage";
import {
  type PublishedFigureEntry,
  publishedFigureEntrySchema,
} from "@/lib/record/figures/published-figure";
import { type IncidentEntry, incidentEntrySchema } from "@/lib/record/incidents/incident";
import { type TargetEntry, targetEntrySchema } from "@/lib/record/targets/target";
import { type ServiceEntry, serviceEntrySchema } from "@/lib/record/wallets/known-address";

/** A whole record of one kind, ready to be published. */
export type Entry =
  | { kind: "incident"; record: IncidentEntry }
  | { kind: "target"; record: TargetEntry }
  | { kind: "actor"; record: ActorEntry }
  | { kind: "figure"; record: PublishedFigureEntry }
  | { kind: "service"; record: ServiceEntry }
  | { kind: "coverage"; record: Coverage };

export const entrySchemas = {
  incident: incidentEntrySchema,
  target: targetEntrySchema,
  actor: actorEntrySchema,
  figure: publishedFigureEntrySchema,
  service: serviceEntrySchema,
  coverage: coverageSchema,
} as const;
