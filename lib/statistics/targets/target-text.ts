import type { TargetDetail } from "@/lib/record/targets/target";
import { totalText } from "@/lib/statistics/totals/total-text";
import type { Total } from "@/lib/statistics/totals/totals";

/** A target's page in a sentence, as searches show it: `HTX, formerly Huobi: 3 incidents, $122m lost.` */
export function targetDescription(
  { name, formerly }: Pick<TargetDetail, "name" | "formerly">,
  total: Total,
): string {
  const called = [name, ...(formerly.length > 0 ? [`formerly ${formerly.join(", ")}`] : [])];
  return `${called.join(", ")}: ${totalText(total)}.`;
}
