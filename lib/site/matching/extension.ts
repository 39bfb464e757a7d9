import {
  INCIDENT_COLUMNS,
  type IncidentValue,
} from "@/lib/site/exports/incident-list/incident-columns";
import { type EntityId, writeEntityId } from "@/lib/site/matching/entity-id";
import { isMatchedKind, kindNamed, type MatchedKind } from "@/lib/site/matching/matched-kind";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";

// What may be added to a table whose cells were matched: the data extension of the W3C Reconciliation Service API 0.2.

/** A value as it is added to a table. */
export type Cell =
  | { str: string }
  | { float: number }
  | { int: number }
  | { date: string }
  | { id: string; name: string };

/** What can be added of a kind of thing; of values that are themselves things, their kind. */
export interface Property {
  id: string;
  name: string;
  of?: MatchedKind;
}

const of = (id: string, name: string, kind?: MatchedKind): Property =>
  kind === undefined ? { id, name } : { id, name, of: kind };

const FURTHER: Record<MatchedKind, readonly Property[]> = {
  incident: [
    of("target_record", "the target's record", "target"),
    of("actor_records", "whom somebody names", "actor"),
  ],
  target: [
    of("name", "what it is called"),
    of("url", "its page in this version, which never changes"),
    of("kind", "what kind of target it is"),
    of("other_names", "what it is or was called besides"),
    of("website", "its website"),
    of("identifiers", "what others call it: scheme | value"),
    of("successor", "who carried on under another name", "target"),
    of("incidents", "the thefts that befell it", "incident"),
  ],
  actor: [
    of("name", "who it is, a person with the legal status"),
    of("url", "its page in this version, which never changes"),
    of("kind", "what kind of actor it is"),
    of("country", "ISO 3166-1 code of a country; empty where not known"),
    of("other_names", "what it is called besides"),
    of("part_of", "the actor that it is part of", "actor"),
    of("identifiers", "what others call it: scheme | value"),
    of(
      "incidents",
      "the thefts for which somebody names it, which is not the record's own finding",
      "incident",
    ),
  ],
  address: [
    of("chains", "the chains that the record names it on"),
    of("url", "its page in this version, which never changes"),
    of("service", "the service that it belongs to, where many use it"),
    of("roles", "what it did: role in theft"),
    of("incidents", "the thefts that name it", "incident"),
  ],
  transaction: [
    of("chains", "the chain that it is on"),
    of("url", "its page in this version, which never changes"),
    of("roles", "what it did: role in theft"),
    of("incidents", "the thefts that name it", "incident"),
  ],
};

/** All that can be added of a kind, in its order; of thefts every column of their file. */
export function propertiesOf(kind: MatchedKind): readonly Property[] {
  if (kind !== "incident") return FURTHER[kind];
  return [...INCIDENT_COLUMNS.map(({ name, title }) => of(name, title)), ...FURTHER.incident];
}

/** All properties of any kind, each once; the first kind that has one says what it is called. */
export function allProperties(kind: string | null): readonly Property[] {
  const kinds: readonly MatchedKind[] =
    kind !== null && isMatchedKind(kind) ? [kind] : (Object.keys(FURTHER) as MatchedKind[]);
  const byId = new Map<string, Property>();
  for (const each of kinds)
    for (const property of propertiesOf(each))
      if (!byId.has(property.id)) byId.set(property.id, property);
  return [...byId.values()];
}

/** A property as answers describe it. */
export function described({ id, name, of: kind }: Property) {
  return { id, name, ...(kind === undefined ? {} : { type: kindNamed(kind) }) };
}

/** A theft's columns as cells. @param url of its page */
export function incidentCellsOf(incident: WholeIncident, url: string): Map<string, Cell[]> {
  return new Map(
    INCIDENT_COLUMNS.map(({ name, kind, of: value }) => [
      name,
      cellsOf(value(incident, url), kind),
    ]),
  );
}

function cellsOf(value: IncidentValue, kind: (typeof INCIDENT_COLUMNS)[number]["kind"]): Cell[] {
  if (value === null) return [];
  if (typeof value === "number") return [kind === "whole" ? { int: value } : { float: value }];
  if (typeof value === "string")
    return [kind === "day" ? { date: `${value}T00:00:00Z` } : { str: value }];
  return value.map((item) => ({
    str:
      typeof item === "string"
        ? item
        : Object.values(item)
            .filter((part) => part !== null)
            .join(" | "),
  }));
}

/** A record, as a cell that is matched already. */
export function entityCell(id: EntityId, name: string): Cell {
  return { id: writeEntityId(id), name };
}

/** Texts as cells; what is null adds none. */
export function textCells(...texts: (string | null)[]): Cell[] {
  return texts.flatMap((str) => (str === null || str === "" ? [] : [{ str }]));
}
