import type { Actor, ActorToPublish } from "@/lib/record/actors/actor";
import type { FigureToPublish, PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident, IncidentToPublish } from "@/lib/record/incidents/incident";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A whole record on its way to publication: an entry, and which revision of which record it follows. */
export type RecordToPublish = IncidentToPublish | ActorToPublish | FigureToPublish;

/** What a dataset or a file says of a record; whether it is active is not for a dataset to say. */
export type DatasetRecord =
  | { kind: "incident"; record: Incident }
  | { kind: "actor"; record: Actor }
  | { kind: "figure"; record: PublishedFigure };

/** A record of a dataset as a new one, until it is identified. */
export function newRecord(given: DatasetRecord): RecordToPublish {
  const follows = { recordId: null, baseRevision: null };
  const active = { retraction: null, mergedInto: null };
  switch (given.kind) {
    case "incident":
      return { kind: "incident", ...follows, record: { ...given.record, ...active } };
    case "actor":
      return { kind: "actor", ...follows, record: { ...given.record, mergedInto: null } };
    case "figure":
      return { kind: "figure", ...follows, record: { ...given.record, ...active } };
  }
}

/** Those of one kind, in the order in which they were given. */
export function ofKind<Kind extends RecordKind>(
  records: readonly RecordToPublish[],
  kind: Kind,
): Extract<RecordToPublish, { kind: Kind }>[] {
  return records.filter(
    (record): record is Extract<RecordToPublish, { kind: Kind }> => record.kind === kind,
  );
}
