import type { Entry } from "@/lib/record/publishing/entry";
import { dateText } from "@/lib/values/dates/day";

// What entries of several kinds have in common, and what others lack.

/** Its name in a URL; null for a kind whose records have no page of their own. */
export function slugOf({ record }: Entry): string | null {
  return "slug" in record ? record.slug : null;
}

/** What to call it: a name, a figure's title, what a service is. */
export function titleOfEntry({ kind, record }: Entry): string {
  if (kind === "coverage") return `Coverage through ${dateText(record.coveredThrough)}`;
  if (kind === "service") return record.label;
  return kind === "figure" ? record.title : record.name;
}

/** What names the record that it turned out to be; null while it is by itself. */
export function mergedIntoOf({ record }: Pick<Entry, "record">): string | null {
  return "mergedInto" in record ? record.mergedInto : null;
}

/** Why it counts no longer; null while it does. */
export function retractionOf({ record }: Pick<Entry, "record">): string | null {
  return "retraction" in record ? record.retraction : null;
}
