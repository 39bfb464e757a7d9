import { z } from "zod";
import { FIGURE_QUALIFIERS, FIGURE_SELECTIONS } from "@/lib/record/figures/published-figure";
import {
  publisherRecordShape,
  vintageRecordShape,
  yearComparisonRecordShape,
} from "@/lib/record/shapes/publisher-records";
import {
  chainShape,
  dayShape,
  headOf,
  identifierShape,
  idShape,
  monthShape,
  partialDayShape,
  slugShape,
  sourceShape,
  usdShape,
} from "@/lib/record/shapes/values";
import { SERVICE_KINDS } from "@/lib/record/wallets/known-address";
import { SOURCE_KINDS } from "@/lib/values/sources/source";
import {
  ADDRESS_ROLES,
  basisSchema,
  categorySchema,
  confidenceSchema,
  legalStatusSchema,
  targetKindSchema,
  transactionRoleSchema,
} from "@/lib/values/taxonomy/taxonomy";

// A revision of a record, and nothing else: others are named by their ids alone, so that it says the same in every version
// that holds it, and only an order to withhold a text ever changes it.

const said = {
  by: z.string(),
  on: partialDayShape.nullable(),
  source: z.string(),
};
const followed = z.boolean().describe("Whether the record follows it.");

export const attributionShape = z
  .object({
    actor_id: idShape,
    ...said,
    confidence: confidenceSchema,
    basis: basisSchema.nullable().describe("What it rests on; null where nobody has looked."),
  })
  .describe("Somebody's statement about who did it; never the record's own.");

export const addressShape = z.object({
  chain: chainShape,
  address: z.string(),
  role: z.enum(ADDRESS_ROLES),
  source: z.string(),
});
export const transactionShape = z.object({
  chain: chainShape,
  hash: z.string(),
  role: transactionRoleSchema,
  source: z.string(),
});
const convertedShape = (of: "amount_usd" | "usd") =>
  z
    .string()
    .nullable()
    .describe(
      `What it was said as in another money: amount, rate, its day, whose rate it is and where it can be read, as EUR 1200000 at 1.0713 on 2023-09-12, European Central Bank, https://… . ${of} is amount × rate. null where it was said in US dollars, or nobody has written it down.`,
    );
const estimateShape = z.object({
  amount_usd: z.number().min(0),
  ...said,
  preferred: followed,
  converted: convertedShape("amount_usd"),
});

/** Behind all that was there before, in whatever an incident is a part of: fields are only added at the end. */
export const techniqueDefinitionShape = z
  .string()
  .nullable()
  .describe(
    "What is meant by its technique, as whoever published this revision wrote it. Where several active incidents of one technique say it, the text that was written last holds. null where this one does not say it; of the techniques that the taxonomy lists, always.",
  );

export const incidentRecordShape = z.object({
  ...headOf("incident"),
  slug: slugShape,
  name: z.string(),
  target: z.string().describe("Who was robbed, as the sources call it."),
  target_id: idShape.nullable(),
  target_kind: targetKindSchema,
  occurred_on: partialDayShape,
  date_precision: z.enum(["day", "month", "year"]),
  occurred_from: dayShape.describe("The first day on which it can have happened."),
  occurred_to: dayShape.describe("The last day on which it can have happened."),
  category: categorySchema,
  technique: z.string(),
  chains: z.array(chainShape),
  loss_usd: usdShape,
  loss_usd_low: usdShape,
  loss_usd_high: usdShape,
  returned_usd: usdShape,
  summary: z.string(),
  attributions: z.array(attributionShape),
  loss_estimates: z.array(estimateShape),
  return_estimates: z.array(estimateShape),
  date_statements: z.array(z.object({ date: partialDayShape, ...said, preferred: followed })),
  assets: z.array(
    z.object({
      symbol: z.string(),
      chain: chainShape.nullable(),
      quantity: z
        .string()
        .nullable()
        .describe("A decimal as text: no double holds all of its places."),
      usd: usdShape,
      converted: convertedShape("usd"),
    }),
  ),
  addresses: z.array(addressShape),
  transactions: z.array(transactionShape),
  identifiers: z.array(identifierShape),
  sources: z.array(sourceShape),
  technique_definition: techniqueDefinitionShape,
});
export type IncidentRecord = z.infer<typeof incidentRecordShape>;

