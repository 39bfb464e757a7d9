import { z } from "zod";
import { publisherRecordShape } from "@/lib/record/shapes/publisher-records";
import {
  actorRecordShape,
  addressShape,
  coverageRecordShape,
  figureRecordShape,
  incidentRecordShape,
  knownAddressRecordShape,
  PUBLIC_KINDS,
  type PublicKind,
  targetRecordShape,
  techniqueDefinitionShape,
  transactionShape,
} from "@/lib/record/shapes/records";
import {
  dayShape,
  idShape,
  partialDayShape,
  slugShape,
  versionShape,
} from "@/lib/record/shapes/values";
import { DIMENSIONS, ESTIMATES, INTERVALS, MEASURES } from "@/lib/statistics/rules/parameters";
import { legalStatusSchema } from "@/lib/values/taxonomy/taxonomy";

// What answers hold: a record as a revision has it, and behind that what it takes other records to know, such as names, as the
// version that is asked for has them.

const url = z.string().describe("Its page in this version, which never changes.");

/** Whom somebody names, and how far a person's case has come: the two stand together. */
export const namedActorShape = z.object({
  id: idShape,
  slug: slugShape,
  name: z.string(),
  kind: z.enum(["state", "group", "individual", "unknown"]),
  legal_status: legalStatusSchema.nullable(),
  legal_status_on: partialDayShape.nullable(),
});

/** To what an incident says, an answer adds; what the incident came to say later stands behind that. */
const incidentSoFar = incidentRecordShape.omit({ technique_definition: true });

export const incidentShape = incidentSoFar.extend({
  url,
  target_slug: slugShape.nullable(),
  target_name: z.string().nullable(),
  merged_into_slug: slugShape.nullable(),
  actors: z
    .array(namedActorShape)
    .describe("Whom its attributions name, as this version calls them."),
  first_version: versionShape.describe("The version that first held it."),
  published_on: dayShape.describe("When this revision was published."),
  technique_definition: techniqueDefinitionShape,
  technique_meaning: z
    .string()
    .nullable()
    .describe(
      "What is meant by its technique in this version, where editors added the technique: of what its active incidents say, the text that was written last. null of the techniques that /methodology lists in every version, and where nobody has written it.",
    ),
});
export type IncidentAnswer = z.infer<typeof incidentShape>;

/** A revision, and what proves that it is what was published. */
export const incidentRevisionShape = incidentSoFar.extend({
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .describe(
      "What stands before the revision in the digest that its leaf of the log holds. null where an order took a text out of it.",
    ),
  leaf_index: z
    .int()
    .min(0)
    .nullable()
    .describe("Which leaf of the log (/log) it is; null in the moment before it has one."),
  technique_definition: techniqueDefinitionShape,
});

export const targetShape = targetRecordShape.extend({
  url,
  successor_slug: slugShape.nullable(),
  merged_into_slug: slugShape.nullable(),
});
export type TargetAnswer = z.infer<typeof targetShape>;

export const actorShape = actorRecordShape.extend({
  url,
  parent_slug: slugShape.nullable(),
  merged_into_slug: slugShape.nullable(),
});
export type ActorAnswer = z.infer<typeof actorShape>;

export const figureShape = figureRecordShape.extend({
  url: url
    .nullable()
    .describe("What it is held against; null of one that says the same as another."),
  actor_slug: slugShape.nullable(),
  actor_name: z.string().nullable(),
});
export type FigureAnswer = z.infer<typeof figureShape>;

export const knownAddressShape = knownAddressRecordShape;

export const publisherShape = publisherRecordShape.extend({
  url: url.nullable().describe("Its page in this version; null of one that was withdrawn."),
});

const ofIncident = {
  incident_id: idShape,
  incident_slug: slugShape,
  incident_name: z.string(),
  occurred_on: partialDayShape,
};
export const addressAnswerShape = addressShape.extend({
  ...ofIncident,
  known_as: z
    .string()
    .nullable()
    .describe("Where many use it, what it is: then it is no evidence of a common thief."),
});
export type AddressAnswer = z.infer<typeof addressAnswerShape>;
export const transactionAnswerShape = transactionShape.extend(ofIncident);
export type TransactionAnswer = z.infer<typeof transactionAnswerShape>;

/** How many there are of kinds. */
function countsOf<Kind extends PublicKind>(kinds: readonly Kind[]) {
  const counts = kinds.map((kind) => [kind, z.int().min(0)]);
  return z.object(Object.fromEntries(counts) as Record<Kind, z.ZodInt>);
}

