import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countPlaces } from "@/lib/desk/withholding/place-queries";
import { replacement, tableOf } from "@/lib/desk/withholding/replacement-sql";
import { textColumns } from "@/lib/desk/withholding/text-columns-queries";
import { withheldMark } from "@/lib/desk/withholding/withholding";
import { forgetSalts, logVersions } from "@/lib/record/proof/log-commands";
import { lockVersions } from "@/lib/record/publishing/publish-command";
import { remakeSearch } from "@/lib/record/search/search-entry-commands";
import { storedLinkKey } from "@/lib/values/links/link-key";

/** What a withholding is to do. */
interface Withheld {
  texts: readonly string[];
  orderedBy: string;
  reason: string;
  /** The public names of the two who did it. */
  enteredBy: string;
  reviewedBy: string;
}

/**
 * Takes texts out of every row of the record and the desk, in every version, as the next version. Rows, amounts and
 * days stay; of each text a digest stays, made with a salt that is kept nowhere. Of a revision that held one, the leaf of the
 * log stays, and its salt goes.
 * @returns the version, and in how many places they stood
 */
export async function withhold(
  transaction: Queryable,
  { texts, orderedBy, reason, enteredBy, reviewedBy }: Withheld,
): Promise<{ version: number; places: number }> {
  await lockVersions(transaction);
  // What is there is in the log before a text of it goes.
  await logVersions(transaction);
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
  await withholdLinkKeys(transaction);
  await remakeSearch(transaction);
  await forgetSalts(transaction);
  await logVersions(transaction);
  return { version, places };
}

/** A key is made of the link beside it, and goes with what was in that. */
async function withholdLinkKeys(transaction: Queryable): Promise<void> {
  const sources = await transaction.incidentSource.findMany({
    where: { url: { contains: "withheld" } },
    select: { id: true, url: true, matchKey: true },
  });
  const outdated = sources.filter(({ url, matchKey }) => matchKey !== storedLinkKey(url));
  await transaction.$executeRaw`
    UPDATE incident_source s SET match_key = n.key
    FROM unnest(${outdated.map(({ id }) => id)}::int[], ${outdated.map(({ url }) => storedLinkKey(url))}::text[]) AS n (id, key)
    WHERE s.id = n.id`;
}

/** SHA-256 of a text with a salt that nobody keeps. */
function digestOf(text: string): string {
  return createHash("sha256").update(randomBytes(32)).update(text).digest("hex");
}
