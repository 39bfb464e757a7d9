import type { Actor } from "@/lib/record/actors/actor";
import type { Figure } from "@/lib/record/figures/figure";
import type { Incident } from "@/lib/record/incidents/incident";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** What one publication says: each record whole, known by its slug (figures and addresses by what they name). */
export interface Publication {
  incidents: readonly Incident[];
  actors: readonly Actor[];
  figures: readonly Figure[];
  knownAddresses: readonly KnownAddress[];
}
