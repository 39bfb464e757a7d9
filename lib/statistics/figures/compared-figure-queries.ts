import type { Queryable } from "@/lib/db/client";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { findVersion } from "@/lib/record/versions/version-queries";
import { type ComparedFigure, ownRule } from "@/lib/statistics/figures/compared-figure";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import { totalsUnder } from "@/lib/statistics/totals/total-queries";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Others' figures with the record's own numbers of the same scope, where there is one; by one statement. */
export async function comparedFigures(
  db: Queryable,
  version: number,
  figures: readonly PublishedFigureRow[],
  confidence: Confidence = DEFAULT_CONFIDENCE,
): Promise<ComparedFigure[]> {
  if (figures.length === 0) return [];
  const covered = (await findVersion(db, version))?.coveredThrough ?? null;
  const rules = figures.map((figure) =>
    ownRule({ ...figure, actor: figure.actor?.slug ?? null }, covered, confidence),
  );
  const distinct = new Map<string, Filters>();
  for (const rule of rules) {
    if (typeof rule !== "string") distinct.set(JSON.stringify(rule), rule);
  }
  const totals = distinct.size === 0 ? [] : await totalsUnder(db, version, [...distinct.values()]);
  const totalOf = new Map([...distinct.keys()].map((key, place) => [key, totals[place]]));
  return figures.map((figure, place) => {
    const rule = rules[place] ?? "days";
    if (typeof rule === "string") return { ...figure, own: rule };
    const total = totalOf.get(JSON.stringify(rule));
    if (total === undefined) throw new Error(`no total under ${JSON.stringify(rule)}`);
    const { incidents, unknownSize, lossUsd } = total;
    return { ...figure, own: { incidents, unknownSize, lossUsd, filters: rule } };
  });
}
