import { asOfVersion, type Version } from "@/lib/record/versions/version";
import type { ReadingContext } from "@/lib/site/urls/route";
import { laterOf, today } from "@/lib/values/dates/day";

/** What a URL at a version is read against. */
export function readingContext(version: Version, isPinned: boolean): ReadingContext {
  return {
    asOf: asOfVersion(version),
    // A server's clock may be behind: the version's own day has been, whatever it says.
    now: laterOf(today(), version.publishedOn),
    covered: version.coveredThrough,
    newest: version.number,
    isPinned,
  };
}
