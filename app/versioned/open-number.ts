import { openVersion } from "@/app/versioned/open-version";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { toldNumber } from "@/lib/statistics/numbers/told-number-queries";

/** A number at a version with its names and sentences. */
export async function openNumber(reference: string, rule: NumberRule) {
  const opened = await openVersion(reference);
  return { ...opened, ...(await toldNumber(opened.db, opened.version, rule)) };
}
