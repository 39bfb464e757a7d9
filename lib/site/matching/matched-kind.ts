import type { SearchKind } from "@/lib/values/search/search-kind";

/** What the cells of a table can be matched to, each a type of the W3C Reconciliation Service API. */
export const MATCHED_KINDS = [
  { id: "incident", name: "Theft" },
  { id: "target", name: "Target of thefts" },
  { id: "actor", name: "Actor" },
  { id: "address", name: "Wallet address" },
  { id: "transaction", name: "Transaction" },
] as const satisfies readonly { id: SearchKind; name: string }[];

export type MatchedKind = (typeof MATCHED_KINDS)[number]["id"];

export function isMatchedKind(text: string): text is MatchedKind {
  return MATCHED_KINDS.some(({ id }) => id === text);
}

/** A kind as answers name it. */
export function kindNamed(kind: MatchedKind): { id: MatchedKind; name: string } {
  const { id, name } = MATCHED_KINDS.find(({ id }) => id === kind) ?? MATCHED_KINDS[0];
  return { id, name };
}
