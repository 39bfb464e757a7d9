import { LRUCache } from "lru-cache";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { meaningAt } from "@/lib/record/incidents/definition-sql";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { checkpointsOf, leavesOf } from "@/lib/record/proof/log-queries";
import {
  asJson,
  RECORD_TABLES,
  type RecordRow,
  recordIn,
  recordOf,
} from "@/lib/record/shapes/record-queries";
import type { PublicKind } from "@/lib/record/shapes/records";
import { placeAt } from "@/lib/record/versions/existence-queries";
import type { Version } from "@/lib/record/versions/version";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { dumpsFolder } from "@/lib/site/dumps/dumps-folder";
import { dumpPath } from "@/lib/site/dumps/manifest";
import { offeredDump } from "@/lib/site/dumps/offered-dumps";
import type { Asked } from "@/lib/site/open-data/asked";
import { type Contents, contentsOf } from "@/lib/site/open-data/change-queries";
import { narrowedTo } from "@/lib/site/open-data/list-filter-sql";
import { listFiltersOf } from "@/lib/site/open-data/list-filters";
import { namedActors } from "@/lib/site/open-data/named-actor-queries";
import type { OperationName } from "@/lib/site/open-data/operations";
import { type VersionAnswer, versionAnswerShape } from "@/lib/site/open-data/shapes/answers";
import { type Links, linksFor } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";
import { inOrderOf, standsAfter } from "@/lib/statistics/incident-list/list-order-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";

// What lists and single records answer with, a page by one statement.

/** One of a list as it is answered, and the row by which the list goes on behind it. */
export interface Listed {
  row: number;
  data: Record<string, unknown>;
}

export interface Page {
  rows: Listed[];
  /** How many there are on all pages together. */
  total: number;
  /** Whether there are more behind these. */
  hasMore: boolean;
}

/** Which part of a list. */
type Part = Pick<Asked, "filters" | "sort" | "after" | "limit"> & Partial<Pick<Asked, "narrowed">>;

/** A list: what it is of, in which order, and what is beside the columns of the shape. */
interface List {
  columns: Prisma.Sql;
  /** What others are called. */
  names: Prisma.Sql;
  from: Prisma.Sql;
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** Behind a row. */
  after: (row: number) => Prisma.Sql;
  row: Prisma.Sql;
  /** @param json the columns and the names as JSON */
  data: (json: string, names: string) => Listed["data"];
}

/** The lists that there are, and the version's own. */
export type ListName = Exclude<
  OperationName,
  | "incident"
  | "target"
  | "actor"
  | "figure"
  | "stats"
  | "changes"
  | "modified"
  | "address-range"
  | "lookup"
>;

