import type { Database, Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { SEARCH_RULE, searchDocuments, searchTerms } from "@/lib/record/search/search-document";
import { SEARCHED, type SearchedRevision } from "@/lib/record/search/searched-record-queries";
import { shortened } from "@/lib/values/search/slips";
import { techniqueLabel } from "@/lib/values/taxonomy/taxonomy";

/** Rows read and written at once. */
const BATCH = 2_000;
/** What the rule is kept under, beside those of stored keys. */
const RULE = "search";

/** Makes what a version published findable, within the transaction that publishes it. */
export async function searchVersion(transaction: Queryable, version: number): Promise<void> {
  for (const { table, kind } of SEARCHED)
    await transaction.$executeRaw`
      UPDATE desk.search_entry e SET superseded_in = r.superseded_in FROM ${Prisma.raw(table)} r
      WHERE e.kind = ${kind} AND e.revision_id = r.id AND r.superseded_in = ${version}::int`;
  await addRevisions(transaction, version);
  await addNamed(transaction, version);
}

/** Makes all rows of the search anew, within a transaction in which nothing is published beside it. */
export async function remakeSearch(transaction: Queryable): Promise<void> {
  await transaction.$executeRaw`TRUNCATE desk.search_entry, desk.search_term`;
  await addRevisions(transaction, null);
  await addNamed(transaction, null);
}

/**
 * Makes the rows of the search anew where they were made by another rule than the program's, or where a revision has none,
 * as one has that an earlier release published. All of it or nothing, and by one program at a time.
 * @returns whether they were
 */
export async function makeSearchAnew(db: Database): Promise<boolean> {
  if (await isCurrent(db)) return false;
  return db.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE desk.key_rule IN SHARE ROW EXCLUSIVE MODE`;
      await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
      if (await isCurrent(transaction)) return false;
      await remakeSearch(transaction);
      await transaction.keyRule.upsert({
        where: { kind: RULE },
        create: { kind: RULE, rule: SEARCH_RULE },
        update: { rule: SEARCH_RULE },
      });
      return true;
    },
    { timeout: 1_200_000, maxWait: 60_000 },
  );
}

async function isCurrent(db: Queryable): Promise<boolean> {
  const made = await db.keyRule.findUnique({ where: { kind: RULE } });
  if (made?.rule !== SEARCH_RULE) return false;
  const revisions = SEARCHED.map(
    ({ table }) => Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(table)})`,
  );
  const [{ isWhole }] = await db.$queryRaw<[{ isWhole: boolean }]>`
    SELECT ${Prisma.join(revisions, " + ")} = count(*) AS "isWhole"
    FROM desk.search_entry WHERE revision_id IS NOT NULL`;
  return isWhole;
}

async function addRevisions(transaction: Queryable, version: number | null): Promise<void> {
  for (const { read } of SEARCHED)
    for (let after = 0; ; ) {
      const found = await read(transaction, { version, after, limit: BATCH });
      const last = found.at(-1);
      if (last === undefined) break;
      after = last.revisionId;
      await add(transaction, found);
      if (found.length < BATCH) break;
    }
}

type Entry = Omit<SearchedRevision, "kind" | "recordId" | "revisionId"> & {
  kind: string;
  value?: string;
  recordId: number | null;
  revisionId: number | null;
};

async function add(transaction: Queryable, entries: readonly Entry[]): Promise<void> {
  const lines = (texts: readonly string[]) =>
    texts.map((text) => text.replace(/\s+/g, " ").trim()).join("\n");
  const documents = entries.map(searchDocuments);
  await transaction.$executeRaw`
    INSERT INTO desk.search_entry
      (kind, value, record_id, revision_id, published_in, superseded_in, names, related, weight, called, document)
    SELECT kind, value, record_id, revision_id, published_in, superseded_in, names, related, weight,
      called::tsvector, document::tsvector
    FROM unnest(${entries.map(({ kind }) => kind)}::text[], ${entries.map(({ value }) => value ?? null)}::text[],
      ${entries.map(({ recordId }) => recordId)}::int[], ${entries.map(({ revisionId }) => revisionId)}::int[],
      ${entries.map(({ publishedIn }) => publishedIn)}::int[], ${entries.map(({ supersededIn }) => supersededIn)}::int[],
      ${entries.map(({ names }) => lines(names))}::text[],
      ${entries.map(({ related }) => lines(related.map(([what, text]) => `${what}: ${text}`)))}::text[],
      ${entries.map(({ weight }) => weight)}::real[], ${documents.map(({ called }) => called)}::text[], ${documents.map(({ document }) => document)}::text[])
      AS e (kind, value, record_id, revision_id, published_in, superseded_in, names, related, weight, called, document)`;
  const terms = [...new Set(entries.flatMap(searchTerms))].sort();
  await transaction.$executeRaw`
    INSERT INTO desk.search_term (term, shortened)
    SELECT term, string_to_array(shortened, ' ')
    FROM unnest(${terms}::text[], ${terms.map((term) => shortened(term).join(" "))}::text[]) AS t (term, shortened)
    ON CONFLICT (term) DO NOTHING`;
}

interface Named {
  kind: "technique" | "publisher";
  value: string;
  publishedIn: number;
}

/** Techniques and publishers that a version names first; of all versions where it is null. */
async function addNamed(transaction: Queryable, version: number | null): Promise<void> {
  const published = Prisma.sql`(${version}::int IS NULL OR i.published_in = ${version}::int)`;
  const named = await transaction.$queryRaw<Named[]>`
    SELECT kind, value, min(published_in)::int AS "publishedIn" FROM (
      SELECT 'technique' AS kind, i.technique AS value, i.published_in FROM incident_revision i WHERE ${published}
      UNION ALL SELECT 'publisher', s.publisher, i.published_in
        FROM incident_revision i JOIN incident_source s ON s.revision_id = i.id WHERE ${published}
      UNION ALL SELECT 'publisher', t.said_by, i.published_in
        FROM incident_revision i JOIN attribution t ON t.revision_id = i.id WHERE ${published}
      UNION ALL SELECT 'publisher', i.publisher, i.published_in FROM figure_revision i WHERE ${published}
    ) said
    WHERE NOT EXISTS (SELECT FROM desk.search_entry e WHERE e.kind = said.kind AND e.value = said.value)
    GROUP BY kind, value ORDER BY kind, value COLLATE "C"`;
  for (let at = 0; at < named.length; at += BATCH)
    await add(
      transaction,
      named.slice(at, at + BATCH).map(({ kind, value, publishedIn }) => ({
        kind,
        value,
        recordId: null,
        revisionId: null,
        publishedIn,
        supersededIn: null,
        names: kind === "technique" ? [techniqueLabel(value), value] : [value],
        related: [],
        text: "",
        titles: [],
        weight: 0,
      })),
    );
}
