import { z } from "zod";
import { partialDateSchema } from "@/lib/values/dates/day";
import { usdSchema } from "@/lib/values/money/usd-schema";
import { slugSchema } from "@/lib/values/slugs/slug";
import { textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { categorySchema } from "@/lib/values/taxonomy/taxonomy";

export const PUBLISHER_KINDS = [
  "security-firm",
  "analytics",
  "press",
  "authority",
  "aggregator",
] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

const yearSchema = z.string().regex(/^\d{4}$/, "must be a year");
/** Whether something is in a publisher's total; `part` where its publications differ; null where nobody has said. */
const partSchema = z.enum(["in", "out", "part"]).nullable();
export type IsIn = z.infer<typeof partSchema>;

/** How a publisher counts in some years; null always means that it is not known. */
export const publisherRuleSchema = z.strictObject({
  /** The years counted, not those of publication; null is open. */
  from: yearSchema.nullable(),
  to: yearSchema.nullable(),
  scams: partSchema,
  phishing: partSchema,
  /** Thefts from private persons. */
  personalWallets: partSchema,
  returned: z.enum(["gross", "net", "stated-both"]).nullable(),
  /** Prices of the day, what could be cashed in, or the face value of what was minted or borrowed. */
  valuation: z.enum(["at-theft", "realised", "face"]).nullable(),
  defiOnly: z.boolean().nullable(),
  leastUsd: usdSchema.nullable(),
  /** The publisher's classes, and the nearest of the record's categories. */
  categories: z.record(textSchema(100), z.array(categorySchema)).nullable(),
  /** Whether it names culprits by its own work or passes on others'. */
  attributions: z.enum(["own", "cites-others"]).nullable(),
  note: textSchema(4000).or(z.literal("")),
  sources: z.array(webUrlSchema),
});
export type PublisherRule = z.infer<typeof publisherRuleSchema>;

/** Incidents that a source puts inside one published sum. No list is complete. */
export const incidentListSchema = z.strictObject({
  /** Which sum: publisher, what it is over and when, amount; read by lib/statistics/reconciliation/figure-lists.ts. */
  figure: textSchema(300),
  members: z.array(
    z.strictObject({
      incident: slugSchema,
      /** The publisher's amount, not the record's; null where only the name is given. */
      amountUsd: usdSchema.nullable(),
    }),
  ),
  /** Members of which the publisher gives one sum for several together. */
  together: z
    .array(z.strictObject({ incidents: z.array(slugSchema).min(2), amountUsd: usdSchema }))
    .optional(),
  source: webUrlSchema,
});
export type IncidentList = z.infer<typeof incidentListSchema>;

export const publisherSchema = z.strictObject({
  publisher: textSchema(200),
  slug: slugSchema,
  kind: z.enum(PUBLISHER_KINDS),
  rules: z.array(publisherRuleSchema),
  incidentLists: z.array(incidentListSchema),
});
export type Publisher = z.infer<typeof publisherSchema>;

/** Sums that one publisher gave for one period at different times, oldest first. */
export const vintageSchema = z.strictObject({
  publisher: textSchema(200),
  /** `2023`, `2023-Q1`, `2025-H1`, `2023-01` or `2023-01/2023-08`. */
  period: z.string().regex(/^\d{4}(-(Q[1-4]|H[12]|\d{2})(\/\d{4}-\d{2})?)?$/, "must be a period"),
  category: z.union([categorySchema, z.literal("exploit-any")]).nullable(),
  actor: slugSchema.nullable(),
  amounts: z
    .array(
      z.strictObject({
        amountUsd: usdSchema,
        publishedOn: partialDateSchema.nullable(),
        source: webUrlSchema,
      }),
    )
    .min(2),
});
export type Vintage = z.infer<typeof vintageSchema>;

/** One year as several publishers count it, with the parts to take off until the same scope is left. */
export const comparisonSchema = z.strictObject({
  period: yearSchema,
  basis: textSchema(500),
  figures: z.array(
    z.strictObject({
      publisher: textSchema(200),
      amountUsd: usdSchema,
      minus: z.array(z.strictObject({ what: textSchema(200), amountUsd: usdSchema })),
      leaves: usdSchema,
      note: textSchema(2000),
      sources: z.array(webUrlSchema),
    }),
  ),
  note: textSchema(2000),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** All that the record knows of how others count: one statement, which replaces the one before. */
export const publisherFactsSchema = z
  .strictObject({
    publishers: z.array(publisherSchema),
    vintages: z.array(vintageSchema),
    comparisons: z.array(comparisonSchema),
  })
  .superRefine((facts, context) => {
    for (const [list, keys] of Object.entries(factKeys(facts))) {
      keys.forEach((key, place) => {
        if (keys.indexOf(key) !== place)
          context.addIssue({
            code: "custom",
            path: [list, place],
            message: `stands twice: ${key}`,
          });
      });
    }
  });
export type PublisherFacts = z.infer<typeof publisherFactsSchema>;

/** What each fact is known by, so that a later statement of it revises it. */
export function factKeys({ publishers, vintages, comparisons }: PublisherFacts) {
  return {
    publishers: publishers.map(({ slug }) => slug),
    vintages: vintages.map(({ publisher, period, category, actor }) =>
      JSON.stringify([publisher, period, category, actor]),
    ),
    comparisons: comparisons.map(({ period }) => period),
  };
}

/** The rule of a publisher that holds in all of some years; null where none does, or its rules differ between them. */
export function ruleIn(publisher: Publisher, firstYear: string, lastYear: string) {
  return (
    publisher.rules.find(
      ({ from, to }) => (from ?? "0000") <= firstYear && lastYear <= (to ?? "9999"),
    ) ?? null
  );
}
