import type { Actor, ActorToPublish } from "@/lib/record/actors/actor";
import type { Coverage, CoverageToPublish } from "@/lib/record/coverage/coverage";
import type { FigureToPublish, PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident, IncidentToPublish } from "@/lib/record/incidents/incident";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Target, TargetToPublish } from "@/lib/record/targets/target";
import type { KnownAddress, ServiceToPublish } from "@/lib/record/wallets/known-address";

/** A whole record on its way to publication: an entry, and which revision of which record it follows. */
export type RecordToPublish =
  | IncidentToPublish
  | TargetToPublish
  | ActorToPublish
  | FigureToPublish
  | ServiceToPublish
  | CoverageToPublish;

/** What a dataset or a file says of a record; whether it is active is not for a dataset to say. */
export type DatasetRecord =
  | { kind: "incident"; record: Incident }
  | { kind: "target"; record: Target }
  | { kind: "actor"; record: Actor }
  | { kind: "figure"; record: PublishedFigure }
  | { kind: "service"; record: KnownAddress }
  | { kind: "coverage"; record: Coverage };

/** A record of a dataset as a new one, until it is identified. */
export function newRecord(given: DatasetRecord): RecordToPublish {
  const follows = { recordId: null, baseRevision: null };
  const active = { retraction: null, mergedInto: null };
  switch (given.kind) {
    case "incident":
      return { kind: "incident", ...follows, record: { ...given.record, ...active } };
    case "target":
      return { kind: "target", ...follows, record: { ...given.record, mergedInto: null } };
    case "actor":
      return { kind: "actor", ...follows, record: { ...given.record, mergedInto: null } };
    case "figure":
      return { kind: "figure", ...follows, record: { ...given.record, ...active } };
    case "service":
      return { kind: "service", ...follows, record: { ...given.record, retraction: null } };
    case "coverage":
      return { kind: "coverage", ...follows, record: given.record };
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
