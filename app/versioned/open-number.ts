import { openVersion } from "@/app/versioned/open-version";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { recordNumber } from "@/lib/statistics/numbers/number-queries";
import { numberSentences } from "@/lib/statistics/numbers/number-sentence";

/** A number at a version with its names and sentences. */
export async function openNumber(reference: string, rule: NumberRule) {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const [counted, { actor, ...names }] = await Promise.all([
    recordNumber(db, version, rule),
    namedInRule(db, version.number, rule.filters),
  ]);
  // Of what a person was acquitted of no confidence is said: it would read as a verdict.
  const number = actor?.status === "acquitted" ? { ...counted, bySureness: [] } : counted;
  return { ...opened, number, names, sentences: numberSentences(number, names, version) };
}