export const versionAnswerShape = z.object({
  version: versionShape,
  published_at: z.string().describe("UTC, as RFC 3339 has it."),
  note: z.string(),
  counting_rules: z.int(),
  covered_through: dayShape.nullable(),
  records: countsOf([
    "actor",
    "coverage",
    "figure",
    "incident",
    "known_address",
    "target",
  ]).describe(
    "How many records of each kind it holds, whatever their status; those of how others count are in publisher_facts.",
  ),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(
      "Of the `record` of each line of /changes?from=0&to=<version>, in their order, each followed by a line feed. It changes where an order takes out a text.",
    ),
  log_size: z
    .int()
    .min(0)
    .nullable()
    .describe("How many leaves the log (/log) has through it: its checkpoint."),
  log_root: z
    .string()
    .nullable()
    .describe("The root of their tree (RFC 6962), in base64. No order ever changes it."),
  dumps: z
    .array(
      z.object({
        url: z.string(),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .describe("The files of its dump, which never change; empty where none has been made yet."),
  publisher_facts: countsOf(["publisher", "vintage", "year_comparison"]).describe(
    "How many records it holds of how others count. 0 also in versions that were published before these were public records.",
  ),
});
export type VersionAnswer = z.infer<typeof versionAnswerShape>;

const measured = {
  incidents: z.int().min(0),
  unknown: z
    .int()
    .min(0)
    .describe("Of these, those that nobody has put a figure on: they add nothing."),
  amount: z.number().describe("US dollars, or incidents where these are counted."),
};
export const statShape = z.object({
  period: z
    .string()
    .nullable()
    .describe(
      "YYYY-MM, YYYY-Q1 or YYYY; of what is known only to a year, the year, in every interval.",
    ),
  segment: z.string().nullable().describe("A value of `by`; null of incidents that have none."),
  segment_name: z.string().nullable(),
  ...measured,
});
export type StatAnswer = z.infer<typeof statShape>;

export const modifiedShape = z.object({
  version: versionShape.describe("The version that changed it last."),
  published_on: dayShape,
  kind: z.enum(PUBLIC_KINDS as [PublicKind, ...PublicKind[]]),
  id: idShape,
  slug: slugShape.nullable(),
  revision: z.int().min(1),
});
export type ModifiedAnswer = z.infer<typeof modifiedShape>;

/** What every answer says of itself. */
export const aboutShape = z.object({
  title: z.string(),
  version: versionShape,
  published_on: dayShape,
  rule: z.string().describe("What was asked for, as a canonical query; empty where everything is."),
  rule_in_words: z.string(),
  coverage: coverageRecordShape
    .pick({ covered_through: true, statement: true, threshold: true, missing: true })
    .nullable()
    .describe("How far editors had looked; null where they had not said."),
  licence: z.object({ name: z.string(), url: z.string() }),
  citation: z.string(),
  permanent_url: z.string().describe("The same answer, for ever."),
});
export type About = z.infer<typeof aboutShape>;

/** A page of a list. */
export function listOf<Item extends z.ZodObject>(item: Item) {
  return aboutShape.extend({
    total: z.int().min(0).describe("How many there are on all pages together."),
    next: z
      .string()
      .nullable()
      .describe("The URL of the next page, in the same version; null on the last."),
    // With `fields` each has only those.
    data: z.array(item.partial()),
  });
}

/** One record. */
export function oneOf<Item extends z.ZodObject>(item: Item) {
  return aboutShape.extend({ data: item.partial() });
}

export const statsShape = aboutShape.extend({
  measure: z.enum(Object.keys(MEASURES) as [keyof typeof MEASURES, ...(keyof typeof MEASURES)[]]),
  estimate: z.enum(
    Object.keys(ESTIMATES) as [keyof typeof ESTIMATES, ...(keyof typeof ESTIMATES)[]],
  ),
  by: z
    .enum(Object.keys(DIMENSIONS) as [keyof typeof DIMENSIONS, ...(keyof typeof DIMENSIONS)[]])
    .nullable(),
  interval: z
    .enum(Object.keys(INTERVALS) as [keyof typeof INTERVALS, ...(keyof typeof INTERVALS)[]])
    .nullable(),
  dollars: z
    .int()
    .nullable()
    .describe("In which year's dollars; null for those of the time of each theft."),
  sum: z.object(measured),
  data: z.array(statShape),
});
