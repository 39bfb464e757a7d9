import { precisionOf } from "@/lib/values/dates/day";
import type { ChartWords } from "./chart-words";

/** A day in short; a month or year as it is known: `12 Sep 2023`, `Sep 2023`, `2023`. */
export function shortDate({ date }: Pick<ChartWords, "date">, partial: string): string {
  const precision = precisionOf(partial);
  if (precision === "day") return date.short(partial);
  return precision === "month" ? date.month(partial) : date.long(partial);
}
