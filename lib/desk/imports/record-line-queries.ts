import type { Queryable } from "@/lib/db/client";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import { publicationOf } from "@/lib/desk/imports/publication-of";
import { type Becomes, changesText, type RecordLine } from "@/lib/desk/imports/record-line";
import { storedActors } from "@/lib/record/actors/actor-queries";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { Fields } from "@/lib/record/history/value";
import type { Incident } from "@/lib/record/incidents/incident";
import { currentIncidents } from "@/lib/record/incidents/incident-queries";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";

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
  const identified = await identifyBySlug(db, publicationOf(named));
  const compare = async <Kind extends "incident" | "actor" | "figure">(
    kind: Kind,
    given: readonly { recordId: number | null; record: object }[],
    published: ReadonlyMap<number, object>,
  ) => {
    const ofKind = named.filter(({ list }) => list === `${kind}s`);
    for (const [place, { recordId, record }] of given.entries()) {
      if (place % STRIDE === 0) await pause();
      const from = ofKind[place];
      if (from === undefined) continue;
      const before = recordId === null ? undefined : published.get(recordId);
      // Records are fields of texts, numbers and lists.
      const changes =
        before === undefined ? [] : changesText(kind, before as Fields, record as Fields);
      const becomes = before === undefined ? "new" : changes.length > 0 ? "revised" : "unchanged";
      compared.set(from, { becomes, changes });
    }
  };
  const idsOf = (given: readonly { recordId: number | null }[]) =>
    given.flatMap(({ recordId }) => recordId ?? []);
  const incidents = await currentIncidents(db, idsOf(identified.incidents));
  await compare(
    "incident",
    identified.incidents,
    new Map(incidents.map(({ incidentId, incident }) => [incidentId, incident])),
  );
  const actorId = { in: idsOf(identified.actors) };
  const actors = await storedActors(db, { supersededIn: null, actorId }, null);
  await compare(
    "actor",
    identified.actors,
    new Map(actors.map((stored) => [stored.actorId, stored.actor])),
  );
  const figureId = { in: idsOf(identified.figures) };
  const figures = await storedPublishedFigures(db, { supersededIn: null, figureId }, null);
  await compare(
    "figure",
    identified.figures,
    new Map(figures.map((stored) => [stored.figureId, stored.figure])),
  );
  return compared;
}
