import type { PeriodTotal } from "@/lib/statistics/totals/totals";

/** A target or an actor that is called as somebody searches for, with what a search for its name cannot count. */
export interface NamedRecord {
  kind: "target" | "actor";
  slug: string;
  /** As it stands beside an amount: of a person with the legal status. */
  name: string;
  /** Whether the text is its name itself, and not another or a former one. */
  isOwnName: boolean;
  total: PeriodTotal;
}
