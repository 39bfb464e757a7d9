import { type MispEvent, mispEvent, valueDigests } from "@/lib/site/exchange/misp/misp-event";
import type { Snapshot, UrlOf } from "@/lib/site/exchange/snapshot";

/** Each event's head, by its UUID: what a MISP feed's `manifest.json` holds. */
export function mispManifest(
  snapshot: Snapshot,
  url: UrlOf,
): Record<
  string,
  Pick<MispEvent, "Orgc" | "Tag" | "info" | "date" | "analysis" | "threat_level_id" | "timestamp">
> {
  return Object.fromEntries(
    snapshot.incidents.map((incident) => {
      const event = mispEvent(snapshot, incident, url);
      const { Orgc, Tag, info, date, analysis, threat_level_id, timestamp } = event;
      return [event.uuid, { Orgc, Tag, info, date, analysis, threat_level_id, timestamp }];
    }),
  );
}

/** Lines of `md5,uuid`: a MISP feed's `hashes.csv`. */
export function* mispHashes(snapshot: Snapshot, url: UrlOf): Generator<string> {
  for (const incident of snapshot.incidents) {
    const event = mispEvent(snapshot, incident, url);
    for (const digest of valueDigests(event)) yield `${digest},${event.uuid}\n`;
  }
}
