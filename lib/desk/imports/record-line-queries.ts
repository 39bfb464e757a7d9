import type { Queryable } from "@/lib/db/client";
import { identifiedRecords } from "@/lib/desk/imports/identified-records-queries";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import { type Becomes, changesText, type RecordLine } from "@/lib/desk/imports/record-line";
import { storedActors } from "@/lib/record/actors/actor-queries";
import { storedCoverage } from "@/lib/record/coverage/coverage-queries";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { Fields } from "@/lib/record/history/value";
import type { Incident } from "@/lib/record/incidents/incident";
import { currentIncidents } from "@/lib/record/incidents/incident-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { storedTargets } from "@/lib/record/targets/target-queries";
import { storedServices } from "@/lib/record/wallets/known-address-queries";

/** Records compared between two pauses. */
const STRIDE = 20;

/**
 * What would become of the records of a file, each in short, in the order of the file.
 * @param pause called now and then, so that others have their turn
 */
export async function recordLines(
  db: Queryable,
  records: readonly FileRecord[],
  pause: () => Promise<void>,
): Promise<RecordLine[]> {
  const compared = await comparedWithRecord(db, records, pause);
  return records.map((record) => {
    const { number, line, list, name, accepted, slugMade } = record;
    const { becomes, changes } = compared.get(record) ?? { becomes: null, changes: [] };
    const incident = list === "incidents" ? (accepted as Incident | null) : null;
    const slug = accepted !== null && "slug" in accepted && !slugMade ? accepted.slug : null;
    return {
      number,
      line,
      list,
      name,
      slug,
      day: incident?.occurredOn ?? null,
      lossUsd: incident?.lossUsd ?? null,
      lossUsdLow: incident?.lossUsdLow ?? null,
      lossUsdHigh: incident?.lossUsdHigh ?? null,
      becomes,
      changes,
    };
  });
}

interface Compared {
  becomes: Becomes;
  changes: string[];
}

/** Each record that could be published, beside what is under its slug. */
async function comparedWithRecord(
  db: Queryable,
  records: readonly FileRecord[],
  pause: () => Promise<void>,
): Promise<Map<FileRecord, Compared>> {
  const compared = new Map<FileRecord, Compared>();
  const named = records.filter(({ accepted, slugMade }) => accepted !== null && !slugMade);
  for (const record of records)
    if (record.slugMade && record.accepted !== null)
      compared.set(record, { becomes: "new", changes: [] });
  const { identified, from } = await identifiedRecords(db, named);
  const published = await publishedRecords(db, identified);
  for (const [place, { kind, recordId, record }] of identified.entries()) {
    if (place % STRIDE === 0) await pause();
    const ofFile = from[place];
    if (ofFile === undefined) continue;
    const before = published.get(`${kind} ${recordId}`);
    // Records are fields of texts, numbers and lists.
    const changes =
      before === undefined ? [] : changesText(kind, before as Fields, record as Fields);
    const becomes = before === undefined ? "new" : changes.length > 0 ? "revised" : "unchanged";
    compared.set(ofFile, { becomes, changes });
  }
  return compared;
}

/** The current records that others revise, each by its kind and lasting id. */
async function publishedRecords(
  db: Queryable,
  revising: readonly RecordToPublish[],
): Promise<Map<string, object>> {
  const idsOf = (kind: RecordKind) =>
    ofKind(revising, kind).flatMap(({ recordId }) => recordId ?? []);
  const incidents = await currentIncidents(db, idsOf("incident"));
  const actorId = { in: idsOf("actor") };
  const actors = await storedActors(db, { supersededIn: null, actorId }, null);
  const targetId = { in: idsOf("target") };
  const targets = await storedTargets(db, { supersededIn: null, targetId }, null);
  const serviceId = { in: idsOf("service") };
  const services = await storedServices(db, { supersededIn: null, serviceId });
  const stated =
    idsOf("coverage").length === 0 ? [] : await storedCoverage(db, { supersededIn: null });
  const figureId = { in: idsOf("figure") };
  const figures = await storedPublishedFigures(db, { supersededIn: null, figureId }, null);
  return new Map<string, object>([
    ...incidents.map((stored) => [`incident ${stored.incidentId}`, stored.incident] as const),
    ...targets.map((stored) => [`target ${stored.targetId}`, stored.target] as const),
    ...services.map((stored) => [`service ${stored.serviceId}`, stored.service] as const),
    ...stated.map((stored) => [`coverage ${stored.coverageId}`, stored.coverage] as const),
    ...actors.map((stored) => [`actor ${stored.actorId}`, stored.actor] as const),
    ...figures.map((stored) => [`figure ${stored.figureId}`, stored.figure] as const),
  ]);
}
