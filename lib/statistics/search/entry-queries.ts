import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import {
  type AskedText,
  allWords,
  anyWord,
  forgivable,
  type Spellings,
} from "@/lib/statistics/search/asked-text";
import type { Entry, FoundEntries, FoundEntry, Reading } from "@/lib/statistics/search/entry";
import { ranked } from "@/lib/statistics/search/search-rank";
import type { SearchKind } from "@/lib/values/search/search-kind";
import { forgiven, shortened, slips } from "@/lib/values/search/slips";

/** Rows looked at more closely; further ones fit no better by what the database sees. */
const CANDIDATES = 200;
/** Spellings tried for a word. */
const SPELLINGS = 8;

/**
 * What the search's rows hold of a text at a version, best first: what has all words; failing that, or where no name has
 * them, what has words spelt alike; and where no name has those either, also what is called by some of them, so that a
 * further word loses nothing.
 */
export async function findEntries(
  db: Queryable,
  version: number,
  asked: AskedText,
  kind: SearchKind | null,
): Promise<FoundEntries> {
  if (asked.core.length === 0) return NOTHING;
  const find = (query: string, names = false) => matching(db, version, query, { kind, names });
  const answer = ({ entries, counts }: Matches, reading: Reading) => ({
    entries: ranked(asked, entries),
    counts,
    reading,
  });
  const exact = await find(allWords(asked));
  const asAsked = answer(exact, "as asked");
  if (isMeant(asAsked.entries)) return asAsked;
  const spellings = await spellingsOf(db, forgivable(asked));
  // Where texts hold the words, only a name that is spelt much like them is more.
  const alike =
    spellings.size === 0
      ? exact
      : together(exact, await find(allWords(asked, spellings), exact.entries.length > 0));
  const misspelt = answer(
    alike,
    alike === exact || alike.entries.length === exact.entries.length
      ? "as asked"
      : "other spellings",
  );
  if (isMeant(misspelt.entries) || asked.core.length === 1) return misspelt;
  const called = together(alike, await find(anyWord(asked, spellings), true));
  return called.entries.length === alike.entries.length ? misspelt : answer(called, "some words");
}

interface Matches {
  entries: Entry[];
  counts: Partial<Record<SearchKind, number>>;
}

/** What was found, and what was found besides; of the latter each counts that was not there. */
function together(first: Matches, further: Matches): Matches {
  if (first.entries.length === 0) return further;
  const known = new Set(first.entries.map(({ id }) => id));
  const more = further.entries.filter(({ id }) => !known.has(id));
  const counts = { ...first.counts };
  for (const { kind } of more) counts[kind] = (counts[kind] ?? 0) + 1;
  return { entries: [...first.entries, ...more], counts };
}

const NOTHING: FoundEntries = { entries: [], counts: {}, reading: "as asked" };

/** Whether something is called so, and does not only mention it. */
function isMeant(entries: readonly FoundEntry[]): boolean {
  return entries.some(({ isWhole }) => isWhole);
}

interface Row extends Omit<Entry, "names" | "related"> {
  names: string;
  related: string;
  count: number;
}

/**
 * The rows that a tsquery finds, as many as are looked at more closely: those first whose names it finds, then the weightiest.
 * @param names whether it is asked of names alone
 */
