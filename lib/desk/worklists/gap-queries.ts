import type { Database } from "@/lib/db/client";
import { GAP_SHARE } from "@/lib/desk/worklists/worklist";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { largestGaps } from "@/lib/statistics/reconciliation/reconciled-figure";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";
import { besideText } from "@/lib/statistics/reconciliation/reconciliation-text";

/** A published figure that differs from ours counted by its rule. */
export interface Gap {
  figureId: number;
  /** What ours is, and by how much it differs. */
  text: string;
}

const kept = new WeakMap<Database, { version: number; gaps: Promise<Gap[]> }>();

/**
 * The figures of other publishers that our own, counted by their rule, leaves unexplained by a tenth or more: the largest
 * gaps first. Computed once for each version.
 */
export async function unexplainedGaps(db: Database): Promise<Gap[]> {
  const version = (await newestVersion(db))?.number;
  if (version === undefined) return [];
  const before = kept.get(db);
  if (before?.version === version) return before.gaps;
  const gaps = gapsAt(db, version);
  kept.set(db, { version, gaps });
  gaps.catch(() => kept.delete(db));
  return gaps;
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
