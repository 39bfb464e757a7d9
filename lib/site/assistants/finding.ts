import type { Asked } from "@/lib/site/open-data/asked";
import type { About } from "@/lib/site/open-data/shapes/answers";
import { numberText } from "@/lib/statistics/changes/amount-text";
import { knownAmountOf } from "@/lib/statistics/numbers/number";

/** What incidents add up to, as the interface answers it. */
interface Sum {
  incidents: number;
  /** Of these, those of unknown size: they add nothing. */
  unknown: number;
  amount: number;
}

/** What a sum of the interface comes to; null, which is not zero, where of none of its incidents an amount is known. */
export function knownOf({ incidents, unknown, amount }: Sum): number | null {
  return knownAmountOf({ incidents, unknownSize: unknown, amount });
}

/** What a rule comes to, in a sentence without its end; of what has a page of its own, that says it better. */
export function findingOf(
  { measure }: Pick<Asked, "measure">,
  { rule_in_words }: Pick<About, "rule_in_words">,
  { sum: { incidents, unknown }, known }: { sum: Sum; known: number | null },
): string {
  const of = `${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`;
  const left =
    unknown === 0 || measure === "count"
      ? ""
      : `; ${unknown.toLocaleString("en-GB")} of these ${unknown === 1 ? "is" : "are"} of unknown size and counted in no sum`;
  if (incidents === 0) return `${rule_in_words}: Lossline has none on record`;
  if (measure === "count") return `${rule_in_words}: ${of} on record`;
  if (known === null) return `${rule_in_words}: of unknown size, in ${of}`;
  return `${rule_in_words}: ${numberText(measure, known)} in ${of}${left}`;
}
