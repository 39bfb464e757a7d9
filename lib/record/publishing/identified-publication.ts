import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { IdentifiedPublication } from "@/lib/record/publishing/identified";
import type { IdentifiedEntry } from "@/lib/record/publishing/identified-entry";

/** Entries as one publication, and where each of them is in the list of its kind. */
export function publicationOfEntries(entries: readonly IdentifiedEntry[]): {
  identified: IdentifiedPublication;
  /** The entry at a place among those of its kind. */
  placeOf(kind: RecordKind, placeInKind: number): number;
} {
  const places: Record<RecordKind, number[]> = { incident: [], actor: [], figure: [] };
  const identified = {
    incidents: [] as IdentifiedPublication["incidents"][number][],
    actors: [] as IdentifiedPublication["actors"][number][],
    figures: [] as IdentifiedPublication["figures"][number][],
    knownAddresses: [],
  };
  for (const [place, { recordId, entry }] of entries.entries()) {
    places[entry.kind].push(place);
    if (entry.kind === "incident") identified.incidents.push({ recordId, record: entry.record });
    else if (entry.kind === "actor") identified.actors.push({ recordId, record: entry.record });
    else identified.figures.push({ recordId, record: entry.record });
  }
  return { identified, placeOf: (kind, placeInKind) => places[kind][placeInKind] ?? 0 };
}
