import type { Actor } from "@/lib/record/actors/actor";
import type { Coverage } from "@/lib/record/coverage/coverage";
import type { PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident } from "@/lib/record/incidents/incident";
import type { PublisherFacts } from "@/lib/record/publishers/publisher";
import { newRecord, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import type { Target } from "@/lib/record/targets/target";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** What one publication says: each record whole, known by its slug (figures and addresses by what they name). */
export interface Publication {
  incidents: readonly Incident[];
  targets: readonly Target[];
  actors: readonly Actor[];
  figures: readonly PublishedFigure[];
  knownAddresses: readonly KnownAddress[];
  /** One statement at most; where there is none, what was said last goes on. */
  coverage: readonly Coverage[];
  /** How others count, all of it; where it is left out, what was said last goes on. */
  publishers?: PublisherFacts;
}

/** Its records as one list, which is published in this order. */
export function recordsOf(publication: Publication): RecordToPublish[] {
  const { incidents, targets, actors, figures, knownAddresses, coverage } = publication;
  return [
    ...incidents.map((record) => newRecord({ kind: "incident", record })),
    ...targets.map((record) => newRecord({ kind: "target", record })),
    ...actors.map((record) => newRecord({ kind: "actor", record })),
    ...figures.map((record) => newRecord({ kind: "figure", record })),
    ...knownAddresses.map((record) => newRecord({ kind: "service", record })),
    ...coverage.map((record) => newRecord({ kind: "coverage", record })),
  ];
}