async function matching(
  db: Queryable,
  version: number,
  query: string,
  { kind, names }: { kind: SearchKind | null; names: boolean },
): Promise<Matches> {
  const seen = Prisma.sql`e.published_in <= ${version} AND (e.superseded_in IS NULL OR e.superseded_in > ${version})`;
  const all = Prisma.sql`SELECT e.id, e.kind, e.weight FROM desk.search_entry e WHERE e.document @@ ${query}::tsquery AND ${seen}`;
  const first = (from: "called" | "matched", incidents: boolean) => Prisma.sql`(
    SELECT id FROM ${Prisma.raw(from)} WHERE (kind = 'incident') = ${incidents}
      AND (${kind}::text IS NULL OR kind = ${kind}) ORDER BY weight DESC, id LIMIT ${CANDIDATES})`;
  const rows = await db.$queryRaw<Row[]>`
    WITH called AS MATERIALIZED (
      SELECT e.id, e.kind, e.weight FROM desk.search_entry e WHERE e.called @@ ${query}::tsquery AND ${seen}
    ),
    matched AS MATERIALIZED (${names ? Prisma.sql`SELECT * FROM called` : all}),
    counted AS (SELECT kind, count(*)::int AS count FROM matched GROUP BY kind),
    first AS (
      ${first("called", true)} UNION ${first("called", false)}
      UNION ${first("matched", true)} UNION ${first("matched", false)}
    )
    SELECT c.kind, e.id, e.value, e.record_id AS "recordId", e.revision_id AS "revisionId", e.names, e.related, e.weight,
      c.count
    FROM counted c LEFT JOIN (first f JOIN desk.search_entry e ON e.id = f.id) ON e.kind = c.kind`;
  const counts: Partial<Record<SearchKind, number>> = {};
  const entries: Entry[] = [];
  for (const { count, ...row } of rows) {
    counts[row.kind] = count;
    if (row.id === null) continue;
    entries.push(entryOf({ count, ...row }));
  }
  return { entries, counts };
}

/** What else a word may have been meant to be: words of names that a few slips part from it, the nearest first. */
async function spellingsOf(db: Queryable, words: readonly string[]): Promise<Spellings> {
  if (words.length === 0) return new Map();
  const rows = await db.$queryRaw<{ word: string; term: string }[]>`
    SELECT w.word, t.term FROM unnest(${words}::text[], ${words.map((word) => shortened(word).join(" "))}::text[])
      AS w (word, shortened)
    CROSS JOIN LATERAL (
      (SELECT term FROM desk.search_term WHERE shortened && string_to_array(w.shortened, ' ') LIMIT 200)
      UNION
      (SELECT term FROM desk.search_term WHERE length(w.word) > 7 AND term % w.word
        ORDER BY similarity(term, w.word) DESC, term LIMIT 50)
    ) t`;
  const found = new Map<string, { term: string; wrong: number }[]>();
  for (const { word, term } of rows) {
    const most = forgiven(word.length);
    const wrong = slips(word, term, most);
    if (wrong <= most) found.set(word, [...(found.get(word) ?? []), { term, wrong }]);
  }
  return new Map(
    [...found].map(([word, terms]) => [
      word,
      terms
        .sort((one, other) => one.wrong - other.wrong || (one.term < other.term ? -1 : 1))
        .slice(0, SPELLINGS)
        .map(({ term }) => term),
    ]),
  );
}

/** As many incidents of a target or an address as are listed beside it. */
const BESIDE = 20;

/** The rows of incidents that befell some targets, or what was merged into them, the largest first. */
export function entriesOfTargets(
  db: Queryable,
  version: number,
  targetIds: readonly number[],
): Promise<Entry[]> {
  return entriesWhere(
    db,
    version,
    Prisma.sql`i.target_id IN (SELECT t.id FROM unnest(${[...targetIds]}::int[]) AS t (id)
      UNION SELECT r.target_id FROM target_revision r WHERE r.merged_into_id = ANY(${[...targetIds]}::int[]) AND ${seenAtVersion("r", version)})`,
  );
}

/** The rows of incidents by their revisions or slugs. */
export function entriesOfRevisions(
  db: Queryable,
  version: number,
  by: { ids: readonly number[] } | { slugs: readonly string[] },
): Promise<Entry[]> {
  return entriesWhere(
    db,
    version,
    "ids" in by
      ? Prisma.sql`i.id = ANY(${[...by.ids]}::int[])`
      : Prisma.sql`i.slug = ANY(${[...by.slugs]}::text[])`,
  );
}

async function entriesWhere(db: Queryable, version: number, where: Prisma.Sql): Promise<Entry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id, e.kind, e.value, e.record_id AS "recordId", e.revision_id AS "revisionId", e.names, e.related, e.weight
    FROM incident_revision i JOIN desk.search_entry e ON e.kind = 'incident' AND e.revision_id = i.id
    WHERE ${where} AND ${seenAtVersion("i", version)} ORDER BY e.weight DESC, e.id LIMIT ${BESIDE}`;
  return rows.map(entryOf);
}

function entryOf({ count: _, ...row }: Row): Entry {
  return { ...row, names: row.names.split("\n"), related: row.related.split("\n") };
}
