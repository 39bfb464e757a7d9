/** The kinds of records that are published, each revision by revision. */
export const RECORD_KINDS = ["incident", "actor", "figure"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
