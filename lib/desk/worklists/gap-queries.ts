import type { Database } from "@/lib/db/client";
import { keptAtVersion } from "@/lib/desk/worklists/kept-at-version-queries";
import { GAP_SHARE } from "@/lib/desk/worklists/worklist";
import { largestGaps } from "@/lib/statistics/reconciliation/reconciled-figure";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";
import { besideText } from "@/lib/statistics/reconciliation/reconciliation-text";

/** A published figure that differs from ours counted by its rule. */
export interface Gap {
  figureId: number;
  /** What ours is, and by how much it differs. */
  text: string;
}

const gapsNow = keptAtVersion(gapsAt);

/**
 * The figures of other publishers that our own, counted by their rule, leaves unexplained by a tenth or more: the largest
 * gaps first. Computed once for each version.
 */
export async function unexplainedGaps(db: Database): Promise<Gap[]> {
  return (await gapsNow(db)) ?? [];
}

async function gapsAt(db: Database, version: number): Promise<Gap[]> {
  const all = await reconciliationsAt(db, version);
  return largestGaps(all?.figures ?? []).flatMap(({ figure, outcome }) => {
    const { residualCents, publishedCents } = outcome;
    const isGap = Math.abs(Number(residualCents)) >= GAP_SHARE * Number(publishedCents);
    return isGap && residualCents !== 0n
      ? [{ figureId: figure.figureId, text: besideText(outcome) }]
      : [];
  });
}
