import type {
  ActorEntry,
  IncidentEntry,
  PublishedFigureEntry,
} from "@/lib/record/publishing/entry";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

/** A record on its way to publication: the lasting id of what it revises; null where it is new. */
export interface Identified<Entry> {
  recordId: number | null;
  record: Entry;
}

/** The records of one kind after they were written, each with its lasting id, new ones included. */
export interface WrittenRecords {
  counts: WriteCounts;
  /** In the order in which the records were given. */
  recordIds: number[];
}

/** What became of the records of one kind. */
export interface WriteCounts {
  added: number;
  revised: number;
  unchanged: number;
}

/** What one publication says, each record known by its lasting id. */
export interface IdentifiedPublication {
  incidents: readonly Identified<IncidentEntry>[];
  actors: readonly Identified<ActorEntry>[];
  figures: readonly Identified<PublishedFigureEntry>[];
  knownAddresses: readonly KnownAddress[];
}