async function pageOf(db: Queryable, list: List, { after, limit }: Part): Promise<Page> {
  const { from, where } = list;
  const behind = after === null ? where : Prisma.sql`${where} AND ${list.after(after)}`;
  const totals = totalsIn(db);
  const key = JSON.stringify([from.sql, from.values, where.sql, where.values], (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  const kept = after === null ? undefined : totals.get(key);
  const counted = async () => {
    const [{ total }] = await db.$queryRaw<
      [{ total: number }]
    >`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`;
    totals.set(key, total);
    return total;
  };
  const [rows, total] = await Promise.all([rowsOf(db, list, behind, limit + 1), kept ?? counted()]);
  return { rows: rows.slice(0, limit), total, hasMore: rows.length > limit };
}

/**
 * What lists have added up to lately, for those who read them on from page to page: in a record of 1,000,000 incidents the
 * count takes longer than the page. A list is of one version; an order that takes texts out may change what a search finds,
 * so none is kept for long.
 */
const totalsOf = new WeakMap<Queryable, LRUCache<string, number>>();

function totalsIn(db: Queryable): LRUCache<string, number> {
  const known = totalsOf.get(db) ?? new LRUCache<string, number>({ max: 2_000, ttl: 60_000 });
  totalsOf.set(db, known);
  return known;
}

async function rowsOf(db: Queryable, list: List, where: Prisma.Sql, limit: number) {
  const { columns, names, from, order, row, data } = list;
  const rows = await db.$queryRaw<{ row: number; json: string; names: string }[]>`
    SELECT ${row} AS row, ${asJson(columns)} AS json, ${asJson(names)} AS names
    FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`;
  return rows.map(({ row, json, names }): Listed => ({ row, data: data(json, names) }));
}

/** Rows that are asked for by one statement where all are wanted. */
const AT_ONCE = 1_000;
/** So many of these are asked for before they are wanted: few of the connections that all readers share. */
const AHEAD = 2;

/** All of a list at a version, some at a time. */
export function wholeList(
  db: Queryable,
  version: Version,
  name: Exclude<ListName, "versions" | "incident-revisions">,
  part: Pick<Part, "filters" | "sort" | "narrowed">,
  atOnce = AT_ONCE,
): AsyncGenerator<Listed["data"][]> {
  return allOf(db, listAt(version.number, name, { ...part, after: null, limit: atOnce }), atOnce);
}

/**
 * All rows of a list, some at a time: however many there are. No transaction is held for as long as a reader takes, because
 * rows never change: which they are is asked first.
 */
async function* allOf(db: Queryable, list: List, atOnce: number): AsyncGenerator<Listed["data"][]> {
  const { from, where, order, row } = list;
  const [{ ids }] = await db.$queryRaw<[{ ids: number[] }]>`
    SELECT coalesce(array_agg(${row} ORDER BY ${order}), '{}') AS ids FROM ${from} WHERE ${where}`;
  const rowsFrom = (start: number) => {
    const some = ids.slice(start, start + atOnce);
    const asked = rowsOf(db, list, Prisma.sql`${row} = ANY(${some}::int[]) AND ${where}`, atOnce);
    // A reader may leave before they come; whoever takes them is told what went wrong.
    asked.catch(() => {});
    return asked;
  };
  // The database looks up the next ones while these are written.
  const asked: Promise<Listed[]>[] = [];
  for (let start = 0; start < ids.length || asked.length > 0; ) {
    for (; asked.length <= AHEAD && start < ids.length; start += atOnce)
      asked.push(rowsFrom(start));
    const some = await asked.shift();
    if (some !== undefined) yield some.map(({ data }) => data);
  }
}

/** A page of a list at a version. */
export async function listPage(
  db: Queryable,
  version: Version,
  name: Exclude<ListName, "versions" | "incident-revisions">,
  part: Part,
): Promise<Page> {
  return pageOf(db, listAt(version.number, name, part), part);
}

function listAt(
  version: number,
  name: Exclude<ListName, "versions" | "incident-revisions">,
  part: Part,
): List {
  const list = wholeListAt(version, name, part);
  return { ...list, where: narrowedTo(list.where, name, part.narrowed ?? {}, version) };
}

function wholeListAt(
  version: number,
  name: Exclude<ListName, "versions" | "incident-revisions">,
  part: Part,
): List {
  switch (name) {
    case "incidents":
      return {
        ...recordList(version, "incident"),
        where: underRule(version, part.filters),
        order: inOrderOf(part.sort, version),
        row: Prisma.sql`i.id`,
        after: (row) => standsAfter(part.sort, version, row),
      };
    case "addresses":
      return ofIncidents(version, part, {
        table: "address",
        columns: Prisma.sql`d.chain, d.address, d.role::text AS role, d.source`,
        last: Prisma.sql`, (SELECT min(k.label) FROM known_address k
          WHERE k.match_key = d.match_key AND k.retraction IS NULL AND ${seenAtVersion("k", version)}) AS known_as`,
      });
    case "transactions":
      return ofIncidents(version, part, {
        table: "incident_transaction",
        columns: Prisma.sql`d.chain, d.hash, d.role::text AS role, d.source`,
        last: Prisma.empty,
      });
    case "targets":
      return recordList(version, "target");
    case "actors":
      return recordList(version, "actor");
    case "figures":
      return recordList(version, "figure");
    case "known-addresses":
      return recordList(version, "known_address");
    case "publishers":
      return recordList(version, "publisher");
    case "vintages":
      return recordList(version, "vintage");
    case "year-comparisons":
      return recordList(version, "year_comparison");
  }
}

/** All records of a kind that a version holds, by their lasting ids. */
function recordList(version: number, kind: PublicKind): List {
  const { name, id, columns } = RECORD_TABLES[kind];
  const lasting = Prisma.raw(id);
  const links = linksFor({ version, pinned: true });
  return {
    columns,
    names: namesOf(kind, version),
    from: Prisma.raw(`${name} i`),
    where: seenAtVersion("i", version),
    order: lasting,
    row: lasting,
    after: (row) => Prisma.sql`${lasting} > ${row}`,
    data: (json, names) => {
      const record = recordIn(kind, json);
      const url = urlOf(links, record);
      return Object.assign(record, url === undefined ? {} : { url }, JSON.parse(names));
    },
  };
}

function ofIncidents(
  version: number,
  { filters }: Part,
  { table, columns, last }: { table: string; columns: Prisma.Sql; last: Prisma.Sql },
): List {
  return {
    columns: Prisma.sql`${columns}, i.incident_id, i.slug AS incident_slug, i.name AS incident_name,
      ${occurredOnAsKnown} AS occurred_on ${last}`,
    names: Prisma.empty,
    from: Prisma.raw(`${table} d JOIN incident_revision i ON i.id = d.revision_id`),
    where: underRule(version, filters),
    order: Prisma.sql`d.id`,
    row: Prisma.sql`d.id`,
    after: (row) => Prisma.sql`d.id > ${row}`,
    data: (json) => JSON.parse(json),
  };
}

const slugAt = (table: string, id: string, is: string, version: number) => Prisma.sql`
  (SELECT a.slug FROM ${Prisma.raw(table)} a WHERE a.${Prisma.raw(id)} = ${Prisma.raw(is)} AND ${seenAtVersion("a", version)})`;

/** What is said of a record beside its own columns: what others are called at a version. */
function namesOf(kind: PublicKind, version: number): Prisma.Sql {
  const actor = (id: string) => slugAt("actor_revision", "actor_id", id, version);
  switch (kind) {
    case "incident":
      return Prisma.sql`${slugAt("target_revision", "target_id", "i.target_id", version)} AS target_slug,
        (SELECT r.name FROM target_revision r WHERE r.target_id = i.target_id AND ${seenAtVersion("r", version)}) AS target_name,
        ${slugAt("incident_revision", "incident_id", "i.merged_into_id", version)} AS merged_into_slug,
        ${namedActors(version)} AS actors,
        (SELECT min(f.published_in) FROM incident_revision f WHERE f.incident_id = i.incident_id) AS first_version,
        (SELECT to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM dataset_version v
          WHERE v.number = i.published_in) AS published_on, ${meaningAt(version)} AS technique_meaning`;
    case "target":
      return Prisma.sql`${slugAt("target_revision", "target_id", "i.successor_id", version)} AS successor_slug,
        ${slugAt("target_revision", "target_id", "i.merged_into_id", version)} AS merged_into_slug`;
    case "actor":
      return Prisma.sql`${actor("i.parent_id")} AS parent_slug, ${actor("i.merged_into_id")} AS merged_into_slug`;
    case "figure":
      return Prisma.sql`${actor("i.actor_id")} AS actor_slug,
        (SELECT a.name FROM actor_revision a WHERE a.actor_id = i.actor_id AND ${seenAtVersion("a", version)}) AS actor_name`;
    case "known_address":
    case "coverage":
    case "publisher":
    case "vintage":
    case "year_comparison":
      return Prisma.empty;
  }
}

/** The page of a record; undefined of those that have no such field. */
function urlOf(links: Links, record: ReturnType<typeof recordOf>): string | null | undefined {
  switch (record.kind) {
    case "incident":
    case "target":
    case "actor":
      return publicUrl(links[record.kind](record.slug));
    case "figure":
      return record.merged_into === null
        ? publicUrl(links.reconciliation({ figureId: record.id }))
        : null;
    case "publisher":
      return record.status === "retracted" ? null : publicUrl(links.publisher(record.slug));
    case "known_address":
    case "coverage":
    case "vintage":
    case "year_comparison":
      return undefined;
  }
}

/** Every record of a kind that a version holds, whatever its status, as it is answered: by lasting ids, some at a time. */
export function answeredRecords(
  db: Queryable,
  version: number,
  kind: PublicKind,
): AsyncGenerator<Listed["data"][]> {
  return allOf(db, recordList(version, kind), AT_ONCE);
}

/** A record of a kind at a version by its lasting id, as it is answered; null where the version has none such. */
async function oneById(
  db: Queryable,
  version: number,
  kind: PublicKind,
  id: number,
): Promise<Record<string, unknown> | null> {
  const list = recordList(version, kind);
  const by = Prisma.sql`${list.where} AND ${Prisma.raw(RECORD_TABLES[kind].id)} = ${id}`;
  const [found] = await rowsOf(db, list, by, 1);
  return found?.data ?? null;
}

const MOST_ID = 2 ** 31 - 1;

/** The lasting id of what a text names: it by itself, or by a slug that it has or once had. */
async function idOf(
  db: Queryable,
  version: number,
  kind: "incident" | "target" | "actor" | "figure",
  item: string,
): Promise<number | null> {
  if (/^\d+$/.test(item))
    return /^[1-9]/.test(item) && Number(item) <= MOST_ID ? Number(item) : null;
  if (kind === "figure") return null;
  const place = await placeAt(db, version, kind, item);
  if (place === null) return null;
  const { name, id } = RECORD_TABLES[kind];
  const [found] = await db.$queryRaw<{ id: number }[]>`
    SELECT ${Prisma.raw(id)} AS id FROM ${Prisma.raw(name)} i
    WHERE i.slug = ${place.own} AND ${seenAtVersion("i", version)}`;
  return found?.id ?? null;
}

/** A filter of a list that names a record which the version has not; null where there is none. */
export async function namedNowhere(
  db: Queryable,
  version: number,
  { operation, narrowed }: Pick<Asked, "operation" | "narrowed">,
): Promise<{ parameter: string; given: string; kind: "incident" | "actor" } | null> {
  for (const [parameter, given] of Object.entries(narrowed)) {
    const kind = listFiltersOf(operation)[parameter]?.names;
    if (kind === undefined) continue;
    const id = await idOf(db, version, kind, given);
    if (id === null || (await oneById(db, version, kind, id)) === null)
      return { parameter, given, kind };
  }
  return null;
}

/** A record at a version by its id or slug, whatever its status; null where the version has none such. */
export async function oneAt(
  db: Queryable,
  version: number,
  kind: "incident" | "target" | "actor" | "figure",
  item: string,
): Promise<Record<string, unknown> | null> {
  const id = await idOf(db, version, kind, item);
  return id === null ? null : oneById(db, version, kind, id);
}

/** Every revision of an incident that a version holds or held, the newest first; null where it never had it. */
export async function revisionsAt(
  db: Queryable,
  version: number,
  item: string,
): Promise<Page | null> {
  const id = await idOf(db, version, "incident", item);
  if (id === null) return null;
  const { columns, name } = RECORD_TABLES.incident;
  const rows = await db.$queryRaw<RecordRow[]>`
    SELECT ${columns} FROM ${Prisma.raw(name)} i
    WHERE i.incident_id = ${id} AND i.published_in <= ${version} ORDER BY i.revision DESC`;
  if (rows.length === 0) return null;
  const leaves = await leavesOf(db, "incident", rows);
  return {
    rows: rows.map((row) => {
      const leaf = leaves.get(`${row.id} ${row.revision}`);
      const proof = { salt: leaf?.salt ?? null, leaf_index: leaf?.index ?? null };
      return { row: row.revision, data: { ...recordOf("incident", row), ...proof } };
    }),
    total: rows.length,
    hasMore: false,
  };
}

async function dumpFiles(number: number, withholdings: number): Promise<VersionAnswer["dumps"]> {
  const dump = await offeredDump({ number, withholdings }, dumpsFolder());
  return (dump?.files ?? []).map(({ path, bytes, sha256 }) => ({
    url: publicUrl(dumpPath(number, path)),
    bytes,
    sha256,
  }));
}

/** The counts of the kinds that a part of the shape has, in its order. */
const partOf = (counts: Contents["records"], { shape }: { shape: object }) =>
  Object.fromEntries((Object.keys(shape) as PublicKind[]).map((kind) => [kind, counts[kind]]));

/** Every version through one, the newest first, with what it holds. */
export async function versionPage(
  db: Queryable,
  version: Version,
  { after, limit }: Pick<Part, "after" | "limit">,
): Promise<Page> {
  const through = after === null ? version.number : Math.min(after - 1, version.number);
  type Row = Omit<
    VersionAnswer,
    "records" | "sha256" | "log_size" | "log_root" | "dumps" | "publisher_facts"
  >;
  const found = await db.$queryRaw<Row[]>`
    SELECT v.number AS version, to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS published_at,
      v.note, v.counting_rules, (SELECT to_char(c.covered_through, 'YYYY-MM-DD') FROM coverage_revision c
        WHERE c.published_in <= v.number AND (c.superseded_in IS NULL OR c.superseded_in > v.number)) AS covered_through
    FROM dataset_version v WHERE v.number <= ${through} ORDER BY v.number DESC LIMIT ${limit}`;
  const numbers = found.map((row) => row.version);
  const [contents, checkpoints, dumps] = await Promise.all([
    contentsOf(db, numbers, version.withholdings),
    checkpointsOf(db, numbers),
    Promise.all(numbers.map((number) => dumpFiles(number, version.withholdings))),
  ]);
  return {
    rows: found.map((row, place) => {
      const checkpoint = checkpoints.get(row.version);
      const proof = { log_size: checkpoint?.size ?? null, log_root: checkpoint?.root ?? null };
      const held = contents.get(row.version);
      const data = {
        ...row,
        records: held && partOf(held.records, versionAnswerShape.shape.records),
        sha256: held?.sha256,
        ...proof,
        dumps: dumps[place] ?? [],
        publisher_facts: held && partOf(held.records, versionAnswerShape.shape.publisher_facts),
      };
      return { row: row.version, data };
    }),
    // Versions have no gaps.
    total: version.number,
    hasMore: (numbers.at(-1) ?? 1) > 1,
  };
}
