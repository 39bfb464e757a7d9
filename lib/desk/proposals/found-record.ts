/** A published record as a search shows it. */
export interface FoundRecord {
  recordId: number;
  /** Null for a figure, which has no page of its own. */
  slug: string | null;
  title: string;
  /** A target and a day, a kind, a publisher: what tells it from others of that name. */
  about: string;
  /** Whether it still counts; null where it does. */
  status: "retracted" | "merged" | null;
}
