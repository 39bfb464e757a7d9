import { openVersion } from "@/app/versioned/open-version";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { comparisonAt } from "@/lib/statistics/compare/compare-queries";
import { compareTexts } from "@/lib/statistics/compare/compare-text";
import type { CompareView } from "@/lib/statistics/compare/compare-view";

/** A comparison at a version with what its sides are called. */
export async function openComparison(reference: string, view: CompareView) {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const [comparison, first, second] = await Promise.all([
    comparisonAt(db, version, view),
    namedInRule(db, version.number, view.first.filters),
    namedInRule(db, version.number, view.second.filters),
  ]);
  const names = { first, second };
  return { ...opened, comparison, names, texts: compareTexts(comparison, names) };
}
