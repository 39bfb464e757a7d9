import type { Entry } from "@/lib/record/publishing/entry";

/** An entry as the record holds it. */
export interface PublishedEntry {
  entry: Entry;
  recordId: number;
  revision: number;
  /** The version that published this revision. */
  version: number;
  /** Whether it is the record's newest revision. */
  current: boolean;
  /** Of an incident or actor; null for a figure, which has no page of its own. */
  slug: string | null;
  /** What to call it: a name, or a figure's title. */
  title: string;
}
