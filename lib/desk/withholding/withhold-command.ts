import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type TextColumn, textColumns } from "@/lib/desk/withholding/text-columns-queries";
import {
  jsonPattern,
  slugPattern,
  textPattern,
  urlPattern,
  withheldMark,
  withheldSlug,
  withheldUrl,
} from "@/lib/desk/withholding/withholding";
import { lockVersions } from "@/lib/record/publishing/publish-command";

/** Longer names, titles and the like are refused by their schemas. */
const LONGEST_NAME = 200;

/** What a withholding is to do. */
interface Withheld {
  texts: readonly string[];
  orderedBy: string;
  reason: string;
  /** The public names of the two who did it. */
  enteredBy: string;
  reviewedBy: string;
}

/** How a text is found in a column and what is put in its place; null where it cannot be in one of that kind. */
function replacement(
  { kind, column }: TextColumn,
  text: string,
  version: number,
  mark: string,
): { found: Prisma.Sql; becomes: Prisma.Sql } | null {
  const at = Prisma.raw(`"${column}"`);
  if (kind === "slug") {
    const pattern = slugPattern(text);
    if (pattern === null) return null;
    return {
      found: Prisma.sql`${at} ~ ${pattern}`,
      becomes: Prisma.sql`regexp_replace(${at}, ${pattern}, ${withheldSlug(version)}, 'g')`,
    };
  }
  if (kind === "url") {
    const pattern = urlPattern(text);
    if (pattern === null) return null;
    return { found: Prisma.sql`${at} ~* ${pattern}`, becomes: Prisma.sql`${withheldUrl(version)}` };
  }
  if (kind === "json") {
    const patterns = [jsonPattern(text), urlPattern(text) ?? ""].filter(Boolean);
    const inside = JSON.stringify(mark).slice(1, -1);
    const becomes = patterns.reduce(
      (json, pattern) => Prisma.sql`regexp_replace(${json}, ${pattern}, ${inside}, 'gi')`,
      Prisma.sql`${at}::text`,
    );
    return {
      found: Prisma.sql`${at}::text ~* ${patterns.join("|")}`,
      becomes: Prisma.sql`(${becomes})::jsonb`,
    };
  }
  const pattern = textPattern(text);
  if (kind === "texts")
    return {
      found: Prisma.sql`EXISTS (SELECT FROM unnest(${at}) AS each (text) WHERE text ~* ${pattern})`,
      becomes: Prisma.sql`ARRAY(SELECT regexp_replace(text, ${pattern}, ${mark}, 'gi')
        FROM unnest(${at}) WITH ORDINALITY AS each (text, place) ORDER BY place)`,
    };
  const replaced = Prisma.sql`regexp_replace(${at}, ${pattern}, ${mark}, 'gi')`;
  return {
    found: Prisma.sql`${at} ~* ${pattern}`,
    becomes: Prisma.sql`CASE WHEN length(${at}) <= ${LONGEST_NAME} AND length(${replaced}) > ${LONGEST_NAME}
      THEN ${mark} ELSE ${replaced} END`,
  };
}

const tableOf = ({ schema, table }: TextColumn) => Prisma.raw(`"${schema}"."${table}"`);

/** In how many rows and columns texts stand. */
export async function countPlaces(db: Queryable, texts: readonly string[]): Promise<number> {
  let places = 0;
  for (const column of await textColumns(db)) {
    // The request itself, which holds them until it is decided.
    if (column.table === "withholding_request") continue;
    for (const text of texts) {
      const found = replacement(column, text, 1, "")?.found;
      if (found === undefined) continue;
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM ${tableOf(column)} WHERE ${found}`;
      places += row.count;
    }
  }
  return places;
}

/**
 * Takes texts out of every row of the record and the desk, in every version, as the next version. Rows, amounts and
 * days stay; of each text a digest stays, made with a salt that is kept nowhere.
 * @returns the version, and in how many places they stood
 */
export async function withhold(
  transaction: Queryable,
  { texts, orderedBy, reason, enteredBy, reviewedBy }: Withheld,
): Promise<{ version: number; places: number }> {
  await lockVersions(transaction);
  const places = await countPlaces(transaction, texts);
  const [{ number: version }] = await transaction.$queryRaw<[{ number: number }]>`
    INSERT INTO dataset_version (number, note, entered_by, reviewed_by)
    SELECT coalesce(max(number), 0) + 1, ${`Withheld a text by order of ${orderedBy}`}, ${enteredBy}, ${reviewedBy}
    FROM dataset_version RETURNING number`;
  const [{ id }] = await transaction.$queryRaw<[{ id: number }]>`
    INSERT INTO withholding (published_in, ordered_by, reason, places)
    VALUES (${version}, ${orderedBy}, ${reason}, ${places}) RETURNING id`;
  await transaction.withholdingDigest.createMany({
    data: texts.map((text) => ({ withholdingId: id, digest: digestOf(text) })),
  });
  const mark = withheldMark(version, orderedBy);
  for (const column of await textColumns(transaction)) {
    if (column.table === "withholding_request") continue;
    // The longest first: what stands within another is gone with it.
    for (const text of texts.toSorted((one, other) => other.length - one.length)) {
      const replaced = replacement(column, text, version, mark);
      if (replaced === null) continue;
      await transaction.$executeRaw`
        UPDATE ${tableOf(column)} SET ${Prisma.raw(`"${column.column}"`)} = ${replaced.becomes}
        WHERE ${replaced.found}`;
    }
  }
  return { version, places };
}

/** SHA-256 of a text with a salt that nobody keeps. */
function digestOf(text: string): string {
  return createHash("sha256").update(randomBytes(32)).update(text).digest("hex");
}
