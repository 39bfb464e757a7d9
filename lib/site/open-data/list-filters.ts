import type { z } from "zod";
import { ACTOR_KINDS } from "@/lib/record/actors/actor";
import { SERVICE_KINDS } from "@/lib/record/wallets/known-address";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import {
  ADDRESS_ROLES,
  chainSchema,
  TARGET_KINDS,
  TRANSACTION_ROLES,
} from "@/lib/values/taxonomy/taxonomy";

// What lists can be narrowed to beside the filters of the list of incidents: by what is their own.

/** A filter of a list. */
export interface ListFilter {
  allowed: string;
  /** As the description has it. */
  schema: Readonly<Record<string, unknown>>;
  /** The value in its one spelling; null of what is refused. */
  read: (text: string) => string | null;
  /** What it names, where that has to be in the version. */
  names?: "incident" | "actor";
}

function oneOf(values: readonly string[]): ListFilter {
  return {
    allowed: `one of ${values.join(", ")}`,
    schema: { type: "string", enum: values },
    read: (text) => (values.includes(text) ? text : null),
  };
}

/** A parameter that other lists have too. */
function asElsewhere(name: "q" | "publisher" | "year"): ListFilter {
  const { allowed } = PARAMETERS[name];
  const schema: z.ZodType = PARAMETERS[name].schema;
  return {
    allowed,
    schema: name === "year" ? { type: "string", pattern: "^\\d{4}$" } : { type: "string" },
    read: (text) => {
      const read = schema.safeParse(text);
      return read.success ? String(read.data) : null;
    },
  };
}

function record(names: "incident" | "actor", what: string): ListFilter {
  return {
    allowed: `${what}, by its id or slug: such as 1`,
    schema: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 200 },
    read: (text) => (text.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : null),
    names,
  };
}

const valuesOf = <Value extends string>(terms: readonly { value: Value }[]) =>
  terms.map(({ value }) => value);

const on: ListFilter = {
  allowed: "the chain that it is on, as the record calls it, such as ethereum",
  schema: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60 },
  read: (text) => (chainSchema.safeParse(text).success ? text : null),
};
const ofIncident = record("incident", "an incident");

const country: ListFilter = {
  allowed: "two capital letters (ISO 3166-1 alpha-2), such as KP",
  schema: { type: "string", pattern: "^[A-Z]{2}$" },
  read: (text) => (/^[A-Z]{2}$/.test(text) ? text : null),
};

/** The filters of each list that has its own. */
const FILTERS = {
  targets: { kind: oneOf(valuesOf(TARGET_KINDS)), q: asElsewhere("q") },
  actors: {
    kind: oneOf(ACTOR_KINDS),
    country,
    parent: record("actor", "the actor that it is part of"),
    q: asElsewhere("q"),
  },
  addresses: { on, role: oneOf(ADDRESS_ROLES), incident: ofIncident },
  transactions: { on, role: oneOf(valuesOf(TRANSACTION_ROLES)), incident: ofIncident },
  figures: {
    publisher: asElsewhere("publisher"),
    year: asElsewhere("year"),
    scope: oneOf(Object.keys(PARAMETERS.scope.schema.enum)),
  },
  "known-addresses": { on, kind: oneOf(valuesOf(SERVICE_KINDS)) },
} as const satisfies Record<string, Readonly<Record<string, ListFilter>>>;

/** What a list is narrowed to: values by the names of its own filters, in their order. */
export type Narrowed = Readonly<Record<string, string>>;

/** The filters that a list has of its own, in the order of canonical queries. */
export function listFiltersOf(operation: string): Readonly<Record<string, ListFilter>> {
  return Object.hasOwn(FILTERS, operation) ? FILTERS[operation as keyof typeof FILTERS] : {};
}

/** What a list is narrowed to, as a canonical query. */
export function writeNarrowed(narrowed: Narrowed): string {
  return String(new URLSearchParams({ ...narrowed }));
}
