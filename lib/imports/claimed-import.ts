import type { ImportReport } from "@/lib/imports/import";

/** An import that is under way, with its file. */
export interface ClaimedImport {
  state: "checking" | "importing";
  text: string;
  fileName: string;
  report: ImportReport;
}
