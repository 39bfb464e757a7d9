import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { NAMES_BESIDE, namesWhat } from "@/lib/desk/proposals/record-search-sql";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { notYetCovered, underRule } from "@/lib/statistics/rules/rule-sql";
import { readIncidents } from "@/lib/statistics/rules/views";
import { askedAddress } from "@/lib/statistics/search/asked-address";

/** How many fit on one page of results. */
export const RECORDS_PAGE = 50;

interface FoundRecords {
  records: FoundRecord[];
  count: number;
}

/** For each kind, what its current revisions give a search. */
const SOURCES: Record<RecordKind, Prisma.Sql> = {
  incident: Prisma.sql`
    SELECT incident_id AS id, slug, name AS title, target || ', ' ||
        to_char(occurred_on, CASE precision WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS about,
      CASE WHEN merged_into_id IS NOT NULL THEN 'merged' WHEN retraction IS NOT NULL THEN 'retracted' END AS status,
      lower(name || ' ' || target || ' ' || slug) AS text, published_in
    FROM incident_revision WHERE superseded_in IS NULL`,
  target: Prisma.sql`
    SELECT target_id AS id, slug, name AS title, array_to_string(kind || aliases || formerly, ', ') AS about,
      CASE WHEN merged_into_id IS NOT NULL THEN 'merged' END AS status,
      lower(name || ' ' || slug || ' ' || array_to_string(aliases || formerly, ' ')) AS text, published_in
    FROM target_revision WHERE superseded_in IS NULL`,
  service: Prisma.sql`
    SELECT service_id AS id, NULL AS slug, label AS title, kind || ', ' || chain || ', ' || address AS about,
      CASE WHEN retraction IS NOT NULL THEN 'retracted' END AS status,
      lower(label || ' ' || kind || ' ' || chain || ' ' || address) AS text, published_in
    FROM known_address WHERE superseded_in IS NULL`,
  coverage: Prisma.sql`
    SELECT 1 AS id, NULL AS slug, 'Coverage through ' || covered_through AS title, reason AS about,
      NULL AS status, lower('coverage ' || statement) AS text, published_in
    FROM coverage_revision WHERE superseded_in IS NULL`,
  actor: Prisma.sql`
    SELECT actor_id AS id, slug, name AS title, array_to_string(kind::text || aliases, ', ') AS about,
      CASE WHEN merged_into_id IS NOT NULL THEN 'merged' END AS status,
      lower(name || ' ' || slug || ' ' || array_to_string(aliases, ' ')) AS text, published_in
    FROM actor_revision WHERE superseded_in IS NULL`,
  figure: Prisma.sql`
    SELECT figure_id AS id, NULL AS slug, title,
      publisher || ', ' || from_day || ' to ' || to_day AS about,
      CASE WHEN merged_into_id IS NOT NULL THEN 'merged' WHEN retraction IS NOT NULL THEN 'retracted' END AS status,
      lower(title || ' ' || publisher) AS text, published_in
    FROM figure_revision WHERE superseded_in IS NULL`,
};

/**
 * Published records by what they are called, and incidents also by the actors, chains, publishers of sources and writers that
 * go with them: each word has to occur, or the whole be spelled much like it. A wallet address, a transaction or a link finds
 * the records that hold it, and the link of a public list those that it lists now. Without a text, those published last.
 * @param page from 1
 */
export async function findRecords(
  db: Queryable,
  kind: RecordKind,
  text: string,
  page = 1,
): Promise<FoundRecords> {
  const { matches, order } = await searched(db, kind, text);
  const rows = await db.$queryRaw<
    (Omit<FoundRecord, "recordId"> & { id: number; count: bigint })[]
  >`
    SELECT id, slug, title, about, status, count(*) OVER () AS count
    FROM (${SOURCES[kind]}) AS record
    WHERE ${matches}
    ORDER BY ${order}
    LIMIT ${RECORDS_PAGE} OFFSET ${(page - 1) * RECORDS_PAGE}`;
  return {
    records: rows.map(({ id, slug, title, about, status }) => ({
      recordId: id,
      slug,
      title,
      about,
      status,
    })),
    count: Number(rows[0]?.count ?? 0),
  };
}

/** Published records by their lasting ids, in the order in which they are asked for; those that do not exist are not among them. */
export async function recordsById(
  db: Queryable,
  kind: RecordKind,
  recordIds: readonly number[],
): Promise<FoundRecord[]> {
  if (recordIds.length === 0) return [];
  return db.$queryRaw<FoundRecord[]>`
    SELECT id AS "recordId", slug, title, about, status FROM (${SOURCES[kind]}) AS record
    WHERE id = ANY (${[...recordIds]}::int[])
    ORDER BY array_position(${[...recordIds]}::int[], id)`;
}

/** The lasting ids of what `findRecords` finds, in its order; at most `most`. */
export async function foundRecordIds(
  db: Queryable,
  kind: RecordKind,
  text: string,
  most: number,
): Promise<number[]> {
  const { matches, order } = await searched(db, kind, text);
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM (${SOURCES[kind]}) AS record WHERE ${matches} ORDER BY ${order} LIMIT ${most}::int`;
  return rows.map(({ id }) => id);
}

/** What a text asks of `SOURCES`: which rows fit, and which of them come first. */
async function searched(
  db: Queryable,
  kind: RecordKind,
  text: string,
): Promise<{ matches: Prisma.Sql; order: Prisma.Sql }> {
  // The database takes no NUL, and no name holds control characters or halves of one.
  const asked = text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .toLowerCase()
    .trim();
  const words = asked
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 10);
  const held = (await listedAt(db, kind, text)) ?? heldBy(kind, text);
  const holdsAll = words.map((word) => {
    const pattern = `%${literally(word)}%`;
    return Prisma.sql`(text LIKE ${pattern}${NAMES_BESIDE[kind]?.(pattern) ?? Prisma.empty})`;
  });
  const matches =
    held ??
    (words.length === 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${Prisma.join(holdsAll, " AND ")}) OR word_similarity(${asked}, text) >= 0.6`);
  const order =
    words.length === 0
      ? Prisma.sql`published_in DESC, id DESC`
      : Prisma.sql`word_similarity(${asked}, text) DESC, length(text), id`;
  return { matches, order };
}

/** The records that hold an address, a transaction or a page; null where no such thing is asked for. */
function heldBy(kind: RecordKind, text: string): Prisma.Sql | null {
  const asked = askedAddress(text.slice(0, 2_000));
  return asked === null ? null : namesWhat(kind, asked);
}

/** A public list of incidents, as its link; at whichever version. */
const LIST_LINK = /^(?:https?:\/\/[^/\s]+)?(?:\/v\/\d+)?\/incidents\?(\S+)$/;

/** The incidents that a public list shows at the newest version, by its link; null where none is asked for. */
async function listedAt(db: Queryable, kind: RecordKind, text: string): Promise<Prisma.Sql | null> {
  const query = kind === "incident" ? LIST_LINK.exec(text.trim())?.[1] : undefined;
  const version = query === undefined ? null : await newestVersion(db);
  const read = readIncidents(new URLSearchParams(query));
  if (version === null || !read.ok) return null;
  const { filters } = read.value;
  return Prisma.sql`id IN (
    SELECT i.incident_id FROM incident_revision i
    WHERE (${underRule(version.number, filters)}) OR (${notYetCovered(version.number, filters)}))`;
}

/** A word in which no character stands for others. */
function literally(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
