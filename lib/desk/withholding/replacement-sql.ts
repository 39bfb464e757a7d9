import { Prisma } from "@/lib/db/generated/client";
import type { TextColumn } from "@/lib/desk/withholding/text-columns-queries";
import {
  jsonPattern,
  slugPattern,
  textPattern,
  urlPattern,
  withheldSlug,
} from "@/lib/desk/withholding/withholding";
import { withheldUrl } from "@/lib/record/withholding/withheld-url";

/** Longer names, titles and the like are refused by their schemas. */
const LONGEST_NAME = 200;

/** How a text is found in a column and what is put in its place; null where it cannot be in one of that kind. */
export function replacement(
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

/** The table of a column, as a statement names it. */
export const tableOf = ({ schema, table }: TextColumn) => Prisma.raw(`"${schema}"."${table}"`);
