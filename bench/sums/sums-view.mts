import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

interface Period {
  from: string;
  to: string;
}

/** What the overview asks sums about. */
export interface SumsView {
  version: number;
  period: Period;
  periodBefore: Period;
  /** From which day on the days are summed, through the period's last. */
  daysFrom: string;
  confidence: Confidence;
}

/** The sums behind the overview, each as something to do; what they return can be compared. */
export type Sums = Record<(typeof SUMS)[number], () => Promise<unknown>>;
export const SUMS = ["both periods", "by month", "by day", "by actor"] as const;

/** The order in which sums by actor are compared. */
export function byActor(one: { actorId: number }, other: { actorId: number }): number {
  return one.actorId - other.actorId;
}
