import type { ActorEntry, FigureEntry, IncidentEntry } from "@/lib/record/publishing/entry";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** A record on its way to publication: the lasting id of what it revises; null where it is new. */
export interface Placed<Entry> {
  recordId: number | null;
  record: Entry;
}

/** The records of one kind as they were given, each with its lasting id, new ones included. */
export interface PutRecords {
  put: Put;
  /** In the order in which the records were given. */
  recordIds: number[];
}

/** What became of the records of one kind. */
export interface Put {
  added: number;
  revised: number;
  unchanged: number;
}

/** What one publication says, each record known by its lasting id. */
export interface PlacedPublication {
  incidents: readonly Placed<IncidentEntry>[];
  actors: readonly Placed<ActorEntry>[];
  figures: readonly Placed<FigureEntry>[];
  knownAddresses: readonly KnownAddress[];
}
