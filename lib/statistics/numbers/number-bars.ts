import { exactText, numberText } from "@/lib/statistics/changes/amount-text";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { knownAmountOf, type NumberPart } from "@/lib/statistics/numbers/number";
import { shareInPercent } from "@/lib/statistics/periods/percent";
import type { PeriodBar } from "@/lib/statistics/periods/period-model";
import type { AddedMeasure } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";

/** What the amounts of a measure are called above a column; null where incidents are all that is counted. */
export const AMOUNT_HEADINGS: Record<AddedMeasure, string | null> = {
  gross: "Lost",
  net: "Lost, net",
  returned: "Returned",
  count: null,
};

/**
 * Parts of a number as bars, those without an incident left out.
 * @param hrefOf where the incidents of a part are
 */
export function numberBars<Key extends string>(
  parts: readonly NumberPart<Key>[],
  { rule, amount }: { rule: NumberRule; amount: number },
  labelOf: (key: Key) => string,
  hrefOf: (filters: Filters) => string,
): PeriodBar[] {
  return parts
    .filter(({ incidents }) => incidents > 0)
    .map((part) => {
      const known = knownAmountOf(part);
      return {
        key: part.key,
        label: labelOf(part.key),
        usd: known,
        value: known === null ? "unknown" : numberText(rule.measure, known),
        exact: known === null ? "unknown" : exactText(rule.measure, known),
        share: known === null ? null : shareInPercent(known, amount),
        incidents: part.incidents,
        unknownSize: part.unknownSize,
        href: hrefOf(part.rule.filters),
      };
    });
}
