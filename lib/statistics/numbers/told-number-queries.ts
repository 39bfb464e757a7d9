import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import type { RecordNumber } from "@/lib/statistics/numbers/number";
import { recordNumber } from "@/lib/statistics/numbers/number-queries";
import {
  type NamesInNumber,
  type NumberSentences,
  numberSentences,
} from "@/lib/statistics/numbers/number-sentence";

/** A number at a version with the names in its rule and the sentences that tell it. */
export async function toldNumber(
  db: Queryable,
  version: Version,
  rule: NumberRule,
): Promise<{ number: RecordNumber; names: NamesInNumber; sentences: NumberSentences }> {
  const [counted, { actor, ...names }] = await Promise.all([
    recordNumber(db, version, rule),
    namedInRule(db, version.number, rule.filters),
  ]);
  // Of what a person was acquitted of no confidence is said: it would read as a verdict.
  const number = actor?.status === "acquitted" ? { ...counted, bySureness: [] } : counted;
  return { number, names, sentences: numberSentences(number, names, version) };
}
