import type { Queryable } from "@/lib/db/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import { activeAt, seenAtVersion } from "@/lib/record/versions/version-sql";
import { type EntityId, readEntityId } from "@/lib/site/matching/entity-id";
import {
  allProperties,
  type Cell,
  described,
  entityCell,
  incidentCellsOf,
  textCells,
} from "@/lib/site/matching/extension";
import type { Extension } from "@/lib/site/matching/match-query";
import { numberedRecords, numbersOf } from "@/lib/site/matching/record-number-queries";
import type { Links } from "@/lib/site/urls/links";
import { wholeIncidentsByNumber } from "@/lib/statistics/incident-list/whole-incident-queries";
import { findAddresses } from "@/lib/statistics/search/address-queries";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/** What is added to a table, as the W3C Reconciliation Service API 0.2 writes it. */
export interface Extended {
  meta: { id: string; name: string; type?: { id: string; name: string } }[];
  rows: Record<string, Record<string, Cell[]>>;
}

type Cells = ReadonlyMap<string, Cell[]>;

/**
 * Properties of matched things at a version. A thing that the version does not hold has none of them, and a property that
 * its kind does not have is empty.
 * @param permanent links to the version
 * @param urlOf the URL of a page, given its path: a table of somebody's own has no host that a path could be read by
 */
export async function extend(
  db: Queryable,
  version: number,
  permanent: Links,
  { ids, properties }: Extension,
  urlOf: (path: string) => string,
): Promise<Extended> {
  const read = ids.map((id) => ({ id, entity: readEntityId(id) }));
  const found = new Map<string, Cells>();
  const pageUrl: UrlOf = (path) => urlOf(path(permanent));
  for (const cells of await Promise.all([
    incidents(db, version, pageUrl, read),
    targets(db, version, pageUrl, read),
    actors(db, version, pageUrl, read),
    wallets(db, version, pageUrl, read),
  ]))
    for (const [id, values] of cells) found.set(id, values);
  const known = new Map(allProperties(null).map((property) => [property.id, property]));
  return {
    meta: properties.map((id) => described(known.get(id) ?? { id, name: id })),
    rows: Object.fromEntries(
      ids.map((id) => [
        id,
        Object.fromEntries(properties.map((name) => [name, found.get(id)?.get(name) ?? []])),
      ]),
    ),
  };
}

interface Read {
  id: string;
  entity: EntityId | null;
}

/** The URL of a page of the version, by what links to it. */
type UrlOf = (path: (permanent: Links) => string) => string;

type Reader = (
  db: Queryable,
  version: number,
  urlOf: UrlOf,
  read: readonly Read[],
) => Promise<[string, Cells][]>;

/** The ids that are of a kind of record, with its lasting number. */
function numbered(read: readonly Read[], kind: "incident" | "target" | "actor") {
  return read.flatMap(({ id, entity }) =>
    entity !== null && "number" in entity && entity.kind === kind
      ? [{ id, kind, number: entity.number }]
      : [],
  );
}

const incidents: Reader = async (db, version, urlOf, read) => {
  const asked = numbered(read, "incident");
  const whole = await wholeIncidentsByNumber(
    db,
    version,
    asked.map(({ number }) => number),
  );
  const named = [...whole.values()].flatMap(({ targetSlug, attributions }) => [
    ...(targetSlug === null ? [] : [{ kind: "target", slug: targetSlug }]),
    ...attributions.map(({ actor }) => ({ kind: "actor", slug: actor })),
  ]);
  const numbers = await numbersOf(db, version, named);
  return asked.flatMap(({ id, number }): [string, Cells][] => {
    const incident = whole.get(number);
    if (incident === undefined) return [];
    const record = (kind: "target" | "actor", slug: string | null, name: string): Cell[] => {
      const own = slug === null ? undefined : numbers.get(`${kind} ${slug}`);
      return own === undefined ? [] : [entityCell({ kind, number: own }, name)];
    };
    const actors = new Map(incident.attributions.map((said) => [said.actor, nameWithStatus(said)]));
    return [
      [
        id,
        new Map([
          ...incidentCellsOf(
            incident,
            urlOf((permanent) => permanent.incident(incident.slug)),
          ),
          [
            "target_record",
            record("target", incident.targetSlug, incident.targetName ?? incident.target),
          ],
          ["actor_records", [...actors].flatMap(([slug, name]) => record("actor", slug, name))],
        ]),
      ],
    ];
  });
};

interface NamedRow {
  number: number;
  name: string;
}

interface TargetRow {
  number: number;
  slug: string;
  name: string;
  kind: string;
  otherNames: string[];
  website: string | null;
  identifiers: string[];
  successor: NamedRow | null;
  incidents: NamedRow[];
}

const targets: Reader = async (db, version, urlOf, read) => {
  const asked = numbered(read, "target");
  const records = await numberedRecords(db, version, asked);
  if (records.length === 0) return [];
  const rows = await db.$queryRaw<TargetRow[]>`
    SELECT r.target_id AS number, r.slug, r.name, r.kind, r.aliases || r.formerly AS "otherNames", r.website,
      ARRAY(SELECT d.scheme || ' | ' || d.value FROM target_identifier d WHERE d.revision_id = r.id ORDER BY d.id) AS identifiers,
      (SELECT jsonb_build_object('number', k.target_id, 'name', k.name) FROM target_revision k
        WHERE k.target_id = r.successor_id AND ${seenAtVersion("k", version)}) AS successor,
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', i.incident_id, 'name', i.name) ORDER BY i.occurred_on, i.incident_id)
        FROM incident_revision i WHERE ${activeAt(version)} AND i.target_id IN (
          SELECT r.target_id UNION SELECT k.target_id FROM target_revision k
          WHERE k.merged_into_id = r.target_id AND ${seenAtVersion("k", version)})), '[]') AS incidents
    FROM target_revision r
    WHERE r.target_id = ANY(${records.map(({ number }) => number)}::int[]) AND ${seenAtVersion("r", version)}`;
  return byAsked(asked, records, rows, (row) => [
    ["name", textCells(row.name)],
    ["url", textCells(urlOf((permanent) => permanent.target(row.slug)))],
    ["kind", textCells(row.kind)],
    ["other_names", textCells(...row.otherNames)],
    ["website", textCells(row.website)],
    ["identifiers", textCells(...row.identifiers)],
    ["successor", row.successor === null ? [] : [recordCell("target", row.successor)]],
    ["incidents", row.incidents.map((incident) => recordCell("incident", incident))],
  ]);
};

