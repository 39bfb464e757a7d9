/** The kinds of records that are published, each revision by revision. */
export const RECORD_KINDS = [
  "incident",
  "target",
  "actor",
  "figure",
  "service",
  "coverage",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Those of which each record has a page of its own, at its slug. */
export const PAGED_KINDS = ["incident", "target", "actor"] as const satisfies RecordKind[];
export type PagedKind = (typeof PAGED_KINDS)[number];

export function isPagedKind(kind: RecordKind): kind is PagedKind {
  return (PAGED_KINDS as readonly RecordKind[]).includes(kind);
}
