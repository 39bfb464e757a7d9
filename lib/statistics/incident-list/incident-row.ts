import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { Sourcing } from "@/lib/values/sources/sourcing";
import type { Category, Confidence, TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** An actor whom somebody names for an incident, with the surest of those statements. */
export interface AttributedActor extends NamedActor {
  slug: string;
  confidence: Confidence;
}

/** An incident as a line of a list. Amounts are US dollars at the time of the theft; null where not known. */
export interface IncidentRow {
  slug: string;
  name: string;
  target: string;
  targetKind: TargetKind;
  /** As precisely as it is known: a day, a month or a year. */
  occurredOn: string;
  category: Category;
  technique: string;
  chains: string[];
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
  returnedUsd: number | null;
  /** Each actor that somebody attributes it to, with the surest of those statements. */
  attributedTo: AttributedActor[];
  /** How little its sources are; empty where they are neither one nor copies only. */
  sourcing: Sourcing[];
}
