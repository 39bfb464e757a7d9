import { z } from "zod";
import { brokenRules } from "@/lib/record/incidents/incident-rules";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { firstDayOf, partialDateSchema, today } from "@/lib/values/dates/day";
import { identifiersSchema } from "@/lib/values/identifiers/identifier";
import { usdSchema } from "@/lib/values/money/usd-schema";
import { quantitySchema } from "@/lib/values/quantities/quantity";
import { slugSchema } from "@/lib/values/slugs/slug";
import { sourceSchema, textSchema, webUrlSchema } from "@/lib/values/sources/source";
import {
  ADDRESS_ROLES,
  basisSchema,
  categorySchema,
  chainSchema,
  confidenceSchema,
  LONGEST_DEFINITION,
  targetKindSchema,
  techniqueSchema,
  transactionRoleSchema,
} from "@/lib/values/taxonomy/taxonomy";

/** The first day on which a crypto-asset could be stolen: Bitcoin's first block. */
const FIRST_DAY = "2009-01-03";

/** Somebody's statement about who did it: never the record's own. */
const attributionSchema = z.strictObject({
  actor: slugSchema,
  by: textSchema(200),
  confidence: confidenceSchema,
  /** What the naming rests on; null where nobody has looked. */
  basis: basisSchema.nullable().default(null),
  on: partialDateSchema.nullable(),
  source: webUrlSchema,
});
export type Attribution = z.infer<typeof attributionSchema>;

const assetSchema = z.strictObject({
  symbol: textSchema(40),
  /** Where it was; null where that is not known. */
  chain: chainSchema.nullable().default(null),
  /** In units of the asset, as plain decimals; null where not known. */
  quantity: quantitySchema.nullable(),
  /** US dollars at the time of the theft; null where not known. */
  usd: usdSchema.nullable(),
  /** Which amount of another money its worth was, as of an estimate; null where it was said in US dollars, or is not known. */
  converted: textSchema(1000).nullable().default(null),
});
export type Asset = z.infer<typeof assetSchema>;

const addressSchema = z.strictObject({
  chain: chainSchema,
  address: textSchema(200),
  role: z.enum(ADDRESS_ROLES),
  source: webUrlSchema,
});

const transactionSchema = z.strictObject({
  chain: chainSchema,
  hash: textSchema(200),
  role: transactionRoleSchema,
  source: webUrlSchema,
});

/** Whose word one of an incident's values rests on. */
const said = {
  by: textSchema(200),
  on: partialDateSchema.nullable(),
  source: webUrlSchema,
  /** Whether the record follows it; of the dataset's, none does that does not say so. */
  preferred: z.boolean().default(false),
};

/** One party's figure for the loss, or for what came back. */
const estimateSchema = z.strictObject({
  amountUsd: usdSchema,
  ...said,
  /**
   * Which amount of another money it was, and by whose rate it was converted, in the form of `conversion.ts`; null where it
   * was said in US dollars. That it is in that form is asked when it is given: an order may have taken a text out of it.
   */
  converted: textSchema(1000).nullable().default(null),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** One party's word for when it happened. */
const dateStatementSchema = z.strictObject({ date: partialDateSchema, ...said });
export type DateStatement = z.infer<typeof dateStatementSchema>;

/**
 * An incident as it is read back from the tables: what it was accepted with then, by whatever rules held. Rules that
 * span fields, and forms that are known of a chain's transactions, are asked when something is given and never again.
 */
export const storedIncidentSchema = z.strictObject({
  slug: slugSchema,
  name: textSchema(200),
  /** As the sources call it. */
  target: textSchema(200),
  /** The slug of the target's record; null where a person or somebody without a name was robbed. */
  targetSlug: slugSchema.nullable().default(null),
  targetKind: targetKindSchema,
  occurredOn: partialDateSchema
    .refine((date) => firstDayOf(date) <= today(), "must not be in the future")
    .refine((date) => firstDayOf(date) >= FIRST_DAY, `must not be before ${FIRST_DAY}`),
  category: categorySchema,
  technique: techniqueSchema,
  /**
   * What is meant by a technique that the taxonomy does not have; null where this incident does not say it. Which of several
   * holds is asked of a version (`definitionsAt`).
   */
  techniqueDefinition: textSchema(LONGEST_DEFINITION).nullable().default(null),
  chains: z.array(chainSchema).max(100),
  /** The best estimate; null where nobody has put a figure on it, or only a bound is known. */
  lossUsd: usdSchema.nullable(),
  /** The lowest and the highest that sources give; without a best estimate, the bounds that are all that is known. */
  lossUsdLow: usdSchema.nullable(),
  lossUsdHigh: usdSchema.nullable(),
  /** What was handed back or recovered; null where not known. */
  returnedUsd: usdSchema.nullable(),
  summary: textSchema(4000),
  lossEstimates: z.array(estimateSchema).max(100).default([]),
  returnEstimates: z.array(estimateSchema).max(100).default([]),
  dateStatements: z.array(dateStatementSchema).max(100).default([]),
  attributions: z.array(attributionSchema).max(200),
  assets: z.array(assetSchema).max(1000),
  addresses: z.array(addressSchema).max(10_000),
  transactions: z.array(transactionSchema).max(10_000).default([]),
  identifiers: identifiersSchema.default([]),
  sources: z.array(sourceSchema).min(1, "must name at least one source").max(200),
});

/** An incident as the dataset, the form and the import give it; the rules that span fields included. */
export const incidentSchema = storedIncidentSchema.superRefine((incident, context) => {
  for (const { path, message } of brokenRules(incident))
    context.addIssue({ code: "custom", path, message });
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