interface ActorRow extends NamedActor {
  number: number;
  slug: string;
  country: string | null;
  otherNames: string[];
  identifiers: string[];
  partOf: NamedRow | null;
  incidents: NamedRow[];
}

const actors: Reader = async (db, version, urlOf, read) => {
  const asked = numbered(read, "actor");
  const records = await numberedRecords(db, version, asked);
  if (records.length === 0) return [];
  const rows = await db.$queryRaw<ActorRow[]>`
    SELECT a.actor_id AS number, a.slug, a.name, a.kind, ${namedStatus(version)} AS status, a.status_on AS "statusOn",
      a.country, a.aliases AS "otherNames",
      ARRAY(SELECT d.scheme || ' | ' || d.value FROM actor_identifier d WHERE d.revision_id = a.id ORDER BY d.id) AS identifiers,
      (SELECT jsonb_build_object('number', k.actor_id, 'name', k.name) FROM actor_revision k
        WHERE k.actor_id = a.parent_id AND ${seenAtVersion("k", version)}) AS "partOf",
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', i.incident_id, 'name', i.name) ORDER BY i.occurred_on, i.incident_id)
        FROM incident_revision i WHERE ${activeAt(version)}
          AND EXISTS (SELECT 1 FROM attribution t WHERE t.revision_id = i.id AND t.actor_id = a.actor_id)), '[]') AS incidents
    FROM actor_revision a
    WHERE a.actor_id = ANY(${records.map(({ number }) => number)}::int[]) AND ${seenAtVersion("a", version)}`;
  return byAsked(asked, records, rows, (row) => [
    ["name", textCells(nameWithStatus(row))],
    ["url", textCells(urlOf((permanent) => permanent.actor(row.slug)))],
    ["kind", textCells(row.kind)],
    ["country", textCells(row.country)],
    ["other_names", textCells(...row.otherNames)],
    ["part_of", row.partOf === null ? [] : [recordCell("actor", row.partOf)]],
    ["identifiers", textCells(...row.identifiers)],
    ["incidents", row.incidents.map((incident) => recordCell("incident", incident))],
  ]);
};

function recordCell(kind: "incident" | "target" | "actor", { number, name }: NamedRow): Cell {
  return entityCell({ kind, number }, name);
}

/** Each id that was asked for, with the cells of what it is at the version. */
function byAsked<Row extends { number: number }>(
  asked: readonly { id: string; number: number }[],
  records: readonly { asked: number; number: number }[],
  rows: readonly Row[],
  cells: (row: Row) => [string, Cell[]][],
): [string, Cells][] {
  const byNumber = new Map(rows.map((row) => [row.number, new Map(cells(row))]));
  const now = new Map(records.map((record) => [record.asked, record.number]));
  return asked.flatMap(({ id, number }): [string, Cells][] => {
    const values = byNumber.get(now.get(number) ?? 0);
    return values === undefined ? [] : [[id, values]];
  });
}

const wallets: Reader = async (db, version, urlOf, read) => {
  const asked = read.flatMap(({ id, entity }) =>
    entity === null || "number" in entity
      ? []
      : [
          {
            id,
            kind: entity.kind,
            chain: entity.chain,
            key: (entity.kind === "address" ? addressKey : transactionKey)(
              entity.chain,
              entity.text,
            ),
          },
        ],
  );
  if (asked.length === 0) return [];
  const keys = (kind: "address" | "transaction") =>
    asked.flatMap((one) => (one.kind === kind ? [one.key] : []));
  const found = await findAddresses(
    db,
    version,
    {
      addressKeys: keys("address"),
      transactionKeys: keys("transaction"),
      part: null,
    },
    null,
  );
  const byKey = new Map(found.map((one) => [`${one.kind} ${one.key}`, one]));
  const numbers = await numbersOf(
    db,
    version,
    found.flatMap(({ incidents }) => incidents.map(({ slug }) => ({ kind: "incident", slug }))),
  );
  return asked.flatMap(({ id, kind, chain, key }): [string, Cells][] => {
    const one = byKey.get(`${kind} ${key}`);
    if (one === undefined) return [];
    const { chains, text, service, incidents } = one;
    return [
      [
        id,
        new Map<string, Cell[]>([
          ["chains", textCells(...chains)],
          ["url", textCells(urlOf((permanent) => permanent[kind](chain, text)))],
          ["service", textCells(service)],
          ["roles", textCells(...incidents.map(({ role, name }) => `${role} in ${name}`))],
          [
            "incidents",
            incidents.flatMap(({ slug, name }) => {
              const number = numbers.get(`incident ${slug}`);
              return number === undefined ? [] : [entityCell({ kind: "incident", number }, name)];
            }),
          ],
        ]),
      ],
    ];
  });
};
