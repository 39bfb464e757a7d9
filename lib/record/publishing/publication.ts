import type { Actor } from "@/lib/record/actors/actor";
import type { PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident } from "@/lib/record/incidents/incident";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** What one publication says: each record whole, known by its slug (figures and addresses by what they name). */
export interface Publication {
  incidents: readonly Incident[];
  actors: readonly Actor[];
  figures: readonly PublishedFigure[];
  knownAddresses: readonly KnownAddress[];
}
