import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isFactKind } from "@/lib/record/shapes/publisher-records";
import { RECORD_TABLES, revisionsWhere } from "@/lib/record/shapes/record-queries";
import { PUBLIC_KINDS, type PublicKind } from "@/lib/record/shapes/records";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import type { ModifiedAnswer } from "@/lib/site/open-data/shapes/answers";

const SLUGS: readonly PublicKind[] = ["actor", "incident", "target"];

/** Every record that a version holds with the version that changed it last, by an order too; the newest first. */
export async function modifiedAt(db: Queryable, version: number): Promise<ModifiedAnswer[]> {
  const versions = await db.$queryRaw<{ number: number; day: string }[]>`
    SELECT number, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM dataset_version
    WHERE number <= ${version}`;
  const days = new Map(versions.map(({ number, day }) => [number, day]));
  const found: Omit<ModifiedAnswer, "published_on">[] = [];
  const [{ orders }] = await db.$queryRaw<[{ orders: number }]>`
    SELECT count(*)::int AS orders FROM withholding WHERE published_in <= ${version}`;
  for (const kind of PUBLIC_KINDS) {
    if (orders === 0) {
      found.push(...(await rowsOf(db, kind, version)));
      continue;
    }
    // Only its texts say what was taken out of a revision, and when.
    for await (const some of revisionsWhere(db, kind, seenAtVersion("i", version)))
      for (const { record } of some)
        found.push({
          version: Math.max(
            record.version,
            ...record.withheld_since.filter((order) => order <= version),
          ),
          kind,
          id: record.id,
          slug: "slug" in record ? record.slug : null,
          revision: record.revision,
        });
  }
  const placeOf = (kind: PublicKind) => PUBLIC_KINDS.indexOf(kind);
  found.sort(
    (one, other) =>
      other.version - one.version || placeOf(one.kind) - placeOf(other.kind) || one.id - other.id,
  );
  return found.map(({ version: changed, ...row }) => ({
    version: changed,
    published_on: days.get(changed) ?? "",
    ...row,
  }));
}

async function rowsOf(
  db: Queryable,
  kind: PublicKind,
  version: number,
): Promise<Omit<ModifiedAnswer, "published_on">[]> {
  const { name, id } = RECORD_TABLES[kind];
  const slug = isFactKind(kind)
    ? Prisma.sql`i.content->>'slug'`
    : SLUGS.includes(kind)
      ? Prisma.sql`i.slug`
      : Prisma.sql`NULL::text`;
  return db.$queryRaw`
    SELECT i.published_in AS version, ${kind} AS kind, ${Prisma.raw(id)} AS id, ${slug} AS slug, i.revision
    FROM ${Prisma.raw(name)} i WHERE ${seenAtVersion("i", version)}`;
}
