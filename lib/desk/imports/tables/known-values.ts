import type { Term } from "@/lib/values/taxonomy/taxonomy";

/** What the record knows, by which a table's texts are read. */
export interface KnownValues {
  techniques: readonly Term[];
  /** By their names in the record. */
  chains: ReadonlySet<string>;
  /** Slugs by the names that actors are known under, as `actorKey` writes them. */
  actors: ReadonlyMap<string, string>;
  /** What the record calls the publisher of a host, without www. */
  publishers: ReadonlyMap<string, string>;
}

/** A name of an actor without capitals, blanks and marks. */
export function actorKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
