import { dollars } from "@/lib/desk/forms/number-text";
import type { AmountPart } from "@/lib/desk/forms/typed-choice";

/** What each end of a loss is called. */
export const PART_LABEL: Readonly<Record<AmountPart, string>> = {
  best: "best estimate",
  low: "lowest",
  high: "highest",
};

/** US dollars of each end of a loss; null of an end that is not said. */
export type PartValues = Record<AmountPart, number | null>;

/** `Best estimate $5,000,000, lowest $4,000,000`. */
export function amountLabel(values: PartValues): string {
  const said = (["best", "low", "high"] as const).flatMap((part) => {
    const value = values[part];
    return value === null ? [] : [`${PART_LABEL[part]} ${dollars(value)}`];
  });
  const text = said.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
