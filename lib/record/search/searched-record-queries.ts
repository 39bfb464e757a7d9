import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { RelatedWhat, SearchTexts } from "@/lib/record/search/search-document";
import type { Category, TargetKind } from "@/lib/values/taxonomy/taxonomy";
import { chainLabel, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/** A revision as the search keeps it. */
export interface SearchedRevision extends SearchTexts {
  kind: "incident" | "target" | "actor" | "figure" | "address";
  recordId: number;
  revisionId: number;
  publishedIn: number;
  supersededIn: number | null;
  weight: number;
}

interface Row {
  recordId: number;
  revisionId: number;
  publishedIn: number;
  supersededIn: number | null;
  names: string[];
  text: string;
}

/** Which revisions are read: those of one version, or all that come after a row, so many at once. */
interface Slice {
  version: number | null;
  after: number;
  limit: number;
}

type ReadRevisions = (db: Queryable, slice: Slice) => Promise<SearchedRevision[]>;

const slice = (alias: "i" | "r" | "a" | "k", { version, after, limit }: Slice) => {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}.id > ${after}::int
    AND (${version}::int IS NULL OR ${row}.published_in = ${version}::int) ORDER BY ${row}.id LIMIT ${limit}::int`;
};

const VERSIONS = Prisma.sql`published_in AS "publishedIn", superseded_in AS "supersededIn"`;

interface IncidentRow extends Row {
  target: string;
  technique: string;
  category: Category;
  chains: string[];
  day: string;
  lossUsd: number | null;
  actors: string[];
  attributors: string[];
  publishers: string[];
  titles: string[];
  assets: string[];
  ids: string[];
}

const incidents: ReadRevisions = async (db, which) => {
  const rows = await db.$queryRaw<IncidentRow[]>`
    SELECT i.incident_id AS "recordId", i.id AS "revisionId", ${VERSIONS}, i.summary AS text, i.target, i.technique,
      i.category, i.chains, i.loss_usd::float8 AS "lossUsd",
      to_char(i.occurred_on, CASE i.precision WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS day,
      ARRAY[i.name, i.slug] || ARRAY(SELECT DISTINCT unnest(ARRAY[e.name, e.slug]) FROM incident_revision e
        WHERE e.incident_id = i.incident_id AND e.revision < i.revision) AS names,
      ARRAY(SELECT DISTINCT a.name FROM attribution t JOIN actor_revision a ON a.actor_id = t.actor_id
        AND a.published_in <= i.published_in AND (a.superseded_in IS NULL OR a.superseded_in > i.published_in)
        WHERE t.revision_id = i.id) AS actors,
      ARRAY(SELECT DISTINCT t.said_by FROM attribution t WHERE t.revision_id = i.id) AS attributors,
      ARRAY(SELECT DISTINCT s.publisher FROM incident_source s WHERE s.revision_id = i.id) AS publishers,
      ARRAY(SELECT s.title FROM incident_source s WHERE s.revision_id = i.id ORDER BY s.id) AS titles,
      ARRAY(SELECT DISTINCT s.symbol FROM asset s WHERE s.revision_id = i.id) AS assets,
      ARRAY(SELECT n.value FROM incident_identifier n WHERE n.revision_id = i.id) AS ids
    FROM incident_revision i WHERE ${slice("i", which)}`;
  return rows.map((row) => ({
    ...revisionOf(row),
    kind: "incident",
    names: distinct(row.names),
    related: [
      ["target", row.target],
      ["technique", techniqueLabel(row.technique)],
      ["category", termLabel(row.category)],
      ["date", dateWords(row.day)],
      ...all("chain", row.chains.map(chainLabel)),
      ...all("attributed to", row.actors),
      ...all("attributed by", row.attributors),
      ...all("asset", row.assets),
      ...all("id", row.ids),
      ...all("publisher", row.publishers),
    ],
    text: row.text,
    titles: row.titles,
    weight: row.lossUsd === null || row.lossUsd < 1 ? 0 : Math.log10(row.lossUsd),
  }));
};

const targets: ReadRevisions = async (db, which) => {
  const rows = await db.$queryRaw<(Row & { targetKind: TargetKind; ids: string[] })[]>`
    SELECT r.target_id AS "recordId", r.id AS "revisionId", ${VERSIONS}, coalesce(r.website, '') AS text, r.kind AS "targetKind",
      ARRAY[r.name] || r.aliases || r.formerly || r.slug || ARRAY(SELECT DISTINCT unnest(ARRAY[e.name, e.slug] || e.aliases)
        FROM target_revision e WHERE e.target_id = r.target_id AND e.revision < r.revision) AS names,
      ARRAY(SELECT n.value FROM target_identifier n WHERE n.revision_id = r.id) AS ids
    FROM target_revision r WHERE ${slice("r", which)}`;
  return rows.map((row) => ({
    ...revisionOf(row),
    kind: "target",
    names: distinct(row.names),
    related: [["kind", termLabel(row.targetKind)], ...all("id", row.ids)],
    text: row.text,
    titles: [],
    weight: 0,
  }));
};

const actors: ReadRevisions = async (db, which) => {
  const rows = await db.$queryRaw<(Row & { ids: string[]; titles: string[] })[]>`
    SELECT a.actor_id AS "recordId", a.id AS "revisionId", ${VERSIONS}, a.description AS text,
      ARRAY[a.name] || a.aliases || a.slug || ARRAY(SELECT DISTINCT unnest(ARRAY[e.name, e.slug] || e.aliases)
        FROM actor_revision e WHERE e.actor_id = a.actor_id AND e.revision < a.revision) AS names,
      ARRAY(SELECT n.value FROM actor_identifier n WHERE n.revision_id = a.id) AS ids,
      ARRAY(SELECT s.title FROM actor_source s WHERE s.revision_id = a.id ORDER BY s.id) AS titles
    FROM actor_revision a WHERE ${slice("a", which)}`;
  return rows.map((row) => ({
    ...revisionOf(row),
    kind: "actor",
    names: distinct(row.names),
    related: all("id", row.ids),
    text: row.text,
    titles: row.titles,
    weight: 0,
  }));
};

const figures: ReadRevisions = async (db, which) => {
  const rows = await db.$queryRaw<(Row & { publisher: string; amountUsd: number })[]>`
    SELECT i.figure_id AS "recordId", i.id AS "revisionId", ${VERSIONS}, coalesce(i.note, '') AS text, i.publisher,
      ARRAY[i.title] AS names, i.amount_usd::float8 AS "amountUsd"
    FROM figure_revision i WHERE ${slice("i", which)}`;
  return rows.map((row) => ({
    ...revisionOf(row),
    kind: "figure",
    names: row.names,
    related: [["publisher", row.publisher]],
    text: row.text,
    titles: [],
    weight: row.amountUsd < 1 ? 0 : Math.log10(row.amountUsd),
  }));
};

/** Addresses of services, by what they are called; those of incidents are found by their letters. */
const services: ReadRevisions = async (db, which) => {
  const rows = await db.$queryRaw<(Row & { what: string; chain: string })[]>`
    SELECT k.service_id AS "recordId", k.id AS "revisionId", ${VERSIONS}, '' AS text, ARRAY[k.label] AS names,
      k.kind::text AS what, k.chain
    FROM known_address k WHERE ${slice("k", which)}`;
  return rows.map((row) => ({
    ...revisionOf(row),
    kind: "address",
    names: row.names,
    related: [
      ["kind", row.what],
      ["chain", chainLabel(row.chain)],
    ],
    text: "",
    titles: [],
    weight: 0,
  }));
};

/** How the revisions of each kind of record are read for the search. */
export const SEARCHED: readonly {
  table: string;
  kind: SearchedRevision["kind"];
  read: ReadRevisions;
}[] = [
  { table: "incident_revision", kind: "incident", read: incidents },
  { table: "target_revision", kind: "target", read: targets },
  { table: "actor_revision", kind: "actor", read: actors },
  { table: "figure_revision", kind: "figure", read: figures },
  { table: "known_address", kind: "address", read: services },
];

function revisionOf({ recordId, revisionId, publishedIn, supersededIn }: Row) {
  return { recordId, revisionId, publishedIn, supersededIn };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name.trim() !== ""))];
}

function all(what: RelatedWhat, texts: readonly string[]): [RelatedWhat, string][] {
  return texts.map((text) => [what, text]);
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A day as people ask for it: “2023-09-12 September 2023”. */
function dateWords(day: string): string {
  const [year, month] = day.split("-");
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${day} ${name} ${year}`;
}
