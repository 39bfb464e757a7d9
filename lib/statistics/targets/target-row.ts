import type { Total } from "@/lib/statistics/totals/totals";
import type { TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** A target as a line of a list, with all that befell it under the standing rule. */
export interface TargetRow extends Total {
  slug: string;
  name: string;
  kind: TargetKind;
  /** Other names that it bears. */
  aliases: string[];
  /** Names that it gave up. */
  formerly: string[];
}
