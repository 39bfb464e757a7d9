import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd } from "@/lib/values/money/usd";

/**
 * What a period leaves out because it holds only a part of the month or year that an incident is known to, as a clause:
 * `2 incidents, $51.0m, whose day is not known, are not placed`. Null where it leaves out none.
 * @param isCount whether incidents are counted, so that no amount is left out
 */
export function unplacedText(unplaced: Total, isCount = false): string | null {
  const { incidents, unknownSize, lossUsd } = unplaced;
  if (incidents === 0) return null;
  const isOne = incidents === 1;
  const who = `${incidents.toLocaleString("en-GB")} ${isOne ? "incident" : "incidents"}`;
  const end = `${isOne ? "is" : "are"} not placed`;
  if (isCount) return `${who} whose day is not known ${end}`;
  if (incidents === unknownSize) return `${who} of unknown size whose day is not known ${end}`;
  return `${who}, ${formatUsd(lossUsd)}, whose day is not known, ${end}`;
}
