import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import { figuresWithIds } from "@/lib/record/figures/published-figure-queries";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { AskedText } from "@/lib/statistics/search/asked-text";
import type { ShownEntry } from "@/lib/statistics/search/entry";
import { matchedIn } from "@/lib/statistics/search/matched";
import {
  type FoundActor,
  type FoundIncident,
  type FoundPublisher,
  type FoundTarget,
  type FoundWallet,
  MOST_COUNTED,
  type SearchResult,
} from "@/lib/statistics/search/search-result";
import { totalColumns } from "@/lib/statistics/totals/total-queries";
import { grouped } from "@/lib/values/lists/grouped";
import type { SearchKind } from "@/lib/values/search/search-kind";
import { techniqueLabel } from "@/lib/values/taxonomy/taxonomy";

/** A retracted record is still to be found, behind those that stand. */
const RETRACTED = 300;

type Reader = (
  db: Queryable,
  version: number,
  asked: AskedText,
  entries: readonly ShownEntry[],
) => Promise<SearchResult[]>;

/** What is shown of rows of the search, each once: what was merged is shown as what it was merged into. */
export async function foundRecords(
  db: Queryable,
  version: number,
  asked: AskedText,
  entries: readonly ShownEntry[],
): Promise<SearchResult[]> {
  const found = await Promise.all(
    [...grouped(entries, ({ kind }) => kind)].map(([kind, some]) =>
      READERS[kind](db, version, asked, some),
    ),
  );
  return found.flat();
}

/** The record ids of rows, each with what it turned out to be at a version. */
function activeIds(
  kind: "incident" | "target" | "actor",
  version: number,
  entries: readonly ShownEntry[],
): Prisma.Sql {
  const alias = { incident: "i", target: "r", actor: "a" } as const;
  const [table, id, row] = [
    Prisma.raw(`${kind}_revision`),
    Prisma.raw(`${kind}_id`),
    Prisma.raw(alias[kind]),
  ];
  const ids = entries.flatMap(({ recordId }) => recordId ?? []);
  return Prisma.sql`onwards (start, id) AS (
    SELECT s.id, s.id FROM unnest(${ids}::int[]) AS s (id)
    UNION SELECT o.start, ${row}.merged_into_id FROM onwards o JOIN ${table} ${row} ON ${row}.${id} = o.id
      AND ${seenAtVersion(alias[kind], version)} WHERE ${row}.merged_into_id IS NOT NULL)`;
}

/** Each of the rows that the database found, with the best row of the search that led to it. */
function eachOnce<Row extends { start: number; id: number }, Result>(
  entries: readonly ShownEntry[],
  rows: readonly Row[],
  result: (row: Row, entry: ShownEntry) => Result,
): Result[] {
  const byStart = new Map(rows.map((row) => [row.start, row]));
  const seen = new Set<number>();
  return entries.flatMap((entry) => {
    const row = byStart.get(entry.recordId ?? 0);
    if (row === undefined || seen.has(row.id)) return [];
    seen.add(row.id);
    return [result(row, entry)];
  });
}

const incidents: Reader = async (db, version, asked, entries) => {
  type Row = Omit<FoundIncident, "kind" | "score" | "matched" | "missing"> & {
    start: number;
    id: number;
    summary: string;
    titles: string[];
  };
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE ${activeIds("incident", version, entries)}
    SELECT o.start, i.incident_id AS id, i.slug, i.name, i.target, i.category, i.summary, ${occurredOnAsKnown} AS "occurredOn",
      i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow", i.loss_usd_high::float8 AS "lossUsdHigh",
      i.retraction IS NOT NULL AS retracted,
      ARRAY(SELECT s.title FROM incident_source s WHERE s.revision_id = i.id ORDER BY s.id) AS titles
    FROM onwards o JOIN incident_revision i ON i.incident_id = o.id
      AND i.merged_into_id IS NULL AND ${seenAtVersion("i", version)}`;
  return eachOnce(entries, rows, ({ start: _, id: __, summary, titles, ...row }, entry) => ({
    ...row,
    kind: "incident",
    score: entry.score - (row.retracted ? RETRACTED : 0),
    matched: matchedIn(asked, entry, { title: row.name, text: summary, titles }),
    missing: entry.missing,
  }));
};

const targets: Reader = async (db, version, asked, entries) => {
  type Row = Pick<FoundTarget, "slug" | "name" | "targetKind" | "incidents" | "lossUsd"> & {
    start: number;
    id: number;
    website: string | null;
  };
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE ${activeIds("target", version, entries)},
    whole AS (SELECT id AS whole, id AS part FROM onwards
      UNION SELECT r.merged_into_id, r.target_id FROM target_revision r
        WHERE r.merged_into_id IN (SELECT id FROM onwards) AND ${seenAtVersion("r", version)})
    SELECT o.start, r.target_id AS id, r.slug, r.name, r.kind AS "targetKind", r.website, counted.incidents, counted."lossUsd"
    FROM onwards o JOIN target_revision r ON r.target_id = o.id AND r.merged_into_id IS NULL AND ${seenAtVersion("r", version)}
    CROSS JOIN LATERAL (SELECT ${totalColumns} FROM incident_revision i
      WHERE i.target_id IN (SELECT w.part FROM whole w WHERE w.whole = o.id) AND ${underRule(version, {})}) counted`;
  return eachOnce(entries, rows, ({ start: _, id: __, website, ...row }, entry) => ({
    ...row,
    kind: "target",
    // Of two that fit as well, the one that lost more is meant more often.
    score: entry.score + Math.log10(Math.max(1, row.lossUsd)) / 4,
    matched: matchedIn(asked, entry, { title: row.name, text: website ?? "", titles: [] }),
    missing: entry.missing,
  }));
};

