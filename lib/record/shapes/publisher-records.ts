import { z } from "zod";
import {
  type Comparison,
  type IncidentList,
  PUBLISHER_KINDS,
  type Publisher,
  type PublisherRule,
  type Vintage,
} from "@/lib/record/publishers/publisher";
import { headOf, partialDayShape, slugShape } from "@/lib/record/shapes/values";
import { categorySchema } from "@/lib/values/taxonomy/taxonomy";

// What is known of how other publishers count. Incidents and actors stand in it by the slugs that they had when it was stated.

const amountShape = z.number().min(0);
const yearShape = z.string().regex(/^\d{4}$/);
const partShape = z
  .enum(["in", "out", "part"])
  .nullable()
  .describe("part where its publications differ; null where nobody has said.");
const statedSlug = z.string().describe("By the slug that it had when this was stated.");

const ruleShape = z
  .object({
    from: yearShape.nullable().describe("The first year counted so; null is open."),
    to: yearShape.nullable().describe("The last year counted so; null is open."),
    scams: partShape,
    phishing: partShape,
    personal_wallets: partShape,
    returned: z.enum(["gross", "net", "stated-both"]).nullable(),
    valuation: z.enum(["at-theft", "realised", "face"]).nullable(),
    defi_only: z.boolean().nullable(),
    least_usd: amountShape.nullable(),
    categories: z
      .array(z.object({ class: z.string(), categories: z.array(categorySchema) }))
      .nullable()
      .describe("The publisher's classes, and the nearest of the record's categories."),
    attributions: z.enum(["own", "cites-others"]).nullable(),
    note: z.string(),
    sources: z.array(z.string()),
  })
  .describe("How it counts in some years; null always means that it is not known.");

const incidentListShape = z
  .object({
    figure: z
      .string()
      .describe("Which published sum: publisher, what it is over and when, amount."),
    members: z.array(
      z.object({
        incident: statedSlug,
        amount_usd: amountShape.nullable().describe("The publisher's; null where it gives none."),
      }),
    ),
    together: z.array(z.object({ incidents: z.array(statedSlug), amount_usd: amountShape })),
    source: z.string(),
  })
  .describe("Incidents that a source puts inside one published sum. No list is complete.");

export const publisherRecordShape = z
  .object({
    ...headOf("publisher"),
    slug: slugShape,
    name: z.string(),
    publisher_kind: z.enum(PUBLISHER_KINDS),
    rules: z.array(ruleShape),
    incident_lists: z.array(incidentListShape),
  })
  .describe("How another publisher counts.");
export type PublisherRecord = z.infer<typeof publisherRecordShape>;

export const vintageRecordShape = z
  .object({
    ...headOf("vintage"),
    publisher: z.string(),
    period: z.string().describe("2023, 2023-Q1, 2025-H1, 2023-01 or 2023-01/2023-08."),
    category: z
      .union([categorySchema, z.literal("exploit-any")])
      .nullable()
      .describe("null for a sum over everything."),
    actor: statedSlug.nullable(),
    amounts: z.array(
      z.object({
        amount_usd: amountShape,
        published_on: partialDayShape.nullable(),
        source: z.string(),
      }),
    ),
  })
  .describe("Sums that one publisher gave for one period at different times, oldest first.");
export type VintageRecord = z.infer<typeof vintageRecordShape>;

export const yearComparisonRecordShape = z
  .object({
    ...headOf("year_comparison"),
    period: yearShape,
    basis: z.string().describe("What is compared."),
    figures: z.array(
      z.object({
        publisher: z.string(),
        amount_usd: amountShape,
        minus: z.array(z.object({ what: z.string(), amount_usd: amountShape })),
        leaves_usd: amountShape.describe("What is left once the parts in `minus` are taken off."),
        note: z.string(),
        sources: z.array(z.string()),
      }),
    ),
    note: z.string(),
  })
  .describe("One year as several publishers count it, down to the same scope.");
export type YearComparisonRecord = z.infer<typeof yearComparisonRecordShape>;

/** The kinds of what is known of publishers, and what the database calls them. */
export const PUBLISHER_FACT_KINDS = {
  publisher: "publisher",
  vintage: "vintage",
  year_comparison: "comparison",
} as const;
export type PublisherFactKind = keyof typeof PUBLISHER_FACT_KINDS;

export function isFactKind(kind: string): kind is PublisherFactKind {
  return Object.hasOwn(PUBLISHER_FACT_KINDS, kind);
}

/** What a fact says, in the words and the order of its public shape. @param content as it was published: by its schema */
export function statedIn(kind: PublisherFactKind, content: unknown): object {
  switch (kind) {
    case "publisher":
      return publisherStated(content as Publisher);
    case "vintage":
      return vintageStated(content as Vintage);
    case "year_comparison":
      return comparisonStated(content as Comparison);
  }
}

function publisherStated({ slug, publisher, kind, rules, incidentLists }: Publisher) {
  return {
    slug,
    name: publisher,
    publisher_kind: kind,
    rules: rules.map(ruleStated),
    incident_lists: incidentLists.map(listStated),
  };
}

function ruleStated(rule: PublisherRule) {
  const { from, to, scams, phishing, returned, valuation, attributions, note, sources } = rule;
  return {
    from,
    to,
    scams,
    phishing,
    personal_wallets: rule.personalWallets,
    returned,
    valuation,
    defi_only: rule.defiOnly,
    least_usd: rule.leastUsd,
    categories:
      rule.categories &&
      // The database keeps the members of an object in an order of its own.
      Object.keys(rule.categories)
        .sort()
        .map((name) => ({ class: name, categories: rule.categories?.[name] ?? [] })),
    attributions,
    note,
    sources,
  };
}

function listStated({ figure, members, together = [], source }: IncidentList) {
  return {
    figure,
    members: members.map(({ incident, amountUsd }) => ({ incident, amount_usd: amountUsd })),
    together: together.map(({ incidents, amountUsd }) => ({ incidents, amount_usd: amountUsd })),
    source,
  };
}

function vintageStated({ publisher, period, category, actor, amounts }: Vintage) {
  return {
    publisher,
    period,
    category,
    actor,
    amounts: amounts.map(({ amountUsd, publishedOn, source }) => ({
      amount_usd: amountUsd,
      published_on: publishedOn,
      source,
    })),
  };
}

function comparisonStated({ period, basis, figures, note }: Comparison) {
  return {
    period,
    basis,
    figures: figures.map((figure) => ({
      publisher: figure.publisher,
      amount_usd: figure.amountUsd,
      minus: figure.minus.map(({ what, amountUsd }) => ({ what, amount_usd: amountUsd })),
      leaves_usd: figure.leaves,
      note: figure.note,
      sources: figure.sources,
    })),
    note,
  };
}
