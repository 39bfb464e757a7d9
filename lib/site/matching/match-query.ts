import { z } from "zod";
import { COMPARED, type Compared, isCompared } from "@/lib/site/matching/compared";
import { isMatchedKind, MATCHED_KINDS, type MatchedKind } from "@/lib/site/matching/matched-kind";
import type { ParameterProblem, Read } from "@/lib/statistics/rules/parameters";
import { LONGEST_SEARCH } from "@/lib/statistics/search/search-view";

// What is asked of the matching of names, as the W3C Reconciliation Service API 0.2 writes it: a batch of queries by
// names of the client's own.

/** Each query is a search: a client that has more sends further batches. */
export const MOST_QUERIES = 50;
const MOST_CANDIDATES = 25;
const USUAL_CANDIDATES = 5;
/** As much of what was given as its refusal repeats. */
const REPEATED = 80;

export interface MatchQuery {
  /** Empty where only properties are given. */
  text: string;
  /** Of which kinds alone; empty for all. */
  kinds: readonly MatchedKind[];
  limit: number;
  /** What is known besides of what is meant, by property. */
  known: readonly { property: Compared; values: readonly string[] }[];
}

const valueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ id: z.string(), name: z.string().optional() }),
]);

const querySchema = z.object({
  query: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).nullish(),
  limit: z.number().optional(),
  properties: z
    .array(z.object({ pid: z.string(), v: z.union([valueSchema, z.array(valueSchema)]) }))
    .optional(),
});

const batchSchema = z.record(z.string(), querySchema);

const textOf = (value: z.infer<typeof valueSchema>) =>
  typeof value === "object" ? (value.name ?? value.id) : String(value);

/** Reads a batch of queries by the names that the client gave them; what cannot be read is refused by its place. */
export function readQueries(given: string): Read<ReadonlyMap<string, MatchQuery>> {
  const batch = batchSchema.safeParse(parsed(given));
  if (!batch.success)
    return refused("queries", given, placed(batch.error, "an object of queries, as JSON"));
  const entries = Object.entries(batch.data);
  if (entries.length > MOST_QUERIES)
    return refused("queries", `${entries.length} queries`, `at most ${MOST_QUERIES} at a time`);
  const problems: ParameterProblem[] = [];
  const queries = new Map<string, MatchQuery>();
  for (const [name, { query = "", type, limit = USUAL_CANDIDATES, properties = [] }] of entries) {
    const refuse = (member: string, given: string, allowed: string) =>
      problems.push({ parameter: `queries.${name}.${member}`, given: cut(given), allowed });
    const kinds = type == null || type === "" ? [] : [type].flat();
    for (const kind of kinds)
      if (!isMatchedKind(kind))
        refuse("type", kind, `one of ${MATCHED_KINDS.map(({ id }) => id).join(", ")}`);
    if (query.length > LONGEST_SEARCH)
      refuse("query", query, `text of at most ${LONGEST_SEARCH} characters`);
    if (!Number.isInteger(limit) || limit < 1)
      refuse("limit", String(limit), "a whole number from 1 on");
    const known = properties.flatMap(({ pid, v }) => {
      if (isCompared(pid)) return [{ property: pid, values: [v].flat().map(textOf) }];
      refuse("properties", pid, `one of ${COMPARED.map(({ id }) => id).join(", ")}`);
      return [];
    });
    queries.set(name, {
      text: query.normalize("NFC").replace(/\s+/g, " ").trim(),
      kinds: kinds.filter(isMatchedKind),
      limit: Math.min(limit, MOST_CANDIDATES),
      known,
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: queries };
}

/** What is to be added to a table: of which things, and which properties of them. */
export interface Extension {
  ids: readonly string[];
  properties: readonly string[];
}

const MOST_EXTENDED = 1_000;

const extensionSchema = z.object({
  ids: z.array(z.string()),
  properties: z.array(z.object({ id: z.string() })),
});

/** Reads what is to be added to a table. */
export function readExtension(given: string): Read<Extension> {
  const asked = extensionSchema.safeParse(parsed(given));
  if (!asked.success)
    return refused("extend", given, placed(asked.error, "an object with ids and properties"));
  const { ids, properties } = asked.data;
  if (ids.length > MOST_EXTENDED)
    return refused("extend", `${ids.length} ids`, `at most ${MOST_EXTENDED} at a time`);
  return { ok: true, value: { ids, properties: properties.map(({ id }) => id) } };
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** Where in what was sent the first trouble is. */
function placed(error: z.ZodError, allowed: string): string {
  const [issue] = error.issues;
  return issue === undefined || issue.path.length === 0
    ? allowed
    : `${allowed}; at ${issue.path.join(".")}: ${issue.message}`;
}

function refused(parameter: string, given: string, allowed: string): Read<never> {
  return { ok: false, problems: [{ parameter, given: cut(given), allowed }] };
}

function cut(given: string): string {
  return given.length > REPEATED ? `${given.slice(0, REPEATED)}…` : given;
}