const actors: Reader = async (db, version, asked, entries) => {
  type Row = NamedActor & {
    start: number;
    id: number;
    slug: string;
    description: string;
    titles: string[];
  };
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE ${activeIds("actor", version, entries)}
    SELECT o.start, a.actor_id AS id, a.slug, a.name, a.kind, a.status, a.status_on AS "statusOn", a.description,
      ARRAY(SELECT s.title FROM actor_source s WHERE s.revision_id = a.id ORDER BY s.id) AS titles
    FROM onwards o JOIN actor_revision a ON a.actor_id = o.id AND a.merged_into_id IS NULL AND ${seenAtVersion("a", version)}`;
  return eachOnce(
    entries,
    rows,
    ({ slug, description, titles, ...row }, entry): FoundActor => ({
      kind: "actor",
      slug,
      actor: { name: row.name, kind: row.kind, status: row.status, statusOn: row.statusOn },
      description,
      score: entry.score,
      matched: matchedIn(asked, entry, { title: row.name, text: description, titles }),
      missing: entry.missing,
    }),
  );
};

const figures: Reader = async (db, version, asked, entries) => {
  const rows = await figuresWithIds(
    db,
    version,
    entries.flatMap(({ recordId }) => recordId ?? []),
  );
  const byId = new Map(rows.map((figure) => [figure.figureId, figure]));
  return entries.flatMap((entry) => {
    const figure = byId.get(entry.recordId ?? 0);
    if (figure === undefined) return [];
    return {
      kind: "figure" as const,
      figure,
      score: entry.score - (figure.retraction === null ? 0 : RETRACTED),
      matched: matchedIn(asked, entry, { title: figure.title, text: figure.note, titles: [] }),
      missing: entry.missing,
    };
  });
};

const techniques: Reader = async (db, version, asked, entries) => {
  const rows = await db.$queryRaw<{ value: string; incidents: number }[]>`
    SELECT i.technique AS value, count(*)::int AS incidents FROM incident_revision i
    WHERE i.technique = ANY(${valuesOf(entries)}::text[]) AND ${underRule(version, {})} GROUP BY 1`;
  const counts = new Map(rows.map(({ value, incidents }) => [value, incidents]));
  return entries.flatMap((entry) => {
    const technique = entry.value ?? "";
    const incidents = counts.get(technique);
    if (incidents === undefined) return [];
    const title = techniqueLabel(technique);
    return {
      kind: "technique" as const,
      technique,
      incidents,
      score: entry.score,
      matched: matchedIn(asked, entry, { title, text: "", titles: [] }),
      missing: entry.missing,
    };
  });
};

const publishers: Reader = async (db, version, _asked, entries) => {
  const rows = await db.$queryRaw<Pick<FoundPublisher, "publisher" | "figures" | "incidents">[]>`
    SELECT p.value AS publisher,
      (SELECT count(*)::int FROM figure_revision r
        WHERE r.publisher = p.value AND r.merged_into_id IS NULL AND ${seenAtVersion("r", version)}) AS figures,
      (SELECT count(*)::int FROM (
        SELECT DISTINCT said.id FROM (
          SELECT s.revision_id AS id FROM incident_source s WHERE s.publisher = p.value
          UNION ALL SELECT t.revision_id FROM attribution t WHERE t.said_by = p.value) said
        JOIN incident_revision i ON i.id = said.id AND i.retraction IS NULL AND i.merged_into_id IS NULL
          AND ${seenAtVersion("i", version)}
        LIMIT ${MOST_COUNTED + 1}) counted) AS incidents
    FROM unnest(${valuesOf(entries)}::text[]) AS p (value)`;
  const byName = new Map(rows.map((row) => [row.publisher, row]));
  return entries.flatMap((entry) => {
    const row = byName.get(entry.value ?? "");
    // What named it may have been revised since.
    if (row === undefined || row.figures + row.incidents === 0) return [];
    return {
      ...row,
      kind: "publisher" as const,
      score: entry.score,
      matched: null,
      missing: entry.missing,
    };
  });
};

const services: Reader = async (db, version, _asked, entries) => {
  type Row = { id: number; key: string; text: string; chain: string; service: string };
  const rows = await db.$queryRaw<Row[]>`
    SELECT k.service_id AS id, k.match_key AS key, k.address AS text, k.chain, k.label AS service FROM known_address k
    WHERE k.service_id = ANY(${entries.flatMap(({ recordId }) => recordId ?? [])}::int[])
      AND k.retraction IS NULL AND ${seenAtVersion("k", version)}`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.flatMap((entry): FoundWallet[] => {
    const row = byId.get(entry.recordId ?? 0);
    if (row === undefined) return [];
    const { key, text, chain, service } = row;
    return [
      {
        kind: "address",
        key,
        text,
        chains: [chain],
        service,
        incidents: [],
        fits: "whole",
        score: entry.score,
        matched: null,
        missing: entry.missing,
      },
    ];
  });
};

/** Transactions have no rows of their own: they are found by their letters. */
const none: Reader = async () => [];

const READERS: Record<SearchKind, Reader> = {
  incident: incidents,
  target: targets,
  actor: actors,
  figure: figures,
  technique: techniques,
  publisher: publishers,
  address: services,
  transaction: none,
};

function valuesOf(entries: readonly ShownEntry[]): string[] {
  return entries.flatMap(({ value }) => value ?? []);
}
