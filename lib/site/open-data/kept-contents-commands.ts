import type { Database, Queryable } from "@/lib/db/client";
import { readContents } from "@/lib/site/open-data/change-queries";
import { CONTENTS_RULE } from "@/lib/site/open-data/contents-rule";

/** Versions whose contents are found out by one reading of the record: the newest are asked for first. */
const AT_ONCE = 20;

/**
 * Keeps what each version holds, and its digest, where that is not kept yet: nobody who asks for it then waits until all of the
 * record has been read. Two programs that do so at once keep the same.
 * @param pause waited for between statements, so that readers go first
 * @returns for how many versions it was found out
 */
export async function keepContents(
  db: Database,
  pause: () => Promise<void> = async () => {},
): Promise<number> {
  let kept = 0;
  for (;;) {
    const withholdings = await db.withholding.count();
    const versions = await notKept(db, withholdings);
    if (versions.length === 0) break;
    const contents = await readContents(db, versions, pause);
    // An order in the midst of it makes what was read neither what was before nor what is now.
    if ((await db.withholding.count()) !== withholdings) continue;
    await db.versionContents.createMany({
      data: [...contents].map(([version, { records, sha256 }]) => ({
        ...{ version, withholdings, rule: CONTENTS_RULE },
        ...{ records, sha256 },
      })),
      skipDuplicates: true,
    });
    kept += versions.length;
  }
  return kept;
}

async function notKept(db: Queryable, withholdings: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    SELECT v.number FROM dataset_version v
    WHERE NOT EXISTS (SELECT FROM desk.version_contents c
      WHERE c.version = v.number AND c.withholdings = ${withholdings}::int AND c.rule = ${CONTENTS_RULE})
    ORDER BY v.number DESC LIMIT ${AT_ONCE}`;
  return rows.map(({ number }) => number);
}
