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

/** The years of incidents: `In 2023`, `2017 to 2023`. */
export function yearsText(incidents: readonly { occurredOn: string }[]): string {
  const years = incidents.map(({ occurredOn }) => occurredOn.slice(0, 4)).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? `In ${first}` : `${first} to ${last}`;
}
