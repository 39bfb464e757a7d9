import type { KnownPublisher } from "@/lib/desk/sources/known-publisher";

/** What the record knows of a link that is about to become a source. */
export interface KnownSource {
  url: string;
  publisher: KnownPublisher | null;
  /** Active incidents that have the page as a source already, a few of them. */
  sourceOf: { slug: string; name: string }[];
  /** The archived copy that the record has of the page; null where it has none. */
  archivedUrl: string | null;
  /** What was found there when it was last followed, in words, and the day; null where nothing is wrong with it, or nobody looked. */
  failing: { detail: string; on: string } | null;
}
