const IMPORT_STATES = [
  "mapping",
  "checking",
  "checked",
  "submitted",
  "importing",
  "imported",
  "failed",
  "discarded",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** The state as it is shown. */
export const IMPORT_STATE_LABELS: Record<ImportState, string> = {
  mapping: "being mapped",
  checking: "being checked",
  checked: "checked",
  submitted: "in review",
  importing: "being imported",
  imported: "imported",
  failed: "failed",
  discarded: "discarded",
};
