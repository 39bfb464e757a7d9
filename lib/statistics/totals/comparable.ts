import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import { formatThreshold } from "@/lib/values/money/usd";

/**
 * What the incidents are called whose number depends least on who collects small losses. Since which year it can be
 * compared is said nowhere: of a family of sources, the coverage knows the months, and not how small a loss it takes up.
 */
export const COMPARABLE_LABEL = `Incidents of ${formatThreshold(COMPARABLE_FROM)} and more`;

/** Why smaller ones are better not compared: a sentence. */
export const COMPARABLE_WHY =
  "Smaller losses are known only where a source of their time collects them, so that their number says more of sources than of thefts.";
