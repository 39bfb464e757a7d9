import type { Actor } from "@/lib/record/actors/actor";
import type { PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident } from "@/lib/record/incidents/incident";
import { newRecord, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** What one publication says: each record whole, known by its slug (figures and addresses by what they name). */
export interface Publication {
  incidents: readonly Incident[];
  actors: readonly Actor[];
  figures: readonly PublishedFigure[];
  knownAddresses: readonly KnownAddress[];
}

/** Its records as one list, which is published in this order. */
export function recordsOf({ incidents, actors, figures }: Publication): RecordToPublish[] {
  return [
    ...incidents.map((record) => newRecord({ kind: "incident", record })),
    ...actors.map((record) => newRecord({ kind: "actor", record })),
    ...figures.map((record) => newRecord({ kind: "figure", record })),
  ];
}
