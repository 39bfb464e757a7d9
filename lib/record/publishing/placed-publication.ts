import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PlacedPublication } from "@/lib/record/publishing/placed";
import type { PlacedEntry } from "@/lib/record/publishing/placed-entry";

/** Entries as one publication, and where each of them stands in the list of its kind. */
export function publicationOfEntries(entries: readonly PlacedEntry[]): {
  placed: PlacedPublication;
  /** The entry at a place among those of its kind. */
  placeOf(kind: RecordKind, placeInKind: number): number;
} {
  const places: Record<RecordKind, number[]> = { incident: [], actor: [], figure: [] };
  const placed = {
    incidents: [] as PlacedPublication["incidents"][number][],
    actors: [] as PlacedPublication["actors"][number][],
    figures: [] as PlacedPublication["figures"][number][],
    knownAddresses: [],
  };
  for (const [place, { recordId, entry }] of entries.entries()) {
    places[entry.kind].push(place);
    if (entry.kind === "incident") placed.incidents.push({ recordId, record: entry.record });
    else if (entry.kind === "actor") placed.actors.push({ recordId, record: entry.record });
    else placed.figures.push({ recordId, record: entry.record });
  }
  return { placed, placeOf: (kind, placeInKind) => places[kind][placeInKind] ?? 0 };
}
