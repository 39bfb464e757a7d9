import { createHash } from "node:crypto";
import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";

/** What tells whether two charts hold the same numbers: a short digest of them. */
export function numbersDigest({ columns, rows }: ChartNumbers): string {
  const content = JSON.stringify([columns.map(({ name }) => name), rows]);
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
