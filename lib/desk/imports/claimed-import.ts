import type { ImportReport } from "@/lib/desk/imports/import";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";

/** An import that is under way, with its file. */
export interface ClaimedImport {
  state: "checking" | "importing";
  text: string;
  /** Whether the desk itself made its records. */
  prepared: boolean;
  /** How a table's columns and values are read; null where it is in the import's own columns. */
  mapping: Mapping | null;
  report: ImportReport;
  /** Who uploaded it. */
  byId: string;
  /** Who had it published; null where it becomes drafts. */
  publisherId: string | null;
  /** When it was handed in to be published; null where it becomes drafts. */
  submittedAt: Date | null;
}