export const targetRecordShape = z.object({
  ...headOf("target"),
  slug: slugShape,
  name: z.string(),
  target_kind: targetKindSchema,
  aliases: z.array(z.string()),
  formerly: z.array(z.string()).describe("Names that it gave up."),
  successor_id: idShape.nullable().describe("Who carried on under another name."),
  website: z.string().nullable(),
  identifiers: z.array(identifierShape),
});
export type TargetRecord = z.infer<typeof targetRecordShape>;

export const actorRecordShape = z.object({
  ...headOf("actor"),
  slug: slugShape,
  name: z.string(),
  aliases: z.array(z.string()),
  parent_id: idShape.nullable().describe("The actor that this one is part of."),
  actor_kind: z.enum(["state", "group", "individual", "unknown"]),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2; null where it is not known."),
  description: z.string(),
  legal_status: legalStatusSchema
    .nullable()
    .describe("How far a person's case has come; null where no source says."),
  legal_status_on: partialDayShape.nullable(),
  legal_status_source: z.string().nullable(),
  identifiers: z.array(identifierShape),
  sources: z.array(sourceShape),
});
export type ActorRecord = z.infer<typeof actorRecordShape>;

export const figureRecordShape = z.object({
  ...headOf("figure"),
  publisher: z.string(),
  title: z.string(),
  category: z
    .union([categorySchema, z.literal("exploit-any")])
    .nullable()
    .describe("null for a total over everything."),
  actor_id: idShape.nullable(),
  from: dayShape,
  to: dayShape,
  amount_usd: z.number().min(0),
  qualifier: z.enum(FIGURE_QUALIFIERS),
  published_on: partialDayShape,
  source: z.string(),
  note: z.string(),
  selection: z
    .enum(FIGURE_SELECTIONS)
    .nullable()
    .describe("What it counts otherwise than its days, category and actor say."),
});
export type FigureRecord = z.infer<typeof figureRecordShape>;

export const knownAddressRecordShape = z
  .object({
    ...headOf("known_address"),
    chain: chainShape,
    address: z.string(),
    label: z.string(),
    address_kind: z.enum(
      SERVICE_KINDS.map(({ value }) => value) as [
        (typeof SERVICE_KINDS)[number]["value"],
        ...(typeof SERVICE_KINDS)[number]["value"][],
      ],
    ),
    source: z.string(),
  })
  .describe("An address that many use: it is no evidence of a common thief.");
export type KnownAddressRecord = z.infer<typeof knownAddressRecordShape>;

export const coverageRecordShape = z
  .object({
    ...headOf("coverage"),
    covered_through: dayShape.describe("Nothing after this day is counted."),
    reason: z.string(),
    statement: z.string(),
    threshold: z.string(),
    families: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(SOURCE_KINDS).nullable(),
        from: monthShape,
        to: monthShape,
        note: z.string(),
      }),
    ),
    missing: z.array(z.object({ from: monthShape, to: monthShape, note: z.string() })),
  })
  .describe("How far editors have looked.");
export type CoverageRecord = z.infer<typeof coverageRecordShape>;

/** The kinds of records, in the order in which a snapshot has them. */
export const RECORD_SHAPES = {
  actor: actorRecordShape,
  coverage: coverageRecordShape,
  figure: figureRecordShape,
  incident: incidentRecordShape,
  known_address: knownAddressRecordShape,
  publisher: publisherRecordShape,
  target: targetRecordShape,
  vintage: vintageRecordShape,
  year_comparison: yearComparisonRecordShape,
} as const;
export type PublicKind = keyof typeof RECORD_SHAPES;
export const PUBLIC_KINDS = Object.keys(RECORD_SHAPES) as PublicKind[];

export const recordShape = z.discriminatedUnion("kind", [
  actorRecordShape,
  coverageRecordShape,
  figureRecordShape,
  incidentRecordShape,
  knownAddressRecordShape,
  targetRecordShape,
  // Behind those that were there before: fields are only added at the end.
  publisherRecordShape,
  vintageRecordShape,
  yearComparisonRecordShape,
]);
export type PublicRecord = z.infer<typeof recordShape>;
