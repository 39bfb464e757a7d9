import { z } from "zod";
import { LISTED } from "@/lib/desk/imports/record-line";

/** Problems, and records that look like duplicates, on one page. */
export const ON_A_PAGE = 100;

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** Rows that look like duplicates by what was decided of them. */
export const DECIDED = ["all", "open", "merge", "leave", "new"] as const;
export type Decided = (typeof DECIDED)[number];

/** Which pages of its lists an import's page shows. */
export const importParametersSchema = z.object({
  page,
  doubts: page,
  duplicates: page,
  decided: z.enum(DECIDED).catch("all"),
  listed: z.enum(LISTED).catch("all"),
  records: page,
  /** Whether what it would move was asked for: working that out takes long. */
  impact: z.literal("asked").optional().catch(undefined),
});
export type ImportParameters = z.infer<typeof importParametersSchema>;

/** One page of a list that is held whole. @param page from 1 */
export function pageOf<Item>(items: readonly Item[], page: number, size = ON_A_PAGE): Item[] {
  return items.slice((page - 1) * size, page * size);
}
