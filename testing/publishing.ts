import type { Database } from "@/lib/db/client";
import type { ActorEntry } from "@/lib/record/actors/actor";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import type { Entry } from "@/lib/record/publishing/entry";
import { publishVersion } from "@/lib/record/publishing/publish-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import type { TargetEntry } from "@/lib/record/targets/target";

/** Publishes entries as the next version, past proposals: those with a slug as revisions of what has it. */
export async function publishForTest(
  db: Database,
  entries: readonly { of?: string; entry: Entry }[],
  credit: { note?: string; enteredBy?: string; reviewedBy?: string } = {},
): Promise<number> {
  return db.$transaction(
    async (transaction) => {
      const records: RecordToPublish[] = [];
      for (const { of, entry } of entries) {
        const held = of === undefined ? null : await findRecord(transaction, entry.kind, of);
        if (of !== undefined && held === null) throw new Error(`nothing to revise at ${of}`);
        records.push({
          ...entry,
          recordId: held?.recordId ?? null,
          baseRevision: held?.revision ?? null,
        });
      }
      const { note = "A test", enteredBy = null, reviewedBy = null } = credit;
      const published = await publishVersion(transaction, { note, enteredBy, reviewedBy }, records);
      return published.version;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

/** Publishes a change of one incident. @returns the version */
export async function reviseIncident(
  db: Database,
  slug: string,
  change: Partial<IncidentEntry>,
): Promise<number> {
  const held = await findRecord(db, "incident", slug);
  if (held?.entry.kind !== "incident") throw new Error(`no incident ${slug}`);
  const entry = { ...held.entry, record: { ...held.entry.record, ...change } };
  return publishForTest(db, [{ of: slug, entry }]);
}

/** Publishes a change of one actor. @returns the version */
export async function reviseActor(
  db: Database,
  slug: string,
  change: Partial<ActorEntry>,
): Promise<number> {
  const held = await findRecord(db, "actor", slug);
  if (held?.entry.kind !== "actor") throw new Error(`no actor ${slug}`);
  const entry = { ...held.entry, record: { ...held.entry.record, ...change } };
  return publishForTest(db, [{ of: slug, entry }]);
}

/** Publishes a change of one target. @returns the version */
export async function reviseTarget(
  db: Database,
  slug: string,
  change: Partial<TargetEntry>,
): Promise<number> {
  const held = await findRecord(db, "target", slug);
  if (held?.entry.kind !== "target") throw new Error(`no target ${slug}`);
  const entry = { ...held.entry, record: { ...held.entry.record, ...change } };
  return publishForTest(db, [{ of: slug, entry }]);
}
