import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { firstDayOf, partialDateSchema, today } from "@/lib/values/dates/day";
import { usdSchema } from "@/lib/values/money/usd-schema";
import { slugSchema } from "@/lib/values/slugs/slug";
import { sourceSchema, textSchema, webUrlSchema } from "@/lib/values/sources/source";
import {
  ADDRESS_ROLES,
  categorySchema,
  chainSchema,
  confidenceSchema,
  targetKindSchema,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";

/** The first day on which a crypto-asset could be stolen: Bitcoin's first block. */
const FIRST_DAY = "2009-01-03";

/** Of an asset, as finely as the record keeps it; a wei is 18 decimals. */
const quantitySchema = z
  .number()
  .nonnegative("must not be negative")
  .max(1e29)
  .refine(
    (quantity) => Number(quantity.toFixed(18)) === quantity,
    "must not be finer than 18 decimals",
  );

/** Somebody's statement about who did it: never the record's own. */
const attributionSchema = z.strictObject({
  actor: slugSchema,
  by: textSchema(200),
  confidence: confidenceSchema,
  on: partialDateSchema.nullable(),
  source: webUrlSchema,
});
export type Attribution = z.infer<typeof attributionSchema>;

const assetSchema = z.strictObject({
  symbol: textSchema(40),
  /** In units of the asset; null where not known. */
  quantity: quantitySchema.nullable(),
  /** US dollars at the time of the theft; null where not known. */
  usd: usdSchema.nullable(),
});
export type Asset = z.infer<typeof assetSchema>;

const addressSchema = z.strictObject({
  chain: chainSchema,
  address: textSchema(200),
  role: z.enum(ADDRESS_ROLES),
  source: webUrlSchema,
});

/** One party's figure for the loss. */
const lossEstimateSchema = z.strictObject({
  amountUsd: usdSchema,
  by: textSchema(200),
  on: partialDateSchema.nullable(),
  source: webUrlSchema,
  preferred: z.boolean(),
});

const incidentFields = z.strictObject({
  slug: slugSchema,
  name: textSchema(200),
  target: textSchema(200),
  targetKind: targetKindSchema,
  occurredOn: partialDateSchema
    .refine((date) => firstDayOf(date) <= today(), "must not be in the future")
    .refine((date) => firstDayOf(date) >= FIRST_DAY, `must not be before ${FIRST_DAY}`),
  category: categorySchema,
  technique: techniqueSchema,
  chains: z.array(chainSchema).max(100),
  /** The best estimate; null where nobody has put a figure on it. */
  lossUsd: usdSchema.nullable(),
  lossUsdLow: usdSchema.nullable(),
  lossUsdHigh: usdSchema.nullable(),
  /** What was handed back or recovered; null where not known. */
  returnedUsd: usdSchema.nullable(),
  summary: textSchema(4000),
  lossEstimates: z.array(lossEstimateSchema).max(100).default([]),
  attributions: z.array(attributionSchema).max(200),
  assets: z.array(assetSchema).max(1000),
  addresses: z.array(addressSchema).max(10_000),
  sources: z.array(sourceSchema).min(1, "must name at least one source").max(200),
});

/** An incident as the dataset, the form and the import give it; the rules that span fields included. */
export const incidentSchema = incidentFields.superRefine((incident, context) => {
  const { lossUsd, lossUsdLow, lossUsdHigh } = incident;
  const problem = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (lossUsd === null && lossUsdLow !== null)
    problem("lossUsdLow", "needs a best estimate (lossUsd) beside it");
  if (lossUsd === null && lossUsdHigh !== null)
    problem("lossUsdHigh", "needs a best estimate (lossUsd) beside it");
  if (lossUsd !== null && lossUsdLow !== null && lossUsdLow > lossUsd)
    problem("lossUsdLow", `must not be above the best estimate (${lossUsd})`);
  if (lossUsd !== null && lossUsdHigh !== null && lossUsdHigh < lossUsd)
    problem("lossUsdHigh", `must not be below the best estimate (${lossUsd})`);
  const preferred = incident.lossEstimates.filter((estimate) => estimate.preferred);
  if (preferred.length > 1)
    problem("lossEstimates", "must not hold more than one preferred estimate");
  if (preferred[0] !== undefined && preferred[0].amountUsd !== lossUsd)
    problem("lossUsd", "must be the preferred estimate's amount");
});
export type Incident = z.infer<typeof incidentSchema>;

/** An incident as the desk publishes it: what the dataset says of one, and whether it is active. */
export const incidentEntrySchema = incidentSchema.safeExtend({
  /** Why it was withdrawn from the record's totals; null while it is active. */
  retraction: textSchema(2000).nullable().default(null),
  /** The slug of the incident that it turned out to be a duplicate of. */
  mergedInto: slugSchema.nullable().default(null),
});
export type IncidentEntry = z.infer<typeof incidentEntrySchema>;
export type IncidentToPublish = ToPublish<"incident", IncidentEntry>;
