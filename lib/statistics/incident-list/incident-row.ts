import type { Category, Confidence, TargetKind } from "@/lib/values/taxonomy/taxonomy";

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
  attributedTo: { slug: string; name: string; confidence: Confidence }[];
}
