import type { ImportReport } from "@/lib/desk/imports/import";

/** An import that is under way, with its file. */
export interface ClaimedImport {
  state: "checking" | "importing";
  text: string;
  /** Whether the desk itself made its records. */
  prepared: boolean;
  report: ImportReport;
  /** Who uploaded it. */
  byId: string;
  /** Who had it published; null where it becomes drafts. */
  publisherId: string | null;
  /** When it was handed in to be published; null where it becomes drafts. */
  submittedAt: Date | null;
}
