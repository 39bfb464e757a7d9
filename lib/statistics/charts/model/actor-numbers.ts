import { type Measured, sumOf } from "@/lib/statistics/totals/measured";
import { OVERLAP, UNATTRIBUTED } from "@/lib/statistics/totals/own-parts";
import type { DataColumn } from "./chart-model";
import { levelColumns, textColumn } from "./chart-numbers";

/** The columns with which each row of a file of actors begins. */
export const ACTOR_COLUMNS: DataColumn[] = [
  textColumn(
    "actor",
    `actor; ${UNATTRIBUTED} for nobody, ${OVERLAP} for what several actors share, taken off so that it counts once`,
  ),
  textColumn("name", "what the actor is called; of a person with the legal status"),
  ...levelColumns("actor"),
];

/** The same columns of the row that takes off what several actors share. */
export const OVERLAP_CELLS = [OVERLAP, "Counted for several actors, taken off", 1, null] as const;

/**
 * What actors of the first level hold beyond the total, as less than nothing: incidents that several of them share count
 * for each. Nothing where none is shared.
 */
export function overlapOf(total: Measured, first: readonly Measured[]): Measured[] {
  const all = sumOf(first);
  const overlap = {
    incidents: total.incidents - all.incidents,
    unknownSize: total.unknownSize - all.unknownSize,
    amount: Math.round((total.amount - all.amount) * 100) / 100,
  };
  return overlap.incidents === 0 && overlap.amount === 0 ? [] : [overlap];
}
