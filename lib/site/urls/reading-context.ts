import { asOfVersion, type Version } from "@/lib/record/versions/version";
import type { ReadingContext } from "@/lib/site/urls/route";
import { today } from "@/lib/values/dates/day";

/** What a URL at a version is read against. */
export function readingContext(version: Version, isPinned: boolean): ReadingContext {
  return {
    asOf: asOfVersion(version),
    now: today(),
    covered: version.coveredThrough,
    newest: version.number,
    isPinned,
  };
}
